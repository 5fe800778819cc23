import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { createLocalJWKSet, jwtVerify } from "jose";

import { demoAccounts } from "../../demo/demoAccounts";
import { readSecrets } from "../../secrets";
import { graphAudience, localIssuerName, localJwks } from "../localIssuer";
import { startProvider, type RunningProvider } from "./startProvider";

const redirectUri = "http://127.0.0.1:4000/graphql";
const clientSecret = "a secret of the demonstration's machine";

let provider: RunningProvider;
let folder: string;
let keys: ReturnType<typeof createLocalJWKSet>;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "corespond-provider-"));
  const { issuerKey } = await readSecrets(folder, []);
  keys = createLocalJWKSet(localJwks(issuerKey));
  provider = await startProvider({
    issuer: localIssuerName,
    audience: graphAudience,
    issuerKey,
    accounts: demoAccounts,
    page: { clientId: "graphiql", redirectUris: [redirectUri] },
    machine: { clientId: "partner-client", clientSecret },
    lifetimeSeconds: 3_600,
  });
});

afterAll(async () => {
  await provider.stop();
  await rm(folder, { recursive: true });
});

const verifier = randomBytes(32).toString("base64url");

/** A browser's cookies, and its way along the provider's redirects until it leads elsewhere. */
class Visitor {
  readonly #cookies = new Map<string, string>();

  async visit(url: string, form?: Readonly<Record<string, string>>): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(url, {
      redirect: "manual",
      headers: { cookie },
      ...(form && { method: "POST", body: new URLSearchParams(form) }),
    });
    for (const set of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      this.#cookies.set(name, value);
    }
    const next = response.headers.get("location");
    if (next === null || next.startsWith(redirectUri)) return response;
    return await this.visit(new URL(next, provider.origin).href);
  }
}

const authorization = (changed: Readonly<Record<string, string | undefined>> = {}): string => {
  const asked = {
    client_id: "graphiql",
    response_type: "code",
    redirect_uri: redirectUri,
    scope: "openid",
    state: "state-1",
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
    ...changed,
  };
  const given = Object.entries(asked).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return `${provider.authorizationEndpoint}?${new URLSearchParams(given).toString()}`;
};

async function codeFor(account: string): Promise<string> {
  const visitor = new Visitor();
  const login = await visitor.visit(authorization());
  const page = await login.text();
  expect(page).toContain("Olivia Testofficer");
  const [, action = ""] = /action="([^"]+)"/.exec(page) ?? [];
  const back = await visitor.visit(new URL(action, provider.origin).href, { account });
  const target = new URL(back.headers.get("location") ?? "");
  expect(target.searchParams.get("state")).toBe("state-1");
  return target.searchParams.get("code") ?? "";
}

const exchange = (form: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) =>
  fetch(provider.tokenEndpoint, { method: "POST", headers, body: new URLSearchParams(form) });

const codeExchange = (code: string, code_verifier = verifier) =>
  exchange({ grant_type: "authorization_code", client_id: "graphiql", redirect_uri: redirectUri, code, code_verifier });

async function claimsOf(response: Response) {
  const { access_token: token = "" } = (await response.json()) as { readonly access_token?: string };
  return await jwtVerify(token, keys, { issuer: localIssuerName, audience: graphAudience, typ: "at+jwt" });
}

test("a person chooses an account at the login page, and the page gets an access token for the graph", async () => {
  const { payload } = await claimsOf(await codeExchange(await codeFor("officer")));
  expect(payload).toMatchObject({ sub: "officer", client_id: "graphiql", amr: ["pwd", "otp", "mfa"] });
});

test("a code is good once, and for whoever asked for it", async () => {
  const code = await codeFor("officer");
  expect((await codeExchange(code, "x".repeat(43))).status).toBe(400);
  const another = await codeFor("officer");
  expect((await codeExchange(another)).status).toBe(200);
  expect((await codeExchange(another)).status).toBe(400);
});

test("nobody signs in without PKCE, to a page that is not ours, or as somebody who is not offered", async () => {
  const refused = await new Visitor().visit(
    authorization({ code_challenge: undefined, code_challenge_method: undefined }),
  );
  expect(refused.headers.get("location")).toContain("error=invalid_request");
  expect((await new Visitor().visit(authorization({ redirect_uri: "https://evil.example/" }))).status).toBe(400);
  await expect(codeFor("colleague:deputy")).rejects.toThrow();
});

test("a machine signs in by its secret, with the scopes that it asks for, and no person behind it", async () => {
  const credentials = (secret: string) =>
    `Basic ${Buffer.from(`partner-client:${encodeURIComponent(secret)}`).toString("base64")}`;
  const form = { grant_type: "client_credentials", scope: "corespond.read" };
  const { payload } = await claimsOf(await exchange(form, { authorization: credentials(clientSecret) }));
  expect(payload).toMatchObject({ sub: "partner-client", client_id: "partner-client", scope: "corespond.read" });
  expect(payload["amr"]).toBeUndefined();
  expect((await exchange(form, { authorization: credentials("a guess") })).status).toBe(401);
});

test("a page of another origin, and a foreign name that leads to this machine, get nothing", async () => {
  const origins = { origin: "https://evil.example" };
  const answer = await exchange({ grant_type: "authorization_code", client_id: "graphiql", code: "none" }, origins);
  expect(answer.headers.get("access-control-allow-origin")).toBeNull();
});
