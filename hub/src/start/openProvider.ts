import type { DemoProvider } from "@corespond/gateway";

import { demoAccounts } from "../demo/demoAccounts";
import { graphAudience, lifetimeSeconds, localIssuerName, machineAccount } from "../issuer/localIssuer";
import { startProvider, type RunningProvider } from "../issuer/provider/startProvider";
import type { Secrets } from "../secrets";

const pageClient = "graphiql";

/** Starts the demonstration's OpenID provider for a graph that is open on this port. */
export async function openProvider({ issuerKey, machineSecret }: Secrets, port: number): Promise<RunningProvider> {
  return await startProvider({
    issuer: localIssuerName,
    audience: graphAudience,
    issuerKey,
    accounts: demoAccounts.filter(({ account }) => account !== machineAccount),
    page: {
      clientId: pageClient,
      redirectUris: ["127.0.0.1", "localhost"].map((host) => `http://${host}:${String(port)}/graphql`),
    },
    machine: { clientId: machineAccount, clientSecret: machineSecret },
    lifetimeSeconds,
  });
}

/** What the page is told of it. */
export function offered({ authorizationEndpoint, tokenEndpoint }: RunningProvider): DemoProvider {
  return { authorizationEndpoint, tokenEndpoint, clientId: pageClient };
}
