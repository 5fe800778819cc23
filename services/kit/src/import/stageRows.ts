import { escapeIdentifier, type ClientBase } from "pg";

import { namedText } from "../database/statement";
import { copyInto } from "./copyInto";
import { copyLine, copyValue } from "./copyText";
import type { MergePlan, MergeRow } from "./mergePlan";
import type { MergeTarget } from "./mergeTarget";
import type { StagedRejection } from "./stagedRejections";

/** The temporary table of a merge's rows. `import_line` is the row's line, `import_ordinal` its place in the file. */
export const stagedTable = "pg_temp.import_rows";

/** What takes rows into the staged table. */
export interface Staging {
  readonly target: MergeTarget;
  readonly rows: AsyncIterable<MergeRow>;
  readonly onRejection: (rejection: StagedRejection) => Promise<void> | void;
  readonly signal?: AbortSignal | undefined;
}

const bufferedCharacters = 64 * 1024;

/**
 * Creates the staged table and copies the rows into it as they come. Every column is text until `convertStaged` has
 * tried the values: COPY into typed columns would end the import at the first bad one. COPY cannot go to the target
 * itself, because a table with row-level security refuses COPY FROM.
 */
export async function stageRows(client: ClientBase, plan: MergePlan, staging: Staging): Promise<void> {
  const names = plan.columns.map(({ name }) => escapeIdentifier(name));
  const references = (plan.references ?? []).map(
    (reference) => `${escapeIdentifier(reference.into)} ${staging.target.types.get(reference.into)}`,
  );
  const columns = [
    "import_line bigint NOT NULL",
    "import_ordinal bigint NOT NULL",
    ...names.map((name) => `${name} text`),
    ...references,
  ];
  await client.query(
    namedText({ name: "import.stage", text: `CREATE TEMP TABLE import_rows (${columns.join(", ")}) ON COMMIT DROP` }),
  );
  const into = `${stagedTable} (import_line, import_ordinal, ${names.join(", ")})`;
  await copyInto(client, { name: "import.copy", into, signal: staging.signal }, copyChunks(plan, staging));
  await client.query(namedText({ name: "import.analyze", text: `ANALYZE ${stagedTable}` }));
}

async function* copyChunks(plan: MergePlan, staging: Staging): AsyncGenerator<Buffer, void, void> {
  let chunk = "";
  let ordinal = 0;
  for await (const { line, values } of staging.rows) {
    const texts = plan.columns.map((column, index) => copyValue(values[index], column));
    const refused = refusal(plan, line, texts);
    if (refused !== undefined) {
      await staging.onRejection(refused);
      continue;
    }
    ordinal += 1;
    chunk += copyLine([String(line), String(ordinal), ...texts]);
    if (chunk.length < bufferedCharacters) continue;
    yield Buffer.from(chunk, "utf8");
    chunk = "";
  }
  if (chunk !== "") yield Buffer.from(chunk, "utf8");
}

function refusal(plan: MergePlan, line: number, texts: readonly (string | null)[]): StagedRejection | undefined {
  for (const [index, column] of plan.columns.entries()) {
    const value = texts[index] ?? null;
    const about = { line, severity: "rejected", field: column.field ?? column.name, value } as const;
    const required = column.required === true || plan.key.includes(column.name);
    if (value === null && required)
      return { ...about, code: "MISSING_VALUE", reason: "has no value, and must have one" };
    if (value?.includes("\0")) return { ...about, code: "NUL_BYTE", reason: "holds a NUL byte" };
  }
  return undefined;
}
