import { agenciesSlice } from "@corespond/agencies";
import type { SliceDefinition } from "@corespond/kit";
import { peopleSlice } from "@corespond/people";
import { referralsSlice } from "@corespond/referrals";
import { resourcesSlice } from "@corespond/resources";

/** The four slices of the graph. The hub is the one place that knows them all. */
export const slices: readonly SliceDefinition[] = [agenciesSlice, peopleSlice, referralsSlice, resourcesSlice];
