import { defineLoader, idLoader, readBatch, rowColumns, type RequestContext } from "@corespond/kit";
import type { DataSource } from "typeorm";

import { viewNatureCodeSet, type CodeSetWithCodes } from "./natureCodeSet.policy";
import { NatureCodeSetRow } from "./natureCodeSet.row";
import type { NatureCodeSet } from "./natureCodeSet.type";
import { compareVersions } from "./natureCodeSet.version";

const columns = (dataSource: DataSource): string => `${rowColumns(dataSource, NatureCodeSetRow, "n")},
  ARRAY(SELECT c.common_code FROM nature_code_set_code c WHERE c.set_id = n.id ORDER BY c.common_code) AS "commonCodes"`;

/** How many sets the graph lists at most; a county publishes a handful, each in a few versions. */
const mostCodeSets = 200;

/** A set by its name, of a version or without one of the newest. */
export interface CodeSetKey {
  readonly name: string;
  readonly version: string | null;
}

/** Sets by id. */
export const natureCodeSetById = idLoader<CodeSetWithCodes, NatureCodeSet>("agencies.natureCodeSet.byId", {
  columns,
  from: "nature_code_set n",
  idSql: "n.id",
  view: viewNatureCodeSet,
});

/** Sets by name and version. */
export const natureCodeSetByName = defineLoader<CodeSetKey, NatureCodeSet>(
  "agencies.natureCodeSet.byName",
  async (context, keys) => {
    const sets = await newestFirst(context, {
      name: "agencies.natureCodeSet.byName",
      where: "n.name = ANY ($1)",
      values: [keys.map(({ name }) => name)],
    });
    return keys.map(
      ({ name, version }) =>
        sets.find((set) => set.name === name && (version === null || set.version === version)) ?? null,
    );
  },
);

/** All sets, or those with a name; by name, and each name's newest version first. */
export const natureCodeSets = defineLoader<Pick<Partial<CodeSetKey>, "name">, readonly NatureCodeSet[]>(
  "agencies.natureCodeSet.list",
  async (context, keys) => {
    const sets = await newestFirst(context, {
      name: "agencies.natureCodeSet.list",
      where: "$1::text[] IS NULL OR n.name = ANY ($1)",
      values: [keys.some(({ name }) => name === undefined) ? null : keys.map(({ name }) => name)],
    });
    return keys.map(({ name }) => sets.filter((set) => name === undefined || set.name === name).slice(0, mostCodeSets));
  },
);

interface SetsAsked {
  readonly name: string;
  readonly where: string;
  readonly values: readonly unknown[];
}

async function newestFirst(
  context: RequestContext,
  { name, where, values }: SetsAsked,
): Promise<readonly NatureCodeSet[]> {
  const rows = await readBatch<CodeSetWithCodes & Record<string, unknown>>(context, {
    name,
    text: `SELECT ${columns(context.database.dataSource)} FROM nature_code_set n WHERE ${where} ORDER BY n.name, n.id`,
    values,
  });
  return rows
    .map((row) => viewNatureCodeSet(context, row))
    .sort((one, other) => one.name.localeCompare(other.name, "en") || compareVersions(other.version, one.version));
}
