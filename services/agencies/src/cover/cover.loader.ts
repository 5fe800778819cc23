import { idLoader, listLoader, rowColumns } from "@corespond/kit";
import type { DataSource } from "typeorm";

import { viewCover, type CoverToday } from "./cover.policy";
import { coverHolds } from "./coverHolds";
import { CoverRow } from "./cover.row";
import type { CaseloadCover } from "./cover.type";

const columns = (dataSource: DataSource): string =>
  `${rowColumns(dataSource, CoverRow, "c")}, ${coverHolds("c", "agency_today(c.county_agency_id)")} AS "active"`;

const ofTheDay = `c.ended_at IS NULL AND c.to_on > coalesce(key.as_of, agency_today(c.county_agency_id))
  AND (key.as_of IS NULL OR c.from_on <= key.as_of)`;

const list = { columns, from: "caseload_cover c", orderBy: "c.from_on, c.id", view: viewCover };

/** Covers by id. */
export const coverById = idLoader<CoverToday, CaseloadCover>("agencies.cover.byId", { ...list, idSql: "c.id" });

/** What a social worker covers: of a day, or without one all that is not over. */
export const coversOf = listLoader<CoverToday, CaseloadCover>("agencies.cover.ofCovering", {
  ...list,
  where: `c.covering_id = key.parent AND ${ofTheDay}`,
});

/** By whom a social worker's caseload is covered: of a day, or without one all that is not over. */
export const coveredBy = listLoader<CoverToday, CaseloadCover>("agencies.cover.ofLender", {
  ...list,
  where: `c.lender_id = key.parent AND ${ofTheDay}`,
});
