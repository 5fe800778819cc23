import { auditPort, load, type SliceDefinition } from "@corespond/kit";

import { agencyById } from "./agency/agency.loader";
import { agencyPolicy } from "./agency/agency.policy";
import { AgencyResolver } from "./agency/agency.resolver";
import { AgencyRow } from "./agency/agency.row";
import { assignmentById } from "./assignment/assignment.loader";
import { AssignmentMutations } from "./assignment/assignment.mutations";
import { assignmentPolicy } from "./assignment/assignment.policy";
import { AssignmentResolver } from "./assignment/assignment.resolver";
import { AssignmentRow } from "./assignment/assignment.row";
import { agencyTodaySql } from "./calendar/agencyToday";
import { callById } from "./call/call.loader";
import { CallMutations } from "./call/call.mutations";
import { callPolicy, natureCodePolicy, natureCodeSetPolicy } from "./call/call.policy";
import { CallResolver } from "./call/call.resolver";
import { CallRow } from "./call/call.row";
import { CallLinkMutations } from "./call/callLink.mutations";
import { callCountsSql } from "./call/callCountsSql";
import { crisisDataPolicyPolicy } from "./crisisDataPolicy/crisisDataPolicy.policy";
import { AgencyCrisisDataPolicyResolver } from "./crisisDataPolicy/crisisDataPolicy.resolver";
import { CrisisDataPolicyMutations } from "./crisisDataPolicy/crisisDataPolicy.mutations";
import { CrisisDataPolicyRow } from "./crisisDataPolicy/crisisDataPolicy.row";
import { checkpointPolicy } from "./importers/calls/checkpoint";
import { replacementPolicy } from "./importers/calls/keepReplacements";
import { coverById } from "./cover/cover.loader";
import { CoverMutations } from "./cover/cover.mutations";
import { coverPolicy } from "./cover/cover.policy";
import { CoverResolver, StaffCoversResolver } from "./cover/cover.resolver";
import { CoverRow } from "./cover/cover.row";
import { jurisdictionById } from "./jurisdiction/jurisdiction.loader";
import { jurisdictionPolicy } from "./jurisdiction/jurisdiction.policy";
import { JurisdictionResolver } from "./jurisdiction/jurisdiction.resolver";
import { JurisdictionRow } from "./jurisdiction/jurisdiction.row";
import { migrations } from "./migrations/migrations";
import { NatureCodeRow } from "./natureCode/natureCode.row";
import { natureCodeSetById, natureCodeSetByName } from "./natureCode/natureCodeSet.loader";
import { NatureCodeSetResolver } from "./natureCode/natureCodeSet.resolver";
import { NatureCodeSetRow } from "./natureCode/natureCodeSet.row";
import { OrganizationReference } from "./organization/organization.type";
import { PersonResolver } from "./person/person.resolver";
import { PersonReference } from "./person/person.type";
import { agencyFacts } from "./port/agencyFacts";
import { callCounts } from "./port/callCounts";
import { callFacts } from "./port/callFacts";
import { codeSet } from "./port/codeSet";
import { crisisDataPolicyOf } from "./port/crisisDataPolicyOf";
import { intakeOf } from "./port/intakeOf";
import { programFacts } from "./port/programFacts";
import { recordRefusals } from "./port/recordRefusals";
import { socialWorkerFact } from "./port/socialWorkerFact";
import { staffBySubject } from "./port/staffBySubject";
import { visibleRecords } from "./ports/people.port";
import { coverageSql } from "./program/coverageSql";
import { MembershipResolver } from "./program/membership.resolver";
import { MembershipRow } from "./program/membership.row";
import { programById } from "./program/program.loader";
import { programPolicy } from "./program/program.policy";
import { ProgramResolver } from "./program/program.resolver";
import { ProgramRow } from "./program/program.row";
import { ReferralResolver } from "./referral/referral.resolver";
import { ReferralReference } from "./referral/referral.type";
import { AgencyRepeatCallersResolver, RepeatCallersResolver } from "./repeatCalls/repeatCallers.resolver";
import { repeatCallerTotalsSql } from "./repeatCalls/repeatCallerTotalsSql";
import { AgencyRepeatLocationsResolver } from "./repeatCalls/repeatLocations.resolver";
import { holdings } from "./rights/holdings.port";
import { expungeRecords } from "./rights/personExpunged.service";
import { recordFunctionsSql } from "./rights/recordFunctions.sql";
import { staffById } from "./staff/staff.loader";
import { loginPolicy, staffPolicy } from "./staff/staff.policy";
import { StaffResolver } from "./staff/staff.resolver";
import { StaffRow } from "./staff/staff.row";

