import { fail, failNotFound, UserErrorCode, type Action } from "@corespond/kit";
import { v7 as uuidv7 } from "uuid";

import { recordingPolicyRoles } from "./crisisDataPolicy.policy";

/** An agency's policy to record; `adoptedOn` is a text `YYYY-MM-DD`. */
export interface NewCrisisDataPolicy {
  readonly idempotencyKey: string;
  readonly agencyId: string;
  readonly adoptedOn: string;
  readonly title: string;
}

const field = ["input", "agencyId"];

/** Records an agency's policy. An earlier one stays on record. */
export const recordCrisisDataPolicy: Action<NewCrisisDataPolicy, { readonly agencyId: string }> = {
  name: "recordCrisisDataPolicy",
  roles: recordingPolicyRoles,
  act: async (transaction, { agencyId, adoptedOn, title }) => {
    const { viewer } = transaction.context;
    const [agency] = await transaction.query<{ own: boolean; future: boolean }>({
      name: "agencies.crisisDataPolicy.agency",
      text: `SELECT a.id = $2 OR EXISTS (
               SELECT FROM program_membership m JOIN program p ON p.id = m.program_id
               WHERE m.agency_id = a.id AND p.county_agency_id = $2) AS own,
               $3::date > agency_today(a.id) AS future
             FROM agency a WHERE a.id = $1`,
      values: [agencyId, viewer.agencyId, adoptedOn],
    });
    if (!agency) failNotFound("agency", field);
    if (!agency.own)
      fail(UserErrorCode.NOT_ALLOWED, "You record policies of your own agency or county's members only.", field);
    if (agency.future)
      fail(UserErrorCode.INVALID, `\`adoptedOn\` must not be in the future, but got: ${adoptedOn}.`, [
        "input",
        "adoptedOn",
      ]);
    await transaction.query({
      name: "agencies.crisisDataPolicy.insert",
      text: "INSERT INTO crisis_data_policy (id, agency_id, adopted_on, title, recorded_by) VALUES ($1, $2, $3, $4, $5)",
      values: [uuidv7(), agencyId, adoptedOn, title, viewer.id],
    });
    await transaction.audit({
      action: "recordCrisisDataPolicy",
      subjects: { Agency: [agencyId] },
      fields: ["CrisisDataPolicy.adoptedOn", "CrisisDataPolicy.title"],
    });
    return { agencyId };
  },
};
