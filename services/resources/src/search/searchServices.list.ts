import { invariant, uuidKeys, type PagedList } from "@corespond/kit";

import { nearSql } from "./nearSql";
import { ServiceOrder } from "./searchServices.args";
import type { ServiceFilter } from "./serviceFilter";
import { SqlValues } from "./sqlValues";
import { textSql } from "./textSql";

/** A search as one list in SQL, for the select list `columns` of the alias `s`. */
export function searchServicesList(filter: ServiceFilter, columns: string): PagedList {
  const values = new SqlValues(1);
  const text = filter.text === null ? null : textSql(filter.text, values);
  const found = text?.found ?? "service_search";
  const near = filter.near === null ? "" : ` JOIN ${nearSql(filter.near, values)} near ON near.service_id = s.id`;
  const conditions = [
    `s.status = ANY (${values.add(filter.status)}::text[])`,
    filter.taxonomyTermIds && `d.term_ids && ${values.add(uuidKeys(filter.taxonomyTermIds))}::uuid[]`,
    filter.openAt && openSql(values.add(filter.openAt)),
    filter.age !== null && ageSql(values.add(filter.age)),
    filter.acceptanceMode && `s.acceptance_mode = ${values.add(filter.acceptanceMode)}`,
  ].filter((condition) => typeof condition === "string");
  return {
    name: "resources.service.search",
    columns,
    from: `${found} d JOIN service s ON s.id = d.service_id${near}`,
    where: conditions.join(" AND "),
    values: values.values,
    sort: sortOf(filter.orderBy, text?.rank),
    idSql: "s.id",
  };
}

const openSql = (instant: string): string =>
  `EXISTS (SELECT FROM opening o WHERE o.service_id = s.id AND opening_holds(o, ${instant}::timestamptz))`;

const ageSql = (age: string): string =>
  `(s.minimum_age IS NULL OR s.minimum_age <= ${age}::integer) AND (s.maximum_age IS NULL OR s.maximum_age >= ${age}::integer)`;

function sortOf(orderBy: ServiceOrder, rank: string | undefined): PagedList["sort"] {
  switch (orderBy) {
    case ServiceOrder.RELEVANCE:
      invariant(rank, "an order by relevance has a text");
      return { sql: rank, type: "double precision", descending: true };
    case ServiceOrder.DISTANCE:
      return { sql: "near.miles", type: "double precision", descending: false };
    case ServiceOrder.NAME:
      return { sql: "lower(s.name)", type: "text", descending: false };
  }
}
