import type { RequestContext, RowAccess } from "@corespond/kit";

import { publicRows } from "../access/publicRows";
import { viewFields } from "../loading/viewFields";
import type { TaxonomyTermRow } from "./taxonomyTerm.row";
import { TaxonomyTerm } from "./taxonomyTerm.type";

/** Taxonomy terms are public. */
export const taxonomyTermAccess: RowAccess = publicRows("taxonomy_term");

/** Makes a term's view. */
export function viewTaxonomyTerm(_context: RequestContext, row: TaxonomyTermRow): TaxonomyTerm {
  return viewFields(TaxonomyTerm, row, [
    "id",
    "source",
    "externalId",
    "code",
    "name",
    "description",
    "taxonomy",
    "language",
    "termUri",
    "parentIds",
  ]);
}
