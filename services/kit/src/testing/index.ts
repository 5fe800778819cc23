export {
  countStatements,
  startTestSlice,
  type CreateTestDatabase,
  type PortAnswers,
  type TestDatabase,
  type TestSlice,
} from "./testSlice";
export { testViewer } from "./testViewer";