/** What the slice `agencies` contributes: who the agencies are, who works there, and which calls they took. */
export const agenciesSlice: SliceDefinition = {
  name: "agencies",
  graph: {
    resolvers: [
      AgencyResolver,
      JurisdictionResolver,
      ProgramResolver,
      MembershipResolver,
      StaffResolver,
      AssignmentResolver,
      AssignmentMutations,
      CoverResolver,
      StaffCoversResolver,
      CoverMutations,
      CallResolver,
      CallMutations,
      CallLinkMutations,
      AgencyCrisisDataPolicyResolver,
      CrisisDataPolicyMutations,
      NatureCodeSetResolver,
      AgencyRepeatCallersResolver,
      RepeatCallersResolver,
      AgencyRepeatLocationsResolver,
      PersonResolver,
      ReferralResolver,
    ],
    orphanedTypes: [PersonReference, ReferralReference, OrganizationReference],
    references: {
      Agency: async ({ id = "" }, context) => await load(context, agencyById, id),
      Jurisdiction: async ({ id = "" }, context) => await load(context, jurisdictionById, id),
      Program: async ({ id = "" }, context) => await load(context, programById, id),
      StaffMember: async ({ id = "" }, context) => await load(context, staffById, id),
      Assignment: async ({ id = "" }, context) => await load(context, assignmentById, id),
      CaseloadCover: async ({ id = "" }, context) => await load(context, coverById, id),
      CallForService: async ({ id = "" }, context) => await load(context, callById, id),
      NatureCodeSet: async ({ id, name = "", version = "" }, context) =>
        id === undefined
          ? await load(context, natureCodeSetByName, { name, version })
          : await load(context, natureCodeSetById, id),
    },
  },
  rows: [
    AgencyRow,
    JurisdictionRow,
    ProgramRow,
    MembershipRow,
    StaffRow,
    AssignmentRow,
    CoverRow,
    CallRow,
    CrisisDataPolicyRow,
    NatureCodeRow,
    NatureCodeSetRow,
  ],
  migrations,
  policies: [
    agencyPolicy,
    jurisdictionPolicy,
    programPolicy,
    staffPolicy,
    loginPolicy,
    assignmentPolicy,
    coverPolicy,
    callPolicy,
    natureCodePolicy,
    natureCodeSetPolicy,
    checkpointPolicy,
    replacementPolicy,
    crisisDataPolicyPolicy,
  ],
  afterAccess: (appRole) => `
    ${agencyTodaySql}
    ${coverageSql}
    GRANT EXECUTE ON FUNCTION agency_today(uuid), program_coverage(uuid, date) TO "${appRole}";
    ${callCountsSql(appRole)}
    ${repeatCallerTotalsSql(appRole)}
    ${recordFunctionsSql(appRole)}`,
  port: {
    staffBySubject,
    agencyFacts,
    callFacts,
    intakeOf,
    codeSet,
    programFacts,
    callCounts,
    crisisDataPolicyOf,
    holdings,
    socialWorkerFact,
    recordRefusals,
    ...auditPort(visibleRecords),
  },
  consumes: { people: { "person.expunged": expungeRecords } },
};
