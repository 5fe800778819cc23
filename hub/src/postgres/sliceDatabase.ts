// Plain JavaScript, because the same code serves the test kit, which runs before anything is compiled.
export { ensureSliceDatabase } from "./ensureSliceDatabase.cjs";
export type { ServerAddress } from "./ensureSliceDatabase.cjs";
