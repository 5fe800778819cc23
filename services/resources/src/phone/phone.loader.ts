import { rowColumns } from "@corespond/kit";

import { partLoader, type PartLoader } from "../loading/partLoader";
import { viewPhone } from "./phone.policy";
import { PhoneRow } from "./phone.row";
import type { Phone } from "./phone.type";

const of = (whose: string, column: string, orElse = ""): PartLoader<Phone> =>
  partLoader<PhoneRow, Phone>(`resources.phone.of.${whose}`, {
    columns: (dataSource) => rowColumns(dataSource, PhoneRow, "p"),
    from: "phone p",
    where: `(p.${column} = key.parent${orElse})`,
    orderBy: "p.external_id, p.id",
    view: viewPhone,
  });

/** The telephones of a record, by what it is. */
export const phonesOf = {
  organization: of("organization", "organization_id"),
  service: of("service", "service_id", " OR p.further_service_ids @> ARRAY[key.parent]"),
  location: of("location", "location_id"),
  serviceAtLocation: of("serviceAtLocation", "service_at_location_id"),
  contact: of("contact", "contact_id"),
} as const;
