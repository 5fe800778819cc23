import { load, SealAudit1771000000000, type SliceDefinition } from "@corespond/kit";

import { PersonAccessesResolver } from "./access/accesses.resolver";
import { AccountingMutations } from "./accounting/accounting.mutations";
import { accountingPolicy } from "./accounting/accounting.policy";
import { PersonAccountingResolver } from "./accounting/accounting.resolver";
import { AccountingRequestRow } from "./accounting/accountingRequest.row";
import { AccountingSuspensionRow } from "./accounting/accountingSuspension.row";
import { AddressRow } from "./address/address.row";
import { breakGlassPolicy } from "./breakGlass/breakGlass.policy";
import { BreakGlassResolver } from "./breakGlass/breakGlass.resolver";
import { BreakGlassRow } from "./breakGlass/breakGlass.row";
import { openBreakGlassSql } from "./breakGlass/openBreakGlass.sql";
import { consentById } from "./consent/consent.loader";
import { consentPolicy } from "./consent/consent.policy";
import { consentFunctionsSql } from "./consent/consent.functions.sql";
import { ConsentMutations } from "./consent/consent.mutations";
import { ConsentResolver, PersonConsentsResolver } from "./consent/consent.resolver";
import { ConsentRow } from "./consent/consent.row";
import { CrisisDisclosureMutations } from "./crisisDisclosure/crisisDisclosure.mutations";
import { crisisDisclosurePolicy } from "./crisisDisclosure/crisisDisclosure.policy";
import { CrisisDisclosureResolver } from "./crisisDisclosure/crisisDisclosure.resolver";
import { CrisisDisclosureRow } from "./crisisDisclosure/crisisDisclosure.row";
import { crisisPlanPolicy } from "./crisisPlan/crisisPlan.policy";
import { CrisisPlanResolver } from "./crisisPlan/crisisPlan.resolver";
import { DataAnswerResolver } from "./dataAnswer/dataAnswer.resolver";
import { dataRequestPolicy } from "./dataRequest/dataRequest.policy";
import { DataRequestResolver } from "./dataRequest/dataRequest.resolver";
import { DataRequestRow } from "./dataRequest/dataRequest.row";
import { disagreementPolicy } from "./disagreement/disagreement.policy";
import { PersonDisagreementResolver, RecordDisagreementResolver } from "./disagreement/disagreement.resolver";
import { expungeRecordsSql } from "./expungement/expungeRecords.sql";
import { ExpungementMutations } from "./expungement/expungement.mutations";
import { legalHoldPolicy } from "./legalHold/legalHold.policy";
import { LegalHoldResolver } from "./legalHold/legalHold.resolver";
import { legalProcessPolicy } from "./legalProcess/legalProcess.policy";
import { LegalProcessResolver } from "./legalProcess/legalProcess.resolver";
import { LegalProcessRow } from "./legalProcess/legalProcess.row";
import { LegalHoldRow } from "./legalHold/legalHold.row";
import { BreakGlass1771200000002 } from "./migrations/BreakGlass1771200000002";
import { LegalHolds1771200000003 } from "./migrations/LegalHolds1771200000003";
import { LegalProcesses1771200000005 } from "./migrations/LegalProcesses1771200000005";
import { DataRights1771200000004 } from "./migrations/DataRights1771200000004";
import { AccountingStart1771400000000 } from "./migrations/AccountingStart1771400000000";
import { Accounting1771000000001 } from "./migrations/Accounting1771000000001";
import { consentsFor } from "./consent/consentsFor.port";
import { consentsTo } from "./consent/consentsTo.port";
import { consentRefusalById } from "./consentRefusal/consentRefusal.loader";
import { ConsentRefusalMutations } from "./consentRefusal/consentRefusal.mutations";
import { consentRefusalPolicy } from "./consentRefusal/consentRefusal.policy";
import { ConsentRefusalRow } from "./consentRefusal/consentRefusal.row";
import { ConsentElements1771100000000 } from "./migrations/ConsentElements1771100000000";
import { ConsentTable1767225600001 } from "./migrations/ConsentTable1767225600001";
import { CrisisData1771200000001 } from "./migrations/CrisisData1771200000001";
import { ImportedRecords1767311900000 } from "./migrations/ImportedRecords1767311900000";
import { PersonTables1767225600000 } from "./migrations/PersonTables1767225600000";
import { ResidentLogins1771300000000 } from "./migrations/ResidentLogins1771300000000";
import { NameRow } from "./name/name.row";
import { personById, personByRecordId } from "./person/person.loader";
import { PersonMutations } from "./person/person.mutations";
import { personPolicy } from "./person/person.policy";
import { PersonResolver } from "./person/person.resolver";
import { PersonRow } from "./person/person.row";
import { personGroups } from "./personGroup/personGroups.port";
import { personGroupsSql } from "./personGroup/personGroups.sql";
import { PhoneRow } from "./phone/phone.row";
import { grantOwnerFunctionsSql } from "./record/grantOwnerFunctions.sql";
import { identityFunctionsSql } from "./record/record.identity.sql";
import { recordById } from "./record/record.loader";
import { recordPolicy } from "./record/record.policy";
import { RecordResolver } from "./record/record.resolver";
import { RecordRow } from "./record/record.row";
import { recordFacts } from "./record/recordFacts.port";
import { lastActivitySql } from "./retention/lastActivity.sql";
import { RetentionMutations } from "./retention/retention.mutations";
import { expungementPolicy, retentionPolicy } from "./retention/retention.policy";
import { residentBySubject } from "./residentLogin/residentBySubject.port";
import { ResidentLoginMutations } from "./residentLogin/residentLogin.mutations";
import { residentLoginPolicy } from "./residentLogin/residentLogin.policy";
import { SearchResolver } from "./search/search.resolver";
import { searchFunctionSql } from "./search/search.sql";
import { tennessenPolicy } from "./tennessen/tennessen.policy";

