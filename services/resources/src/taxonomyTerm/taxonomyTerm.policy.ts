import type { RequestContext, AnyPolicy } from "@corespond/kit";

import { publicTable } from "../access/publicTable";
import { viewFields } from "../loading/viewFields";
import type { TaxonomyTermRow } from "./taxonomyTerm.row";
import { TaxonomyTerm } from "./taxonomyTerm.type";

/** Taxonomy terms are public. */
export const taxonomyTermPolicy: AnyPolicy = publicTable("TaxonomyTerm", "taxonomy_term");

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
