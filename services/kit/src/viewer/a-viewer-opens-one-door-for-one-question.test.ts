import { Role } from "./role";
import { anonymousViewer, type ViewerClaims } from "./viewer";
import { keysOf } from "../config/keysOf";
import { askedOfGraph, askedOfPort, delegate, isProven, proofKeyOf, prove, proven } from "./viewerProof";
import { signViewer, verifyViewer, viewerLifetimeSeconds } from "./viewerToken";

const key = "the newer key of a slice in this test";
const older = "the older key of a slice in this test";
const claims: ViewerClaims = { ...anonymousViewer("test", "request-1"), role: Role.OFFICER };
const question = askedOfGraph({ query: "{ a }", variables: { id: "1" } });
const delegation = delegate(claims, "notes/graph", key);

afterEach(() => {
  jest.useRealTimers();
});

test("a viewer with its proof asks one question, and no other", () => {
  const by = proven(delegation, question);
  expect(verifyViewer(by.viewerToken, "notes/graph", key)).toMatchObject({ role: "OFFICER" });
  expect(isProven(question, by, key)).toBe(true);
  for (const other of [
    { query: "{ b }", variables: { id: "1" } },
    { query: "{ a }", variables: { id: "2" } },
    { query: "{ a }" },
  ])
    expect(isProven(askedOfGraph(other), by, key)).toBe(false);
});

test("a viewer without its proof key proves nothing", () => {
  const { viewerToken } = proven(delegation, question);
  const guesses = [
    "",
    viewerToken,
    prove(viewerToken, question),
    prove(proofKeyOf(viewerToken, "another key"), question),
  ];
  for (const proof of guesses) expect(isProven(question, { viewerToken, proof }, key)).toBe(false);
});

test("a proof for one viewer is none for another", () => {
  const other = delegate({ ...claims, role: Role.PRIVACY_OFFICER }, "notes/graph", key);
  const { proof } = proven(delegation, question);
  expect(isProven(question, { ...proven(other, question), proof }, key)).toBe(false);
});

test("a proof for the graph is none for the port, nor one function's for another's", () => {
  const by = proven(delegation, askedOfPort("facts", { ids: ["1"] }));
  expect(isProven(askedOfPort("facts", { ids: ["1"] }), by, key)).toBe(true);
  expect(isProven(askedOfPort("facts", { ids: ["2"] }), by, key)).toBe(false);
  expect(isProven(askedOfPort("others", { ids: ["1"] }), by, key)).toBe(false);
});

test("what was asked reads the same after it travelled as JSON", () => {
  const request = {
    query: '{ a(text: "é\u2028\\u0000") }',
    variables: { b: 1e21, "2": [null, -0], a: undefined, é: "\ud800" },
  };
  expect(askedOfGraph(JSON.parse(JSON.stringify(request)))).toBe(askedOfGraph(request));
});

test("a viewer is for one slice and one door", () => {
  const token = signViewer(claims, "notes/graph", key);
  expect(verifyViewer(token, "notes/graph", key)).not.toBeNull();
  for (const audience of ["notes/port", "notes/system", "people/graph"] as const)
    expect(verifyViewer(token, audience, key)).toBeNull();
});

test("a viewer ends, and nobody waits that long for an answer", () => {
  jest.useFakeTimers({ now: 1_767_225_600_000 });
  const token = signViewer(claims, "notes/graph", key);
  jest.setSystemTime(1_767_225_600_000 + (viewerLifetimeSeconds - 1) * 1_000);
  expect(verifyViewer(token, "notes/graph", key)).not.toBeNull();
  jest.setSystemTime(1_767_225_600_000 + viewerLifetimeSeconds * 1_000);
  expect(verifyViewer(token, "notes/graph", key)).toBeNull();
});

test("while a key is replaced, the newer one signs and both are accepted", () => {
  const both = `${key}, ${older}`;
  expect(keysOf(both)).toEqual([key, older]);
  const signedWith = (setting: string) => proven(delegate(claims, "notes/graph", setting), question);
  for (const setting of [key, older, both]) {
    const by = signedWith(setting);
    expect(verifyViewer(by.viewerToken, "notes/graph", both)).not.toBeNull();
    expect(isProven(question, by, both)).toBe(true);
  }
  expect(verifyViewer(signedWith(both).viewerToken, "notes/graph", key)).not.toBeNull();
  expect(verifyViewer(signedWith(both).viewerToken, "notes/graph", older)).toBeNull();
});
