import { rowColumns } from "@corespond/kit";

import { partLoader, type PartLoader } from "../loading/partLoader";
import { viewLanguage } from "./language.policy";
import { LanguageRow } from "./language.row";
import type { Language } from "./language.type";

const of = (whose: string, column: string): PartLoader<Language> =>
  partLoader<LanguageRow, Language>(`resources.language.of.${whose}`, {
    columns: (dataSource) => rowColumns(dataSource, LanguageRow, "l"),
    from: "language l",
    where: `l.${column} = key.parent`,
    orderBy: "l.name, l.code, l.id",
    view: viewLanguage,
  });

/** The languages of a record, by what it is. */
export const languagesOf = {
  service: of("service", "service_id"),
  location: of("location", "location_id"),
  phone: of("phone", "phone_id"),
} as const;
