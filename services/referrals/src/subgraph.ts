import { auditPort, load, SealAudit1771000000000, type SliceDefinition } from "@corespond/kit";

import { AgencyResolver } from "./agency/agency.resolver";
import { AgencyReference } from "./agency/agency.type";
import { callFactPolicy } from "./callFact/callFact.policy";
import { keepCallFact } from "./callFact/callRecorded.service";
import { contactById } from "./contact/contact.loader";
import { contactPolicy } from "./contact/contact.policy";
import { ContactResolver } from "./contact/contact.resolver";
import { ContactRow } from "./contact/contact.row";
import { RecordContactMutations } from "./contact/recordContact.mutations";
import { CreateReferrals1767225600000 } from "./migrations/CreateReferrals";
import { KeepMeasures1767225600001 } from "./migrations/KeepMeasures";
import { KeepProtection1771100000010 } from "./migrations/KeepProtection";
import { KeepRelations1771300000000 } from "./migrations/KeepRelations";
import { measureFunctionsSql } from "./measures/access/measureFunctions.sql";
import { measureSnapshotPolicy } from "./measures/snapshot/measureSnapshot.policy";
import { MeasureSnapshotRow } from "./measures/snapshot/measureSnapshot.row";
import { PublishOutcomesMutations } from "./measures/snapshot/publishOutcomes.mutations";
import { KeepTennessenWarnings1771200000010 } from "./migrations/KeepTennessenWarnings";
import { KeepWelfareCoordination1771400000000 } from "./migrations/KeepWelfareCoordination";
import { PersonResolver } from "./person/person.resolver";
import { PersonReference } from "./person/person.type";
import { visibleRecords } from "./ports/people.port";
import { ProgramResolver } from "./program/program.resolver";
import { ProgramReference } from "./program/program.type";
import { referralById } from "./referral/referral.loader";
import { ReferralMutations } from "./referral/referral.mutations";
import { referralPolicy } from "./referral/referral.policy";
import { ReassignReferralMutations } from "./referral/reassignReferral.mutations";
import { ReferralResolver } from "./referral/referral.resolver";
import { ReferralRow } from "./referral/referral.row";
import { ReferralFieldsResolver } from "./referral/referralFields.resolver";
import { ReferralHistoryResolver } from "./referral/referralHistory.resolver";
import { SubmitReferralMutations } from "./referral/submitReferral.mutations";
import { WithdrawReferralMutations } from "./referral/withdrawReferral.mutations";
import { referralEventPolicy } from "./referralEvent/referralEvent.policy";
import { ReferralEventResolver } from "./referralEvent/referralEvent.resolver";
import { ReferralEventRow } from "./referralEvent/referralEvent.row";
import { referralMessagePolicy } from "./referralMessage/referralMessage.policy";
import { ReferralMessageResolver } from "./referralMessage/referralMessage.resolver";
import { ReferralMessageRow } from "./referralMessage/referralMessage.row";
import { relations } from "./relations/relations.port";
import { expungeFunction } from "./rights/expungeFunction.sql";
import { holdings } from "./rights/holdings.port";
import { expungeRecords } from "./rights/personExpunged.service";
import { recordFunctions } from "./rights/recordFunctions.sql";
import { ServiceResolver } from "./service/service.resolver";
import { ServiceReference } from "./service/service.type";
import { ReferToServiceMutations } from "./serviceReferral/referToService.mutations";
import { closeFunction } from "./serviceReferral/closeFunction";
import { rejectFunction } from "./serviceReferral/rejectFunction";
import { serviceReferralById } from "./serviceReferral/serviceReferral.loader";
import { ServiceReferralMutations } from "./serviceReferral/serviceReferral.mutations";
import { serviceReferralPolicy } from "./serviceReferral/serviceReferral.policy";
import { ServiceReferralResolver } from "./serviceReferral/serviceReferral.resolver";
import { ServiceReferralRow } from "./serviceReferral/serviceReferral.row";
import { ServiceReferralFieldsResolver } from "./serviceReferral/serviceReferralFields.resolver";
import { StaffMemberResolver } from "./staffMember/staffMember.resolver";
import { StaffMemberReference } from "./staffMember/staffMember.type";
import { tennessenPolicy } from "./tennessen/tennessen.policy";
import { WelfareCoordinationMutations } from "./welfareCoordination/welfareCoordination.mutations";
import { welfareCoordinationPolicy } from "./welfareCoordination/welfareCoordination.policy";
import { AgencyWelfareCoordinationResolver } from "./welfareCoordination/welfareCoordination.resolver";
import { WelfareCoordinationRow } from "./welfareCoordination/welfareCoordination.row";

const id = (reference: Readonly<Record<string, string>>): string => reference["id"] ?? "";

/** What this slice contributes: referrals, the contacts made for them, the service referrals that follow. */
export const referralsSlice: SliceDefinition = {
  name: "referrals",
  graph: {
    resolvers: [
      ReferralResolver,
      ReferralFieldsResolver,
      ReferralHistoryResolver,
      SubmitReferralMutations,
      ReferralMutations,
      ReassignReferralMutations,
      WithdrawReferralMutations,
      ReferralEventResolver,
      ReferralMessageResolver,
      ContactResolver,
      RecordContactMutations,
      ServiceReferralResolver,
      ServiceReferralFieldsResolver,
      ReferToServiceMutations,
      ServiceReferralMutations,
      PersonResolver,
      AgencyResolver,
      ProgramResolver,
      PublishOutcomesMutations,
      StaffMemberResolver,
      ServiceResolver,
      AgencyWelfareCoordinationResolver,
      WelfareCoordinationMutations,
    ],
    orphanedTypes: [PersonReference, AgencyReference, ProgramReference, StaffMemberReference, ServiceReference],
    references: {
      Referral: (reference, context) => load(context, referralById, id(reference)),
      Contact: (reference, context) => load(context, contactById, id(reference)),
      ServiceReferral: (reference, context) => load(context, serviceReferralById, id(reference)),
    },
  },
  rows: [
    ReferralRow,
    ContactRow,
    ServiceReferralRow,
    ReferralEventRow,
    ReferralMessageRow,
    MeasureSnapshotRow,
    WelfareCoordinationRow,
  ],
  migrations: [
    CreateReferrals1767225600000,
    KeepMeasures1767225600001,
    SealAudit1771000000000,
    KeepProtection1771100000010,
    KeepTennessenWarnings1771200000010,
    KeepRelations1771300000000,
    KeepWelfareCoordination1771400000000,
  ],
  policies: [
    referralPolicy,
    contactPolicy,
    serviceReferralPolicy,
    referralEventPolicy,
    referralMessagePolicy,
    callFactPolicy,
    measureSnapshotPolicy,
    tennessenPolicy,
    welfareCoordinationPolicy,
  ],
  afterAccess: (appRole) =>
    [rejectFunction, closeFunction, measureFunctionsSql, recordFunctions, expungeFunction]
      .map((sql) => sql(appRole))
      .join("\n"),
  port: { relations, holdings, ...auditPort(visibleRecords) },
  consumes: { agencies: { "call.recorded": keepCallFact }, people: { "person.expunged": expungeRecords } },
};
