export { Engine, type EngineOptions } from "./engine/engine";
export type { EngineAnswer, EngineRequest } from "./engine/engineRequest";
export { demoRoutes, type DemoAccount, type DemoProvider, type DemoSignIn } from "./demoRoutes";
export { graphiqlPage, type GraphiqlPage } from "./graphiql/graphiqlPage";
export {
  corsVariable,
  doorEnvironment,
  engineVariable,
  gatewayEnvironment,
  gatewaySliceEnvironment,
  genericGatewayEnvironment,
  issuersVariable,
} from "./gatewayEnvironment";
export { doorSettings, type DoorSettings } from "./doorSettings";
export { engineNames, type EngineName } from "./graphEngine";
export { genericLimits } from "./generic/genericLimits";
export { startGenericGateway } from "./generic/startGenericGateway";
export type { ReloadOutcome } from "./generic/serveSupergraph";
export { SupergraphError } from "./generic/supergraphError";
export { refusalRecorder } from "./authorization/recordRefusals";
export { firstOf, residentDirectory } from "./identity/residentDirectory";
export { staffDirectory } from "./identity/staffDirectory";
export type { StaffDirectory } from "./identity/identify";
export { issuerSettingNames, type IssuerSettings } from "./identity/issuerSettings";
export { localIssuer, remoteIssuer, type TrustedIssuer } from "./identity/trustedIssuer";
export { defaultGatewayLimits, type GatewayLimits } from "./limits/gatewayLimits";
export { limitsConfig, limitsVariables, type LimitsConfig } from "./limits/limitsEnvironment";
export { metricsSettings, metricsVariables, type MetricsSettings } from "./metrics/metricsEnvironment";
export { startMetrics } from "./metrics/startMetrics";
export { planVariables, showsPlans } from "./plans/planEnvironment";
export { PlanError, planOperation } from "./plans/planOperation";
export { defaultResilience } from "./resilience/resilienceSettings";
export { resilient } from "./resilience/resilient";
export { credentialHeaders } from "./slices/credentialHeaders";
export { httpTransport } from "./slices/httpTransport";
export { localTransport, type SliceTransport } from "./slices/sliceTransport";
export { startGateway, type GatewayOptions, type RunningGateway } from "./startGateway";
export type { DocumentRule } from "./trusted/documentRule";
