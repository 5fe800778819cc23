import { startKeyServer, type TestIssuer } from "./testing/keyServer";
import { refetchAfterMs, remoteIssuer, type TrustedIssuer } from "./trustedIssuer";
import { verifyToken } from "./verifyToken";

let issuer: TestIssuer;
let trusted: TrustedIssuer;

beforeEach(async () => {
  issuer = await startKeyServer();
  trusted = remoteIssuer(issuer.settings);
});

afterEach(() => {
  jest.restoreAllMocks();
  issuer.close();
});

const subjectOf = async (token: string): Promise<string> => (await verifyToken(token, [trusted])).subject;

/** Lets the keys' cache believe that time has passed; the tokens' own clock goes on. */
function later(ms: number): void {
  const then = Date.now() + ms;
  jest.spyOn(Date, "now").mockReturnValue(then);
}

test("keys are fetched once for many tokens", async () => {
  const token = await issuer.sign();
  expect(await Promise.all([1, 2, 3].map(() => subjectOf(token)))).toEqual(["badge-7", "badge-7", "badge-7"]);
  expect(issuer.fetches()).toBe(1);
});

test("a token by a new key is taken as soon as the keys may be fetched again, and the old key's token no more", async () => {
  const old = await issuer.sign();
  await subjectOf(old);
  await issuer.rotate();
  const fresh = await issuer.sign();
  later(refetchAfterMs + 1_000);
  expect(await subjectOf(fresh)).toBe("badge-7");
  expect(issuer.fetches()).toBe(2);
  await expect(subjectOf(old)).rejects.toMatchObject({ extensions: { code: "INVALID_TOKEN" } });
});

test("a flood of tokens by unknown keys fetches no more than once", async () => {
  await subjectOf(await issuer.sign());
  const forged = await issuer.sign({}, { kid: "forged" });
  const attempts = await Promise.allSettled([1, 2, 3, 4, 5].map(() => subjectOf(forged)));
  expect(new Set(attempts.map(({ status }) => status))).toEqual(new Set(["rejected"]));
  expect(issuer.fetches()).toBe(1);
});
