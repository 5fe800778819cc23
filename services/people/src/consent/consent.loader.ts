import { idLoader, pageLoader, rowColumns } from "@corespond/kit";
import type { DataSource } from "typeorm";

import { grantedLoader } from "../record/grantedLoader";
import { viewConsent } from "./consent.policy";
import { ConsentRow } from "./consent.row";
import type { Consent } from "./consent.type";

const columns = (dataSource: DataSource): string => rowColumns(dataSource, ConsentRow, "c");

/** Loads consents by id. */
export const consentById = grantedLoader(
  idLoader<ConsentRow, Consent>("people.consent.byId", {
    columns,
    from: "consent c",
    idSql: "c.id",
    view: viewConsent,
  }),
  (consentIds) => ({ consentIds }),
);

/** Loads the consents on some records, the latest signed first. */
export const consentsOfRecords = grantedLoader(
  pageLoader<ConsentRow, Consent, null>("people.consent.ofRecords", {
    list: (context) => ({
      name: "people.consent.ofRecords",
      columns: columns(context.database.dataSource),
      from: "consent c",
      where: "c.record_id = ANY (parent.keys)",
      values: [],
      sort: { sql: "c.signed_on", type: "date", descending: true },
      idSql: "c.id",
    }),
    view: viewConsent,
  }),
  (keys) => ({ recordIds: keys.flatMap(({ parents }) => parents) }),
);
