import { createHmac } from "node:crypto";

import { exportJWK, generateKeyPair, SignJWT } from "jose";

import { startKeyServer, testIssuerName, type TestIssuer } from "./testing/keyServer";
import { remoteIssuer } from "./trustedIssuer";
import { verifyToken, type VerifiedSubject } from "./verifyToken";

let issuer: TestIssuer;

beforeAll(async () => {
  issuer = await startKeyServer();
});

afterAll(() => {
  issuer.close();
});

const verify = async (token: string, changed: Partial<TestIssuer["settings"]> = {}): Promise<VerifiedSubject> =>
  await verifyToken(token, [remoteIssuer({ ...issuer.settings, ...changed })]);

const now = (): number => Math.floor(Date.now() / 1000);
const invalid = { extensions: { code: "INVALID_TOKEN" } };

test("clocks may differ by 30 seconds, and no more", async () => {
  const taken = [{ exp: now() - 20 }, { nbf: now() + 20 }, { iat: now() + 20 }];
  for (const claims of taken) expect(await verify(await issuer.sign(claims))).toMatchObject({ subject: "badge-7" });
  const refused = [{ exp: now() - 40 }, { nbf: now() + 40 }, { iat: now() + 40 }];
  for (const claims of refused)
    await expect(issuer.sign(claims).then((token) => verify(token))).rejects.toMatchObject(invalid);
});

test("a token is taken no longer after its issue than the issuer's setting says, whatever end it states", async () => {
  const issued = (ago: number) => issuer.sign({ iat: now() - ago, exp: now() + 86_400 });
  expect(await verify(await issued(11 * 3_600))).toMatchObject({ subject: "badge-7" });
  await expect(verify(await issued(13 * 3_600))).rejects.toMatchObject(invalid);
  await expect(verify(await issued(400), { maxTokenAgeSeconds: 300 })).rejects.toMatchObject(invalid);
  await expect(verify(await issuer.sign({ iat: undefined }))).rejects.toMatchObject(invalid);
});

test("an issuer's algorithms can be pinned", async () => {
  expect(await verify(await issuer.sign(), { algorithms: ["RS256"] })).toMatchObject({ subject: "badge-7" });
  await expect(verify(await issuer.sign(), { algorithms: ["ES256"] })).rejects.toMatchObject(invalid);
});

test.each([
  [
    "a key that the header brings along",
    async () => ({ jwk: await exportJWK((await generateKeyPair("RS256")).publicKey) }),
  ],
  ["an address of keys", () => Promise.resolve({ jku: "https://evil.example/keys" })],
  ["an address of a certificate", () => Promise.resolve({ x5u: "https://evil.example/certificate" })],
])("%s is never followed", async (_what, header) => {
  const { privateKey } = await generateKeyPair("RS256");
  const forged = await new SignJWT({
    sub: "badge-7",
    iss: testIssuerName,
    aud: "corespond",
    iat: now(),
    exp: now() + 60,
  })
    .setProtectedHeader({ alg: "RS256", typ: "at+jwt", kid: "key-1", ...(await header()) })
    .sign(privateKey);
  await expect(verify(forged)).rejects.toMatchObject(invalid);
});

test("a critical header that is not understood is refused", async () => {
  const [, payload = ""] = (await issuer.sign()).split(".");
  const header = Buffer.from(JSON.stringify({ alg: "RS256", kid: "key-1", crit: ["exp"], exp: 1 })).toString(
    "base64url",
  );
  await expect(verify(`${header}.${payload}.AAAA`)).rejects.toMatchObject(invalid);
});

test("a public key is no shared secret", async () => {
  const secret = JSON.stringify(issuer.published());
  const header = Buffer.from(JSON.stringify({ alg: "HS256", typ: "at+jwt", kid: "key-1" })).toString("base64url");
  const [, payload = ""] = (await issuer.sign()).split(".");
  const mac = createHmac("sha256", secret).update(`${header}.${payload}`).digest("base64url");
  await expect(verify(`${header}.${payload}.${mac}`)).rejects.toMatchObject(invalid);
});

test.each([
  ["an access token by its type", {}, "at+jwt"],
  ["an access token by its full type, in other letters", {}, "application/AT+JWT"],
  ["an access token whose issuer states no more than a JSON Web Token", {}, "JWT"],
  ["an access token that answers a nonce, where its type says what it is", { nonce: "n-1" }, "at+jwt"],
])("%s is taken", async (_what, claims, typ) => {
  expect(await verify(await issuer.sign(claims, { typ }))).toMatchObject({ subject: "badge-7" });
});

test.each([
  ["an ID token that answers a nonce", { nonce: "n-1" }, "JWT"],
  ["an ID token that came with an access token", { at_hash: "aGFzaA" }, "JWT"],
  ["a logout token", { events: {} }, "logout+jwt"],
  ["a proof of possession", {}, "dpop+jwt"],
  ["a token that is bound to its holder's key", { cnf: { jkt: "thumbprint" } }, "at+jwt"],
])("%s is refused", async (_what, claims, typ) => {
  await expect(verify(await issuer.sign(claims, { typ }))).rejects.toMatchObject(invalid);
});
