import { runSliceProcess } from "@corespond/kit";

import { agenciesSlice } from "./index";

void runSliceProcess(agenciesSlice, ["people", "referrals"]);
