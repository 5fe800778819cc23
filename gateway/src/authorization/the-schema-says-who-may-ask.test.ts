import { anonymousViewer, Role } from "@corespond/kit";
import { Kind, parse, print, type OperationDefinitionNode } from "graphql";

import { vouchedFor, type Caller } from "../identity/caller";
import { documentGate, type GatedOperation } from "./documentGate";
import { fillRefused } from "./fillRefused";

const supergraph = `
  type Query {
    places(first: Int): [Place!]!
    person(id: ID!): Person
    calls: Calls
    counted: Int @authenticated
  }
  type Mutation { write: Written @requiresScopes(scopes: [["corespond.write"]]) }
  type Written { place: Place  person: Person  mustBe: Person! }
  type Place { name: String!  visitors: [Person!]  owner: Person!  near: Place }
  type Person @requiresScopes(scopes: [["corespond.read"]]) { name: String  calls: Calls! }
  type Calls @requiresScopes(scopes: [["corespond.read"]]) @policy(policies: [["cji"]]) { count: Int }
  type Unknown @policy(policies: [["nobody-knows"]]) { a: Int }
  extend type Query { unknown: Unknown }
`;

const gate = documentGate(supergraph);

const anonymous = vouchedFor(anonymousViewer("test", "request"));
const signedIn = (changed: Partial<Caller> = {}, scopes: readonly string[] = []): Caller => ({
  viewer: { ...anonymous.viewer, role: Role.OFFICER, scopes: [...scopes] },
  machine: false,
  strong: true,
  acrValues: [],
  ...changed,
});
const weak = signedIn({ strong: false });
const machine = (...scopes: readonly string[]): Caller => signedIn({ machine: true, strong: false }, scopes);

function ask(caller: Caller, text: string): GatedOperation {
  const document = parse(text);
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  return gate(document, operation as OperationDefinitionNode, caller);
}

const left = ({ document }: GatedOperation): string | null =>
  document && print(document).replaceAll(/\s+/g, " ").trim();

const told = ({ refusals }: GatedOperation): readonly string[] =>
  refusals.map(({ path, code }) => `${path.join(".")} ${code}`);

test("what nobody need sign in for is executed as it was asked", () => {
  const outcome = ask(anonymous, "{ places { name } __typename }");
  expect(outcome.refusals).toEqual([]);
  expect(left(outcome)).toBe("{ places { name } __typename }");
});

test("who has signed in, with every factor, passes every gate that is known", () => {
  expect(told(ask(signedIn(), '{ person(id: "1") { name calls { count } } calls { count } counted }'))).toEqual([]);
});

test("without a sign-in, what needs one is left out, by name and by alias, and the rest is executed", () => {
  const outcome = ask(anonymous, '{ places { name visitors { name } } who: person(id: "1") { name } counted }');
  expect(left(outcome)).toBe("{ places { name } }");
  expect(told(outcome)).toEqual([
    "places.@.visitors UNAUTHENTICATED",
    "who UNAUTHENTICATED",
    "counted UNAUTHENTICATED",
  ]);
});

test("a field that may not be null takes what is around it along, up to what may", () => {
  const outcome = ask(anonymous, "{ places { near { name owner { name } } } counted }");
  expect(left(outcome)).toBe("{ places { __refused: __typename } }");
  expect(outcome.nulls).toEqual([["places", "@", "near"], ["counted"]]);
  expect(left(ask(anonymous, "{ places { owner { name } } }"))).toBeNull();
});

test("a step-up leaves nothing: the client signs in anew, and asks again", () => {
  const outcome = ask(weak, "{ places { name } calls { count } }");
  expect(left(outcome)).toBeNull();
  expect(told(outcome)).toEqual(["calls STEP_UP_REQUIRED"]);
  expect(told(ask(weak, '{ person(id: "1") { name } }'))).toEqual([]);
});

test("a person's token without scopes is narrowed by the role alone; one with scopes has those and no other", () => {
  expect(told(ask(signedIn({}, ["corespond.write"]), '{ person(id: "1") { name } counted }'))).toEqual([
    "person FORBIDDEN",
  ]);
  expect(told(ask(signedIn({}, ["corespond.read"]), '{ person(id: "1") { name } counted }'))).toEqual([]);
});

test("a machine has the scopes that it was granted, and never criminal justice information", () => {
  expect(told(ask(machine(), '{ person(id: "1") { name } counted }'))).toEqual(["person FORBIDDEN"]);
  expect(told(ask(machine("corespond.read"), '{ person(id: "1") { name } calls { count } }'))).toEqual([
    "calls FORBIDDEN",
  ]);
});

test("a policy that is not known here lets nobody pass", () => {
  expect(told(ask(signedIn(), "{ unknown { a } }"))).toEqual(["unknown FORBIDDEN"]);
});

test("an action is done whole or not at all", () => {
  expect(left(ask(signedIn({}, ["corespond.read"]), "mutation { write { place { name } } }"))).toBeNull();
  const writer = signedIn({}, ["corespond.write"]);
  expect(left(ask(writer, "mutation { write { place { name } person { name } } }"))).toBe(
    "mutation { write { place { name } } }",
  );
  expect(left(ask(writer, "mutation { write { mustBe { name } } }"))).toBeNull();
});

test("a fragment hides nothing, and is looked at once however often it is spread", () => {
  const spread = ask(
    anonymous,
    "{ places { ...p ... on Place { visitors { name } } } } fragment p on Place { name again: visitors { name } }",
  );
  expect(left(spread)).toBe("{ places { ...p } } fragment p on Place { name }");
  expect(told(spread)).toEqual(["places.@.again UNAUTHENTICATED", "places.@.visitors UNAUTHENTICATED"]);
  const levels = Array.from(
    { length: 40 },
    (_, n) => `fragment f${String(n)} on Place { a: near { ...f${String(n + 1)} } b: near { ...f${String(n + 1)} } }`,
  );
  const bomb = ask(anonymous, `{ places { ...f0 } } ${levels.join(" ")} fragment f40 on Place { visitors { name } }`);
  expect(bomb.refusals.length).toBeLessThanOrEqual(100);
});

test("the answer has a null for what was refused, in every item of a list, and no stand-in", () => {
  const data = { places: [{ name: "a" }, { __refused: "Place" }, { name: "c", near: { name: "d" } }] };
  fillRefused(data, [["places", "@", "visitors"], ["places", "@", "near", "owner"], ["who"]]);
  expect(data).toEqual({
    places: [
      { name: "a", visitors: null },
      { visitors: null },
      { name: "c", visitors: null, near: { name: "d", owner: null } },
    ],
    who: null,
  });
});
