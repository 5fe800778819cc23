import { runSliceProcess } from "@corespond/kit";

import { peopleSlice } from "./index";

void runSliceProcess(peopleSlice, ["agencies", "referrals"]);
