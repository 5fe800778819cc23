import type { RowPage } from "../database/readPages";
import type { Connection } from "./connection";

/** A page of rows as a page of views; a row that a policy makes no view of would be a fault, so views are in row order. */
export function pageOfViews<R, V>(
  page: RowPage<R>,
  view: (row: R) => V,
  countAll: () => Promise<number>,
): Connection<V> {
  return {
    edges: page.rows.map(({ row, cursor }) => ({ node: view(row), cursor })),
    pageInfo: page.pageInfo,
    countAll,
  };
}
