import { idLoader, pageLoader, rowColumns, type ViewSource } from "@corespond/kit";

import { viewContact } from "./contact.policy";
import { ContactRow } from "./contact.row";
import type { Contact } from "./contact.type";

const source: ViewSource<ContactRow, Contact> = {
  columns: (dataSource) => rowColumns(dataSource, ContactRow, "c"),
  from: "contact c",
  view: viewContact,
};

/** A contact by its id. */
export const contactById = idLoader("referrals.contact.byId", { ...source, idSql: "c.id" });

/** The contacts of a referral, from the latest to the earliest. */
export const contactsOfReferral = pageLoader("referrals.contact.ofReferral", {
  list: (context, _filter: null) => ({
    name: "referrals.contact.ofReferral",
    columns: source.columns(context.database.dataSource),
    from: source.from,
    where: "c.referral_id = ANY (parent.keys)",
    values: [],
    sort: { sql: "c.occurred_at", type: "timestamptz", descending: true },
    idSql: "c.id",
  }),
  view: source.view,
});
