// The same code serves the test kit, which runs before anything is compiled; see embeddedPostgres.ts for the path.
export { ensureSliceDatabase } from "../../src/postgres/ensureSliceDatabase.cjs";
export type { ServerAddress, SliceDatabase } from "../../src/postgres/ensureSliceDatabase.cjs";
