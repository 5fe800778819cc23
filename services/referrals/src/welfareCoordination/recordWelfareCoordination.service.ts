import { fail, UserErrorCode, type Action } from "@corespond/kit";
import { v7 as uuidv7 } from "uuid";

import { actingStaff } from "../mutation/actingStaff";
import { insertRow } from "../rows/insertRow";
import { recordingRoles } from "./welfareCoordination.policy";
import { WelfareCoordinationRow } from "./welfareCoordination.row";

/** A decision to record. */
interface NewDecision {
  readonly idempotencyKey: string;
  readonly organizationId: string;
  readonly allowed: boolean;
  readonly citation: string;
}

/** Records a county's decision. Earlier ones stay on record. */
export const recordWelfareCoordination: Action<NewDecision, { readonly agencyId: string }> = {
  name: "recordWelfareCoordination",
  roles: recordingRoles,
  act: async (transaction, { organizationId, allowed, citation }) => {
    const { viewer } = transaction.context;
    const { agencyId } = viewer;
    if (agencyId === null) fail(UserErrorCode.NOT_ALLOWED, "You belong to no county that could decide.", ["input"]);
    const id = uuidv7();
    await insertRow(transaction, WelfareCoordinationRow, {
      ...{ id, agencyId, organizationId, allowed, citation },
      recordedBy: actingStaff(viewer),
      recordedAt: new Date(),
    });
    await transaction.audit({
      action: "recordWelfareCoordination",
      subjects: { WelfareCoordination: [id] },
      fields: ["WelfareCoordination.allowed", "WelfareCoordination.citation"],
      basis: ["STATUTE"],
    });
    return { agencyId };
  },
};
