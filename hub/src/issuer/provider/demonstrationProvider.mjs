import { randomBytes } from "node:crypto";
import { Provider } from "oidc-provider";

/** The graph as a resource (RFC 8707); its audience in tokens is the setting's. */
const graph = "urn:corespond:graph";

const scopes = "corespond.read corespond.write";

/** How the demonstration's people sign in: the page stands for several factors. */
const methods = ["pwd", "otp", "mfa"];

const secret = () => randomBytes(32).toString("base64url");

/** The provider of the demonstration: its accounts sign in at the page, its machine by a secret. */
export function demonstrationProvider({ issuer, audience, issuerKey, accounts, page, machine, lifetimeSeconds }) {
  const known = new Set(accounts.map(({ account }) => account));
  const origins = new Set(page.redirectUris.map((uri) => new URL(uri).origin));
  return new Provider(issuer, {
    clients: [
      {
        client_id: page.clientId,
        token_endpoint_auth_method: "none",
        grant_types: ["authorization_code"],
        response_types: ["code"],
        redirect_uris: page.redirectUris,
      },
      {
        client_id: machine.clientId,
        client_secret: machine.clientSecret,
        grant_types: ["client_credentials"],
        response_types: [],
        redirect_uris: [],
      },
    ],
    clientDefaults: { id_token_signed_response_alg: "ES256" },
    clientBasedCORS: (_context, origin) => origins.has(origin),
    cookies: { keys: [secret()] },
    jwks: { keys: [issuerKey] },
    pkce: { required: () => true },
    scopes: ["openid", ...scopes.split(" ")],
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => graph,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: scopes,
          audience,
          accessTokenFormat: "jwt",
          accessTokenTTL: lifetimeSeconds,
          jwt: { sign: { alg: "ES256" } },
        }),
      },
    },
    ttl: { Session: lifetimeSeconds, Grant: lifetimeSeconds, Interaction: 600, AuthorizationCode: 60, IdToken: 600 },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, id) => (known.has(id) ? { accountId: id, claims: () => ({ sub: id }) } : undefined),
    extraTokenClaims: (_context, { kind }) => (kind === "AccessToken" ? { amr: methods } : undefined),
    loadExistingGrant: grantEverything,
  });
}

/** Nobody is asked what the page may do: it is the graph's own. */
async function grantEverything({ oidc }) {
  const { client, session, provider } = oidc;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope("openid");
  grant.addResourceScope(graph, scopes);
  await grant.save();
  return grant;
}
