import { UserErrorCode, type UserError } from "@corespond/kit";

import { RecordSource } from "./recordSource";
import type { TennessenWarningInput } from "./tennessenWarning.inputs";

/** What a registration says of its source. */
export interface SourceStatement {
  readonly source?: RecordSource | null;
  readonly tennessenWarning?: TennessenWarningInput | null;
}

/** L14: data asked from the person needs the warning first; data from anybody else needs none. */
export function brokenTennessenRules({ source, tennessenWarning }: SourceStatement): readonly UserError[] {
  const field = ["input", "tennessenWarning"];
  if (source === RecordSource.SUBJECT && tennessenWarning == null) {
    const message = "Whoever is asked for data about themselves is warned first (Minn. Stat. 13.04 subd. 2): say how.";
    return [{ code: UserErrorCode.REQUIRED, message, field }];
  }
  if (tennessenWarning && tennessenWarning.givenAt.getTime() > Date.now())
    return [
      { code: UserErrorCode.INVALID, message: "`givenAt` must not be in the future.", field: [...field, "givenAt"] },
    ];
  return [];
}
