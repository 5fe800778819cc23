export { cli } from "./cli";
export { hubConfig, type HubConfig } from "./config";
export { hubEnvironment, hubSliceEnvironment } from "./hubEnvironment";
export { graphAudience, localIssuerName, localJwks, signLocalToken } from "./issuer/localIssuer";
export { policyMatrix } from "./policies/policyMatrix";
export { readSecrets } from "./secrets";
export { seedCounty } from "./seed/seedCounty";
export { slices } from "./slices";
export { startHub, type RunningHub, type StartProgress } from "./start/startHub";
