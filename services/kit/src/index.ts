import "reflect-metadata";

export { auditPolicy } from "./audit/audit.policy";
export {
  auditCount,
  auditPage,
  grantAudited,
  type AccessPage,
  type AuditedAccess,
  type AuditedPeriod,
} from "./audit/auditPage";
export { accessCountQuestion, accessesQuestion, auditPort, disclosuresQuestion } from "./audit/auditPort";
export { disclosuresOf, type DisclosedPeriod, type Disclosure } from "./audit/disclosuresOf";
export { auditState, type AuditState } from "./audit/auditState";
export { leastYearsKept } from "./audit/auditUseSql";
export { writeAudit } from "./audit/writeAudit";
export { exportAudit, exportPosition, type ExportedEntry, type ExportStart } from "./audit/exportAudit";
export { purgeAudit, type PurgedBlock } from "./audit/purgeAudit";
export { SealAudit1771000000000 } from "./audit/SealAudit1771000000000";
export { sealAudit, type SealedBlock } from "./audit/sealAudit";
export { verifyAudit, type AuditFault, type VerifiedBlock } from "./audit/verifyAudit";
export { ReadAudit, type SeenView } from "./audit/readAudit";
export type { AuditFacts } from "./audit/auditFacts";
export { Grants } from "./context/grants";
export { defineLoader, inKeyOrder, load, loadMany, type LoaderDefinition } from "./context/loader";
export type { RequestContext } from "./context/requestContext";
export { isUuid, uuidKeys } from "./context/uuidKeys";
export { accessSql, type RowAccess } from "./database/accessSql";
export { isMarkedReal, markReal } from "./database/dataMark";
export { foundationSql } from "./database/foundation";
export { migrate, type MigrateOptions, type Migration } from "./database/migrate";
export { readBatch } from "./database/readBatch";
export { countPages, readPages, type PagedList, type RowPage } from "./database/readPages";
export { rowColumns, tableOf } from "./database/rowColumns";
export { openSliceDatabase, type SliceDatabase } from "./database/sliceDatabase";
export type { Statement } from "./database/statement";
export { statementChannel, type StatementEvent } from "./database/statementChannel";
export { inTransaction, type WriteTransaction } from "./database/writeTransaction";
export { Redisclosures, redisclosureList, type Redisclosure } from "./disclosure/redisclosure";
export { redisclosureNotices } from "./disclosure/redisclosureNotices";
export { errorCatalogue, isErrorCode, type ErrorCatalogueEntry, type ErrorCode } from "./errors/errorCatalogue";
export { graphError } from "./errors/graphError";
export { invariant, InvariantError } from "./errors/invariant";
export { maskError, type ReportHiddenError } from "./errors/maskError";
export type { EventHandler, EventHandlers } from "./events/eventConsumer";
export { eventEnvelopeSchema, type EventEnvelope } from "./events/eventEnvelope";
export { OutboxRelay, type EventSubscriber } from "./events/outboxRelay";
export { buildSubgraph, type ReferenceResolver, type Subgraph, type SubgraphParts } from "./graph/buildSubgraph";
export { connectionType, type Connection, type Edge } from "./graph/connection";
export {
  EnvironmentError,
  readEnvironment,
  variable,
  type EnvironmentCatalogue,
  type EnvironmentValues,
  type EnvironmentVariable,
} from "./config/environment";
export { areKeys } from "./config/keysOf";
export {
  processEnvironment,
  sliceProcessEnvironment,
  sliceUrlVariable,
  sliceVariable,
  viewerKeyVariable,
} from "./config/sliceEnvironment";
export { ConnectionArgs, longestPage, pageRequest, type PageRequest } from "./graph/connectionArgs";
export { badCursor, cursorContent } from "./graph/cursor";
export { PageInfo } from "./graph/pageInfo";
export { pageOfViews } from "./graph/pageOfViews";
export { Redaction, RedactionReason, redactionsOf } from "./graph/redaction";
export { DateScalar, DateTimeScalar } from "./graph/scalars";
export { UserError, UserErrorCode } from "./graph/userError";
export { requestIdOf, requestSignalOf } from "./http/exchange";
export { graphStatus } from "./http/graphStatus";
export type { HttpAnswer } from "./http/httpAnswer";
export type {
  GraphEndpoint,
  HttpServerOptions,
  RouteAnswer,
  RouteHandler,
  RouteRequest,
  ShareAnswer,
} from "./http/httpServerOptions";
export type { LoadLimits } from "./http/loadShedder";
export { serveHttp, type HttpServer } from "./http/serveHttp";
export { copyInto, type CopyTarget } from "./import/copyInto";
export { copyLine } from "./import/copyText";
export { importCsvFile, type CsvImport, type RowNotes } from "./import/importCsvFile";
export { ImportError, type ImportErrorKind } from "./import/importError";
export type { ImportCounts, ImportReport, ImportSummary } from "./import/importReport";
export {
  importInParts,
  importRun,
  type ImportInPartsOptions,
  type ImportInPartsRun,
  type ImportOptions,
  type ImportProgress,
  type ImportRun,
} from "./import/importRun";
export type { ImportClient } from "./import/importSession";
export type { MergePlan, MergeReference } from "./import/mergePlan";
export { readCsv, type CsvOptions, type CsvRow } from "./import/readCsv";
export { readHead } from "./import/readUnchanging";
export { rejection, type Rejection, type RejectionSeverity } from "./import/rejection";
export { idLoader, type ViewSource } from "./loading/idLoader";
export { listLoader, loadList, type ListKey, type ListSource } from "./loading/listLoader";
export { loadPage, pageLoader, type PageKey, type PageLoader, type PageSource } from "./loading/pageLoader";
export { createLog } from "./log/sliceLog";
export { IsId } from "./mutation/isId";
export { IsPlainText } from "./mutation/isPlainText";
export { KeyedInputBase } from "./mutation/keyedInput";
export { askFirst } from "./mutation/askFirst";
export { mutate, type Action, type KeyedInput, type Outcome } from "./mutation/mutate";
export { fail, failNotFound, UserFailure } from "./mutation/userFailure";
export type { FieldRule } from "./policy/fieldRule";
export { legalBases, type Basis } from "./policy/legalBasis";
export { accessOf, type AnyPolicy, type FunctionPolicy, type Policy, ruledOn, type TablePolicy } from "./policy/policy";
export { rowsSql, type RowRule, type RuleTerms } from "./policy/rowRule";
export { byTheHub, everyRole, publicRows, writtenByTheHub } from "./policy/standingRules";
export { shownFields, type ShownFields } from "./policy/shownFields";
export { DelegatedPortCaller } from "./port/delegatedPortCaller";
export { httpPortTransport } from "./port/httpPortTransport";
export type { PortCaller, PortQuestion, PortTransport } from "./port/portCaller";
export { portFunction, type PortFunction, type PortFunctions } from "./port/portFunction";
export { DatabaseUnreachableError, reachingDatabase } from "./process/databaseUnreachable";
export { httpEventSubscriber } from "./process/httpEventSubscriber";
export { runSliceProcess } from "./process/runSliceProcess";
export type { SliceRequest } from "./slice/contextFactory";
export { startSlice, type GraphRequest, type RunningSlice } from "./slice/runningSlice";
export { serveSlice } from "./slice/serveSlice";
export type { SliceConfig } from "./slice/sliceConfig";
export type { SliceDefinition } from "./slice/sliceDefinition";
export { startTracing, type RunningTracing, type TracingSettings } from "./tracing/startTracing";
export { traceHeaders } from "./tracing/traceHeaders";
export { tracer } from "./tracing/tracer";
export { expectVersion, versionTag } from "./version/versionTag";
export {
  defaultPurposeOfUse,
  isPurposeOfUse,
  proceedingsPurposes,
  purposesOfUse,
  treatmentPaymentOperations,
} from "./viewer/purposeOfUse";
export { Role } from "./viewer/role";
export { anonymousViewer, systemViewer, type Viewer, type ViewerClaims } from "./viewer/viewer";
export {
  delegationHeader,
  formatDelegations,
  operationHeader,
  parseDelegations,
  requestIdHeader,
  proofHeader,
  viewerHeader,
  type Delegations,
} from "./viewer/viewerHeaders";
export { askedOfGraph, askedOfGraphText, askedOfPort, delegate, proven } from "./viewer/viewerProof";
export { signViewer, verifyViewer, viewerLifetimeSeconds, type Audience } from "./viewer/viewerToken";
export { bySystem, roleIs, viewerSql } from "./viewer/viewerSql";
