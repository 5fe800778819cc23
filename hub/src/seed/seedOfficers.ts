import type { CountyData } from "@corespond/agencies";
import { Role } from "@corespond/kit";

import { agencyId, type AgencyKey } from "../demo/county/countyAgencies";
import { demoId } from "../demo/demoIds";

/** The id of the officer of an agency who refers in the tale. */
export const seedOfficerId = (agency: AgencyKey): string => demoId("staff", `seed-officer/${agency}`);

/** One officer for each agency of the tale; nobody signs in as them. */
export function seedOfficers(agencies: readonly AgencyKey[]): NonNullable<CountyData["staff"]> {
  return agencies.map((agency) => ({
    id: seedOfficerId(agency),
    givenName: "Pat",
    familyName: `Testofficer of ${agency}`,
    role: Role.OFFICER,
    agencyId: agencyId(agency),
    activeFrom: "2019-01-01",
  }));
}
