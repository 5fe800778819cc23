export { Gate } from "../http/testing/gate";
export { postText, RawClient } from "../http/testing/rawClient";
export {
  countStatements,
  startTestSlice,
  testViewerKey,
  type CreateTestDatabase,
  type PortAnswers,
  type TestDatabase,
  type TestSlice,
} from "./testSlice";
export { CollectedSpans } from "./collectedSpans";
export { plantedTexts } from "./plantedTexts";
export { testViewer } from "./testViewer";
