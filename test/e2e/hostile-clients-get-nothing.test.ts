import { graphAudience, localIssuerName } from "@corespond/hub";
import {
  delegate,
  delegationHeader,
  proofHeader,
  proven,
  askedOfGraph,
  anonymousViewer,
  Role,
  viewerHeader,
  type ViewerClaims,
} from "@corespond/kit";
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from "jose";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

import { ask, type Answer } from "./harness/graphClient";
import { startTestHub, type TestHub } from "./harness/startTestHub";

const police = "https://sign-in.police.example";
const county = "https://sign-in.county.example";

let hub: TestHub;
let keys: Server;
let key: CryptoKey;

beforeAll(async () => {
  const pair = await generateKeyPair("RS256");
  key = pair.privateKey;
  const published = { keys: [{ ...(await exportJWK(pair.publicKey)), kid: "key-1", alg: "RS256" }] };
  keys = createServer((_request, response) => {
    response.setHeader("content-type", "application/json").end(JSON.stringify(published));
  }).listen(0, "127.0.0.1");
  await once(keys, "listening");
  const jwksUri = `http://127.0.0.1:${String((keys.address() as AddressInfo).port)}/keys`;
  hub = await startTestHub(undefined, {
    issuers: [
      { issuer: police, audience: graphAudience, jwksUri, acrValues: ["c2", "urn:example:mfa"] },
      { issuer: county, audience: graphAudience, jwksUri },
    ],
  });
  for (const [issuer, login] of [
    [police, "officer"],
    [county, "social-worker"],
  ]) {
    await hub.databases.owner(
      "agencies",
      `INSERT INTO issuer (issuer, agency_id)
         SELECT $1, agency_id FROM staff_member JOIN staff_login ON staff_id = id WHERE subject = $2 AND issuer = $3`,
      [issuer, login, localIssuerName],
    );
    await hub.databases.owner(
      "agencies",
      `INSERT INTO staff_login (issuer, subject, staff_id)
         SELECT $1, subject, staff_id FROM staff_login
         WHERE subject IN ('officer', 'social-worker', 'supervisor') AND issuer = $2`,
      [issuer, localIssuerName],
    );
  }
}, 120_000);
afterAll(async () => {
  await hub.stop();
  keys.close();
});

const now = (): number => Math.floor(Date.now() / 1000);

const token = async (claims: Readonly<Record<string, unknown>> = {}): Promise<string> =>
  await new SignJWT({ iss: police, aud: graphAudience, sub: "officer", iat: now(), exp: now() + 600, ...claims })
    .setProtectedHeader({ alg: "RS256", typ: "at+jwt", kid: "key-1" })
    .sign(key);

const codesOf = ({ errors }: Answer<unknown>): readonly unknown[] =>
  (errors ?? []).map((error) => error.extensions?.["code"]);

const post = (body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
  fetch(hub.hub.url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });

test("L20: a sign-in with one factor reads referrals, and is told how to step up to calls for service", async () => {
  const one = await token({ amr: ["pwd"] });
  expect(codesOf(await ask(hub.hub.url, "{ referrals(first: 1) { totalCount } }", { token: one }))).toEqual([]);
  const response = await post({ query: "{ calls(first: 1) { totalCount } }" }, { authorization: `Bearer ${one}` });
  expect(response.status).toBe(401);
  expect(response.headers.get("www-authenticate")).toBe(
    'Bearer error="insufficient_user_authentication", error_description="A sign-in with several factors is required", acr_values="c2 urn:example:mfa"',
  );
  expect(await response.json()).toMatchObject({
    errors: [{ path: ["calls"], extensions: { code: "STEP_UP_REQUIRED", acrValues: ["c2", "urn:example:mfa"] } }],
  });
});

test("L20: whether a step-up is asked for depends on the document and the token, never on what there is", async () => {
  const one = await token();
  const call = (id: string) =>
    ask(hub.hub.url, "query ($id: ID!) { call(id: $id) { id } }", { token: one, variables: { id } });
  const [known] = await hub.databases.owner<{ id: string }>("agencies", "SELECT id FROM call_for_service LIMIT 1");
  expect(await call(known?.id ?? "")).toEqual(await call("01890a5d-ac96-774b-bcce-b302099a8057"));
});

test("L18: who was refused what at the gates is a row of the audit when they are told, whoever they are but a stranger", async () => {
  const query = `query Look($id: ID!) { call(id: $id) { id } }`;
  const variables = { id: "01890a5d-ac96-774b-bcce-b302099a8057" };
  const headers = { "x-request-id": randomUUID() };
  await ask(hub.hub.url, query, { token: await token({ amr: ["pwd"] }), variables, headers });
  const written = { ...headers, "x-request-id": randomUUID() };
  const cancel =
    'mutation Cancel { cancelReferral(input: { referralId: "1", idempotencyKey: "12345678", reason: { code: OTHER, text: "x" } }) { __typename } }';
  await ask(hub.hub.url, cancel, { token: await token({ amr: ["mfa"], scope: "corespond.read" }), headers: written });
  const unknown = { "x-request-id": randomUUID() };
  await ask(hub.hub.url, query, { variables, headers: unknown });
  const rows = await hub.databases.owner(
    "agencies",
    `SELECT request_id AS request, viewer_role AS role, operation, action, outcome, codes, withheld, fields, subjects
     FROM audit_entry WHERE request_id = ANY ($1) ORDER BY recorded_at`,
    [[headers, written, unknown].map((sent) => sent["x-request-id"])],
  );
  const refused = { role: "OFFICER", outcome: "DENIED", fields: [], subjects: {} };
  expect(rows).toEqual([
    {
      ...refused,
      ...{ request: headers["x-request-id"], operation: "Look", action: "READ" },
      ...{ codes: ["STEP_UP_REQUIRED"], withheld: ["Query.call"] },
    },
    {
      ...refused,
      ...{ request: written["x-request-id"], operation: "Cancel", action: "cancelReferral" },
      ...{ codes: ["FORBIDDEN"], withheld: ["Mutation.cancelReferral"] },
    },
  ]);
});

