export { demoRoutes, type DemoAccount, type DemoProvider, type DemoSignIn } from "./demoRoutes";
export { graphiqlPage, type GraphiqlPage } from "./graphiql/graphiqlPage";
export { gatewayEnvironment, gatewaySliceEnvironment, corsVariable, issuersVariable } from "./gatewayEnvironment";
export { staffDirectory } from "./identity/staffDirectory";
export type { StaffDirectory } from "./identity/identify";
export { issuerSettingNames, type IssuerSettings } from "./identity/issuerSettings";
export { localIssuer, remoteIssuer, type TrustedIssuer } from "./identity/trustedIssuer";
export { httpTransport, localTransport, type SliceTransport } from "./slices/sliceTransport";
export { startGateway, type GatewayOptions, type RunningGateway } from "./startGateway";
