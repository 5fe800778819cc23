import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { once } from "node:events";

import { graphAudience, readSecrets, slices } from "@corespond/hub";
import { exportJWK, generateKeyPair, importJWK, SignJWT, UnsecuredJWT, type CryptoKey, type JWK } from "jose";

import { ask, dataOf, type Answer } from "./harness/graphClient";
import { startTestHub, type TestHub } from "./harness/startTestHub";

const webPage = "https://console.example";
const police = "https://sign-in.police.example";
const silent = "https://sign-in.silent.example";
const demonstration = "http://localhost/corespond-demonstration";

let hub: TestHub;
let keys: Server;
let policeKey: CryptoKey;
let localKey: JWK;

beforeAll(async () => {
  const pair = await generateKeyPair("RS256");
  policeKey = pair.privateKey;
  const published = { keys: [{ ...(await exportJWK(pair.publicKey)), kid: "police-1", alg: "RS256", use: "sig" }] };
  keys = createServer((_request, response) => {
    response.setHeader("content-type", "application/json").end(JSON.stringify(published));
  }).listen(0, "127.0.0.1");
  await once(keys, "listening");
  const jwksUri = `http://127.0.0.1:${String((keys.address() as AddressInfo).port)}/keys`;
  hub = await startTestHub(undefined, {
    issuers: [
      { issuer: police, audience: graphAudience, jwksUri },
      { issuer: silent, audience: graphAudience, jwksUri: "http://127.0.0.1:1/keys" },
    ],
    corsOrigins: [webPage],
  });
  ({ issuerKey: localKey } = await readSecrets(
    hub.dataFolder,
    slices.map(({ name }) => name),
  ));
  const staff = "SELECT staff_id FROM staff_login WHERE subject =";
  await hub.databases.owner(
    "agencies",
    `INSERT INTO issuer (issuer, agency_id) SELECT $1, agency_id FROM staff_member WHERE id = (${staff} 'officer')`,
    [police],
  );
  await hub.databases.owner(
    "agencies",
    `INSERT INTO staff_login (issuer, subject, staff_id)
       SELECT $1, 'badge-7', staff_id FROM staff_login WHERE subject = 'officer'
       UNION ALL SELECT $1, 'county-3', staff_id FROM staff_login WHERE subject = 'social-worker'`,
    [police],
  );
}, 120_000);
afterAll(async () => {
  await hub.stop();
  keys.close();
});

interface Claims {
  readonly iss?: string;
  readonly aud?: string;
  readonly sub?: string;
  readonly exp?: number;
  readonly nbf?: number;
  readonly scope?: string;
}

const now = (): number => Math.floor(Date.now() / 1000);

const claimsOf = (changed: Claims): Record<string, unknown> => ({
  iss: police,
  aud: graphAudience,
  sub: "badge-7",
  iat: now(),
  exp: now() + 600,
  ...changed,
});

const policeToken = (changed: Claims = {}, kid = "police-1"): Promise<string> =>
  new SignJWT(claimsOf(changed)).setProtectedHeader({ alg: "RS256", kid }).sign(policeKey);

const localToken = async (changed: Claims): Promise<string> =>
  new SignJWT(claimsOf({ iss: demonstration, sub: "officer", ...changed }))
    .setProtectedHeader({ alg: "ES256", ...(localKey.kid !== undefined && { kid: localKey.kid }) })
    .sign(await importJWK(localKey, "ES256"));

const me = (token: string): Promise<Answer<{ me: { role: string } | null }>> =>
  ask(hub.hub.url, "{ me { role } }", { token });

const refusal = ({ status, data, errors }: Answer<unknown>): unknown => ({
  status,
  data: data ?? null,
  code: errors?.[0]?.extensions?.["code"],
});

test("an issuer's token lets in the staff member of its own agency", async () => {
  expect(dataOf(await me(await policeToken()))).toEqual({ me: { role: "OFFICER" } });
});

test("an issuer cannot assert the staff of another employer, nor somebody unknown", async () => {
  const notActive = { status: 403, data: null, code: "NOT_ACTIVE" };
  expect(refusal(await me(await policeToken({ sub: "county-3" })))).toEqual(notActive);
  expect(refusal(await me(await policeToken({ sub: "nobody" })))).toEqual(notActive);
});

test("a leaver is out with the next request, though the token is good for hours", async () => {
  const token = await localToken({ sub: "dispatcher" });
  expect(dataOf(await me(token))).toEqual({ me: { role: "DISPATCHER" } });
  const setEnd = (end: string | null): Promise<unknown> =>
    hub.databases.owner(
      "agencies",
      "UPDATE staff_member SET active_to = $1 WHERE id = (SELECT staff_id FROM staff_login WHERE subject = 'dispatcher')",
      [end],
    );
  await setEnd("2020-01-01");
  expect(refusal(await me(token))).toEqual({ status: 403, data: null, code: "NOT_ACTIVE" });
  await setEnd(null);
  expect(dataOf(await me(token))).toEqual({ me: { role: "DISPATCHER" } });
});

