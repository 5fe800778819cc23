export {
  countStatements,
  startTestSlice,
  testViewerKey,
  type CreateTestDatabase,
  type PortAnswers,
  type TestDatabase,
  type TestSlice,
} from "./testSlice";
export { plantedTexts } from "./plantedTexts";
export { testViewer } from "./testViewer";
