import { startKeyServer, type TestIssuer } from "./testing/keyServer";
import { remoteIssuer } from "./trustedIssuer";
import { verifyToken, type VerifiedSubject } from "./verifyToken";

let issuer: TestIssuer;

beforeAll(async () => {
  issuer = await startKeyServer();
});

afterAll(() => {
  issuer.close();
});

const verify = async (
  claims: Readonly<Record<string, unknown>>,
  changed: Partial<TestIssuer["settings"]> = {},
): Promise<VerifiedSubject> =>
  await verifyToken(await issuer.sign(claims), [remoteIssuer({ ...issuer.settings, ...changed })]);

test.each([
  ["RFC 9068", { sub: "feed", client_id: "feed" }],
  ["OpenID Connect", { sub: "feed", azp: "feed" }],
  ["Entra ID, whose subject is the service principal", { sub: "0b1c", azp: "feed", idtyp: "app" }],
  ["AD FS", { sub: "feed", appid: "feed" }],
])("a client that speaks for itself is a machine, by its client id: %s", async (_what, claims) => {
  expect(await verify(claims)).toMatchObject({ subject: "feed", machine: true, client: "feed", strong: false });
});

test("a machine is never strong, whatever it says of factors", async () => {
  expect(await verify({ sub: "feed", azp: "feed", amr: ["mfa"] })).toMatchObject({ machine: true, strong: false });
});

test("a person is known by the claim that the issuer's setting names", async () => {
  const claims = { sub: "pairwise", oid: "f00d", azp: "console" };
  expect(await verify(claims)).toMatchObject({ subject: "pairwise", machine: false, client: "console" });
  expect(await verify(claims, { subjectClaim: "oid" })).toMatchObject({ subject: "f00d", machine: false });
  await expect(verify({ azp: "console" }, { subjectClaim: "oid" })).rejects.toThrow("its subject is none");
});

test("scopes are this graph's own, however the issuer writes them; a person's roles are none", async () => {
  const both = ["corespond.read", "corespond.write"];
  expect((await verify({ scope: "openid corespond.read corespond.write" })).scopes).toEqual(both);
  expect((await verify({ scp: "corespond.read corespond.write profile" })).scopes).toEqual(both);
  expect((await verify({ scp: both })).scopes).toEqual(both);
  expect((await verify({ sub: "feed", azp: "feed", roles: both })).scopes).toEqual(both);
  expect((await verify({ roles: both })).scopes).toEqual([]);
});

test.each([
  ["several factors, said so", { amr: ["pwd", "mfa"] }, true],
  ["a password and a one-time code", { amr: ["pwd", "otp"] }, true],
  ["a hardware key and a fingerprint", { amr: ["hwk", "fpt"] }, true],
  ["a password", { amr: ["pwd"] }, false],
  ["two secrets that are both known", { amr: ["pwd", "pin"] }, false],
  ["a password and a text message", { amr: ["pwd", "sms"] }, false],
  ["a hardware key alone", { amr: ["hwk"] }, false],
  ["nothing said", {}, false],
  ["a claim that is not as specified", { amr: "mfa" }, false],
  ["a class that the settings take for it", { acr: "c2" }, true],
  ["an authentication context of Entra ID", { acrs: ["c1", "c2"] }, true],
  ["a class that they do not", { acr: "c1" }, false],
])("L20: %s", async (_what, claims, strong) => {
  expect(await verify(claims, { acrValues: ["c2"] })).toMatchObject({ strong, acrValues: ["c2"] });
});

test("L20: an issuer may be let off by its setting, for persons", async () => {
  expect(await verify({ amr: ["pwd"] }, { mfa: "notRequired" })).toMatchObject({ strong: true });
});