/** The slice that owns persons, their source records and their consents. */
export const peopleSlice: SliceDefinition = {
  name: "people",
  graph: {
    resolvers: [
      PersonResolver,
      PersonMutations,
      RecordResolver,
      ConsentResolver,
      PersonConsentsResolver,
      ConsentMutations,
      ConsentRefusalMutations,
      SearchResolver,
      CrisisPlanResolver,
      CrisisDisclosureResolver,
      CrisisDisclosureMutations,
      BreakGlassResolver,
      LegalHoldResolver,
      LegalProcessResolver,
      ExpungementMutations,
      RetentionMutations,
      DataAnswerResolver,
      DataRequestResolver,
      RecordDisagreementResolver,
      PersonDisagreementResolver,
      PersonAccessesResolver,
      PersonAccountingResolver,
      AccountingMutations,
      ResidentLoginMutations,
    ],
    orphanedTypes: [],
    references: {
      Person: async ({ id, recordId }, context) =>
        id === undefined ? await load(context, personByRecordId, recordId ?? "") : await load(context, personById, id),
      PersonRecord: async ({ id }, context) => await load(context, recordById, id ?? ""),
      Consent: async ({ id }, context) => await load(context, consentById, id ?? ""),
      ConsentRefusal: async ({ id }, context) => await load(context, consentRefusalById, id ?? ""),
    },
  },
  rows: [
    PersonRow,
    RecordRow,
    NameRow,
    PhoneRow,
    AddressRow,
    ConsentRow,
    ConsentRefusalRow,
    CrisisDisclosureRow,
    BreakGlassRow,
    LegalHoldRow,
    LegalProcessRow,
    DataRequestRow,
    AccountingRequestRow,
    AccountingSuspensionRow,
  ],
  migrations: [
    PersonTables1767225600000,
    ConsentTable1767225600001,
    ImportedRecords1767311900000,
    SealAudit1771000000000,
    Accounting1771000000001,
    ConsentElements1771100000000,
    CrisisData1771200000001,
    BreakGlass1771200000002,
    LegalHolds1771200000003,
    DataRights1771200000004,
    LegalProcesses1771200000005,
    ResidentLogins1771300000000,
    AccountingStart1771400000000,
  ],
  policies: [
    personPolicy,
    recordPolicy,
    consentPolicy,
    consentRefusalPolicy,
    accountingPolicy,
    residentLoginPolicy,
    crisisPlanPolicy,
    crisisDisclosurePolicy,
    breakGlassPolicy,
    legalHoldPolicy,
    legalProcessPolicy,
    retentionPolicy,
    expungementPolicy,
    tennessenPolicy,
    dataRequestPolicy,
    disagreementPolicy,
  ],
  afterAccess: (appRole) =>
    [
      identityFunctionsSql,
      searchFunctionSql,
      personGroupsSql,
      consentFunctionsSql,
      grantOwnerFunctionsSql,
      openBreakGlassSql,
      lastActivitySql,
      expungeRecordsSql,
    ]
      .map((sql) => sql(appRole))
      .join("\n"),
  port: { recordFacts, personGroups, residentBySubject, consentsFor, consentsTo },
  consumes: {},
};