test.each([
  ["several factors", { amr: ["pwd", "mfa"] }],
  ["a class that stands for several", { acr: "c2" }],
])("L20: a sign-in with %s reads calls for service", async (_what, claims) => {
  const answer = await ask<{ calls: { totalCount: number } }>(hub.hub.url, "{ calls(first: 1) { totalCount } }", {
    token: await token(claims),
  });
  expect(codesOf(answer)).toEqual([]);
  expect(answer.data?.calls.totalCount).toBeGreaterThan(0);
});

test("an issuer asserts its own employer's staff, and nobody else's, by whatever subject", async () => {
  const who = async (iss: string, sub: string) => {
    const answer = await ask<{ me: { role: string } }>(hub.hub.url, "{ me { role } }", {
      token: await token({ iss, sub }),
    });
    return answer.data?.me.role ?? codesOf(answer)[0];
  };
  expect(await who(police, "officer")).toBe("OFFICER");
  expect(await who(county, "social-worker")).toBe("SOCIAL_WORKER");
  expect(await who(police, "supervisor")).toBe("NOT_ACTIVE");
  expect(await who(county, "officer")).toBe("NOT_ACTIVE");
});

test("a client that took a person's subject for its name is not that person", async () => {
  const answer = await ask(hub.hub.url, "{ me { role } }", { token: await token({ client_id: "officer" }) });
  expect([answer.status, codesOf(answer)]).toEqual([403, ["NOT_ACTIVE"]]);
});

test("an array of requests is refused, however many they are", async () => {
  const flood = Array.from({ length: 1_000 }, () => ({ query: "{ __typename }" }));
  expect((await post(flood)).status).toBe(400);
});

test("a flood of aliases is refused before anything is executed", async () => {
  const aliases = Array.from({ length: 1_000 }, (_, n) => `a${String(n)}: __typename`).join(" ");
  const answer = await ask(hub.hub.url, `{ ${aliases} }`);
  expect(codesOf(answer)).toEqual(["TOO_MANY_ALIASES"]);
  expect(answer.data).toBeUndefined();
});

const forgedViewer: ViewerClaims = { ...anonymousViewer("hostile", "request"), role: Role.SYSTEM };
const request = { query: "{ referrals(first: 1) { totalCount } }" };

test("headers of the slices' own door are worth nothing at the gateway", async () => {
  const forged = delegate(forgedViewer, "referrals/graph", "a key that the gateway does not have, of 32 or more");
  const { viewerToken, proof } = proven(forged, askedOfGraph(request));
  const response = await post(request, {
    [viewerHeader]: viewerToken,
    [proofHeader]: proof,
    [delegationHeader]: forged,
  });
  expect(response.status).toBe(401);
});

test("a slice that is asked directly answers neither a forged viewer nor another slice's nor a replayed one", async () => {
  const slice = hub.hub.slices["referrals"];
  const viewerKey = hub.databases.external["referrals"]?.viewerKey ?? "";
  const attempt = async (
    audience: "referrals/graph" | "referrals/port" | "people/graph",
    signedWith: string,
    asked: object,
  ) => {
    const by = { ...proven(delegate(forgedViewer, audience, signedWith), askedOfGraph(asked)), delegations: {} };
    return await slice?.execute(request, by).then(
      () => "answered",
      (error: unknown) => (error as { readonly extensions: { readonly code: unknown } }).extensions.code,
    );
  };
  expect(await attempt("referrals/graph", viewerKey, request)).toBe("answered");
  expect(await attempt("referrals/graph", "another key, which no gateway has ever had", request)).toBe(
    "UNSIGNED_VIEWER",
  );
  expect(await attempt("people/graph", viewerKey, request)).toBe("UNSIGNED_VIEWER");
  expect(await attempt("referrals/port", viewerKey, request)).toBe("UNSIGNED_VIEWER");
  expect(await attempt("referrals/graph", viewerKey, { query: "{ __typename }" })).toBe("UNSIGNED_VIEWER");
});

test.each(["officer", "social-worker", "provider", "analyst"])(
  "no answer or error tells %s an absent record from one that is not theirs",
  async (account) => {
    const query = "query ($id: ID!) { person(id: $id) { id names { text } } }";
    const told = (id: string) => hub.as<{ person: unknown }>(account, query, { id });
    const absent = await told("01890a5d-ac96-774b-bcce-b302099a8057");
    const persons = await hub.databases.owner<{ id: string }>("people", "SELECT id FROM person");
    const answers = await Promise.all(persons.map(({ id }) => told(id)));
    const refused = answers.filter(({ data }) => data?.person == null).map((answer) => JSON.stringify(answer));
    expect(refused.length).toBeGreaterThan(0);
    expect(new Set(refused)).toEqual(new Set([JSON.stringify(absent)]));
  },
);

test("the contract is public: anybody may introspect it, and it names nothing that is inaccessible", async () => {
  const { data } = await ask<{ __schema: unknown }>(hub.hub.url, "{ __schema { types { name fields { name } } } }");
  expect(JSON.stringify(data)).not.toMatch(/recordId|requiresScopes__|_Entity/);
});
