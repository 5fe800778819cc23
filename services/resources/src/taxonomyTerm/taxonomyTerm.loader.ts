import { idLoader, pageLoader, rowColumns } from "@corespond/kit";
import type { DataSource } from "typeorm";

import { partLoader } from "../loading/partLoader";
import { viewTaxonomyTerm } from "./taxonomyTerm.policy";
import { TaxonomyTermRow } from "./taxonomyTerm.row";
import type { TaxonomyTerm } from "./taxonomyTerm.type";

const source = {
  columns: (dataSource: DataSource): string => rowColumns(dataSource, TaxonomyTermRow, "t"),
  from: "taxonomy_term t",
  view: viewTaxonomyTerm,
};

/** Terms by id. */
export const taxonomyTermById = idLoader<TaxonomyTermRow, TaxonomyTerm>("resources.taxonomyTerm.byId", {
  ...source,
  idSql: "t.id",
});

/** The terms directly below a term. */
export const taxonomyTermsBelow = partLoader<TaxonomyTermRow, TaxonomyTerm>("resources.taxonomyTerm.below", {
  ...source,
  where: "t.parent_ids @> ARRAY[key.parent]",
  orderBy: "t.name, t.id",
});

/** Terms by name: those whose name holds a text, or all. */
export const taxonomyTermPages = pageLoader<TaxonomyTermRow, TaxonomyTerm, { readonly search: string | null }>(
  "resources.taxonomyTerm.list",
  {
    list: ({ database }, { search }) => ({
      name: "resources.taxonomyTerm.list",
      columns: source.columns(database.dataSource),
      from: source.from,
      where: "$2::text IS NULL OR t.name ILIKE $2",
      values: [search === null ? null : `%${search.replace(/[\\%_]/g, "\\$&")}%`],
      sort: { sql: "lower(t.name)", type: "text", descending: false },
      idSql: "t.id",
    }),
    view: viewTaxonomyTerm,
  },
);
