import { runSliceProcess } from "@corespond/kit";

import { referralsSlice } from "./subgraph";

void runSliceProcess(referralsSlice, ["agencies", "people", "resources"]);
