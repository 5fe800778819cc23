import type { RequestContext, AnyPolicy } from "@corespond/kit";

import { shownPlaces } from "../access/shownPlace";
import { viewFields } from "../loading/viewFields";
import type { LanguageRow } from "./language.row";
import { Language } from "./language.type";

/** Languages are public, save those of a confidential location. */
export const languagePolicy: AnyPolicy = shownPlaces({
  type: "Language",
  table: "language",
  columns: ["location_id"],
  also: ["(phone_id IS NULL OR EXISTS (SELECT FROM phone p WHERE p.id = phone_id))"],
});

/** Makes a language's view. */
export function viewLanguage(_context: RequestContext, row: LanguageRow): Language {
  return viewFields(Language, row, ["id", "name", "code", "note"]);
}
