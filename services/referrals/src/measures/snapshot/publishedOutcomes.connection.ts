import { connectionType } from "@corespond/kit";

import { PublishedOutcomes } from "./publishedOutcomes.type";

/** A page of published outcomes. */
export const PublishedOutcomesConnection = connectionType(PublishedOutcomes, "PublishedOutcomes");
