import { runSliceProcess } from "@corespond/kit";

import { resourcesSlice } from "./index";

void runSliceProcess(resourcesSlice, []);
