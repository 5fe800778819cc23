import type { CountyData } from "@corespond/agencies";

import { countyAgencies } from "./countyAgencies";
import { countyCodes, countyCodeSets } from "./countyCodes";
import { countyJurisdictions, countyServedBy } from "./countyJurisdictions";
import {
  countyCrisisNumbers,
  countyHolidays,
  countyIntakeHours,
  countyMemberships,
  countyPrograms,
} from "./countyProgram";
import { countyAssignments, countyIssuers, countyLogins, countyStaff } from "./countyStaff";

/** Hennepin County as the demonstration shows it: public facts about agencies, and staff who are made up. */
export const demoCounty: CountyData = {
  agencies: countyAgencies,
  jurisdictions: countyJurisdictions,
  servedBy: countyServedBy,
  programs: countyPrograms,
  memberships: countyMemberships,
  crisisNumbers: countyCrisisNumbers,
  intakeHours: countyIntakeHours,
  holidays: countyHolidays,
  issuers: countyIssuers,
  staff: countyStaff,
  logins: countyLogins,
  assignments: countyAssignments,
  natureCodes: countyCodes,
  natureCodeSets: countyCodeSets,
};
