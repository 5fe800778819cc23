import { SealAudit1771000000000, type Migration } from "@corespond/kit";

import { CallHistory1767225600000 } from "./CallHistory1767225600000";
import { CallImportCheckpoint1767311900000 } from "./CallImportCheckpoint1767311900000";
import { CallReplacements1767484800000 } from "./CallReplacements1767484800000";
import { CrisisDataPolicies1771200000000 } from "./CrisisDataPolicies1771200000000";
import { CaseloadCovers1771300000000 } from "./CaseloadCovers1771300000000";
import { Provenance1767225600001 } from "./Provenance1767225600001";
import { RepeatCalls1767398400000 } from "./RepeatCalls1767398400000";
import { Start1735689600000 } from "./Start1735689600000";

/** All migrations of the slice, oldest first. */
export const migrations: readonly Migration[] = [
  Start1735689600000,
  CallHistory1767225600000,
  Provenance1767225600001,
  CallImportCheckpoint1767311900000,
  RepeatCalls1767398400000,
  CallReplacements1767484800000,
  SealAudit1771000000000,
  CrisisDataPolicies1771200000000,
  CaseloadCovers1771300000000,
];