const forged: readonly (readonly [what: string, token: () => string | Promise<string>])[] = [
  ["one that has expired", () => policeToken({ exp: now() - 3_600 })],
  ["one that is not good yet", () => policeToken({ nbf: now() + 3_600 })],
  ["one without an end", () => policeToken({ exp: undefined } as never)],
  ["one for another audience", () => policeToken({ aud: "payroll" })],
  ["one without a subject", () => policeToken({ sub: undefined } as never)],
  ["one with an endless subject", () => policeToken({ sub: "a".repeat(256) })],
  ["one of an issuer that nobody trusts", () => policeToken({ iss: "https://evil.example" })],
  ["one that another issuer's key has signed", () => policeToken({ iss: demonstration, sub: "administrator" })],
  ["one whose key is not published", () => policeToken({}, "police-2")],
  ["one that nobody has signed", () => new UnsecuredJWT(claimsOf({})).encode()],
  [
    "one that is signed with the public key as a shared secret",
    async () =>
      new SignJWT(claimsOf({ iss: demonstration, sub: "administrator" }))
        .setProtectedHeader({ alg: "HS256" })
        .sign(new TextEncoder().encode(JSON.stringify({ ...localKey, d: undefined }))),
  ],
  [
    "one whose payload was changed",
    async () => {
      const [header = "", , signature = ""] = (await policeToken()).split(".");
      const payload = Buffer.from(JSON.stringify(claimsOf({ sub: "county-3" }))).toString("base64url");
      return `${header}.${payload}.${signature}`;
    },
  ],
  ["what is no token", () => "not.a.token"],
];

test.each(forged)("%s is refused, and nobody is let in as anybody less", async (_what, token) => {
  expect(refusal(await me(await token()))).toEqual({ status: 401, data: null, code: "INVALID_TOKEN" });
});

test("scopes narrow what a role may do, and never widen it", async () => {
  const attempt = async (scope: string, sub = "badge-7"): Promise<unknown> => {
    const document =
      'mutation { registerPerson(input: { names: [{ given: "Scope", family: "Testperson" }], idempotencyKey: "scopes-only-narrow" }) { userErrors { message } } }';
    const answer = await ask(hub.hub.url, document, { token: await policeToken({ scope, sub }) });
    return [answer.status, answer.errors?.[0]?.extensions?.["code"]];
  };
  expect(await attempt("openid corespond.read")).toEqual([403, "FORBIDDEN"]);
  expect(await attempt("openid corespond.read corespond.write")).toEqual([200, undefined]);
  expect(await attempt("openid profile")).toEqual([200, undefined]);
  expect(dataOf(await me(await policeToken({ scope: "corespond.read" })))).toEqual({ me: { role: "OFFICER" } });
  expect(await attempt("corespond.write", "county-3")).toEqual([403, "NOT_ACTIVE"]);
});

test("where an issuer's keys cannot be had, that is said, and nobody is let in", async () => {
  expect(refusal(await me(await policeToken({ iss: silent })))).toEqual({
    status: 503,
    data: null,
    code: "SIGN_IN_UNAVAILABLE",
  });
});

test.each([
  ["another scheme", { authorization: "Basic dGVzdA==" }, 401],
  ["two tokens", { authorization: "Bearer a b" }, 401],
  ["a purpose that is no code", { "x-purpose-of-use": "because" }, 400],
])("%s is refused", async (_what, headers, status) => {
  const response = await post({ query: "{ __typename }" }, headers);
  expect(response.status).toBe(status);
});

const post = (body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(hub.hub.url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

test("a query may come by GET, as nobody's unless it carries a token; a mutation never", async () => {
  const get = (query: string, headers: Record<string, string>): Promise<Response> =>
    fetch(`${hub.hub.url}?query=${encodeURIComponent(query)}`, { headers });
  const accept = "application/graphql-response+json";
  const answered = await get("{ __typename }", { accept });
  expect(answered.status).toBe(200);
  expect(answered.headers.get("content-type")).toContain("application/graphql-response+json");
  const { data } = (await (
    await get("{ me { role } }", { accept, cookie: "session=officer" })
  ).json()) as Answer<unknown>;
  expect(data).toEqual({ me: null });
  expect((await get("mutation { __typename }", { accept })).status).toBe(405);
});

test("a web page of a configured origin may ask, and no other", async () => {
  const allowed = await post({ query: "{ __typename }" }, { origin: webPage });
  expect(allowed.headers.get("access-control-allow-origin")).toBe(webPage);
  const foreign = await post({ query: "{ __typename }" }, { origin: "https://evil.example" });
  expect(foreign.headers.get("access-control-allow-origin")).toBeNull();
});

test.each([
  ["a body over the limit", () => post(`{"query":"{ __typename }","variables":{"a":"${"a".repeat(2_000_000)}"}}`), 413],
  ["a body that is not JSON", () => post("{"), 400],
  ["a body of another kind", () => post("query", { "content-type": "text/plain" }), 415],
  ["a batch", () => post([{ query: "{ __typename }" }, { query: "{ __typename }" }]), 400],
])("%s is refused", async (_what, send, status) => {
  const response = await send();
  expect(response.status).toBe(status);
  expect(await response.text()).not.toMatch(/ at .*\.(ts|js):\d|node_modules/);
});

test("a character that no database keeps is the client's fault, in a variable and in the document", async () => {
  const codesOf = async (body: object): Promise<unknown> =>
    ((await (await post(body)).json()) as Answer<unknown>).errors?.map(({ extensions }) => extensions?.["code"]);
  const query = "query ($ori: String!) { agency(ori: $ori) { id } }";
  expect(await codesOf({ query, variables: { ori: "MN\u0000" } })).toEqual(["BAD_USER_INPUT"]);
  expect(await codesOf({ query: '{ agency(ori: "MN\\u0000") { id } }' })).toEqual(["BAD_USER_INPUT"]);
});

test("the graph's contract can be asked for, and holds nothing of the slices' own", async () => {
  const { data } = await ask<{ __schema: { types: readonly { name: string }[] } }>(
    hub.hub.url,
    "{ __schema { types { name } } }",
  );
  const names = data?.__schema.types.map(({ name }) => name) ?? [];
  expect(names).toEqual(expect.arrayContaining(["Agency", "Person", "Referral", "Service"]));
  expect(names).not.toEqual(expect.arrayContaining(["_Entity"]));
  expect(names).not.toEqual(expect.arrayContaining(["_Service"]));
});
