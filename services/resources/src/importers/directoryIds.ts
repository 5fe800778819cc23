import type { ImportRun } from "@corespond/kit";

/** Tables that other rows of a directory point at. */
export type LinkedTable =
  | "contact_person"
  | "location"
  | "organization"
  | "phone"
  | "program"
  | "service"
  | "service_at_location"
  | "taxonomy_term"
  | "unit";

/**
 * The ids of a directory's rows that exist, by what the directory calls them. They are held in memory (some 100 bytes
 * each) so that a row can point at any of several tables, and every pointer that leads nowhere is told by its field.
 */
export class DirectoryIds {
  #tables: ReadonlyMap<LinkedTable, ReadonlyMap<string, string>> = new Map();

  constructor(
    private readonly client: ImportRun["client"],
    private readonly source: string,
  ) {}

  /** Reads the ids of these tables as they are now, and forgets all others. */
  async read(tables: readonly LinkedTable[]): Promise<void> {
    const read = new Map<LinkedTable, ReadonlyMap<string, string>>();
    for (const table of new Set(tables)) {
      const { rows } = await this.client.query<{ external_id: string; id: string }>(
        `/* resources.import.ids */ SELECT external_id, id FROM ${table} WHERE source = $1`,
        [this.source],
      );
      read.set(table, new Map(rows.map((row) => [row.external_id, row.id])));
    }
    this.#tables = read;
  }

  find(table: LinkedTable, externalId: string): string | undefined {
    return this.#tables.get(table)?.get(externalId);
  }
}
