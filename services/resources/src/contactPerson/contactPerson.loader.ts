import { rowColumns } from "@corespond/kit";

import { partLoader, type PartLoader } from "../loading/partLoader";
import { viewContactPerson } from "./contactPerson.policy";
import { ContactPersonRow } from "./contactPerson.row";
import type { ContactPerson } from "./contactPerson.type";

const of = (whose: string, column: string): PartLoader<ContactPerson> =>
  partLoader<ContactPersonRow, ContactPerson>(`resources.contactPerson.of.${whose}`, {
    columns: (dataSource) => rowColumns(dataSource, ContactPersonRow, "c"),
    from: "contact_person c",
    where: `c.${column} = key.parent`,
    orderBy: "c.name, c.id",
    view: viewContactPerson,
  });

/** The persons to ask of a record, by what it is. */
export const contactsOf = {
  organization: of("organization", "organization_id"),
  service: of("service", "service_id"),
  location: of("location", "location_id"),
  serviceAtLocation: of("serviceAtLocation", "service_at_location_id"),
} as const;
