import { fixtures, fixtureSupergraph } from "./__fixtures__/fixtures";
import { compose } from "./compose";
import { checkDescriptions } from "./descriptions";
import { checkOwners, ownersOf } from "./owners";
import { contributions, references } from "./relations";
import { supergraphModel } from "./supergraphModel";
import type { SupergraphModel } from "./supergraphModel";

const model = supergraphModel(fixtureSupergraph);
const teams = Object.fromEntries(
  model.slices.map((slice) => [slice, { team: slice, contact: `${slice}@corespond.example` }]),
);

function modelOf(...sdls: readonly string[]): SupergraphModel {
  const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])\n`;
  const result = compose(sdls.map((sdl, index) => ({ name: `slice${index}`, sdl: link + sdl })));
  if (!result.ok) throw new Error(result.errors[0]?.message);
  return supergraphModel(result.supergraphSdl);
}

describe("who owns what", () => {
  it("gives an entity to the one slice that does not extend it, with all its keys", () => {
    expect(model.types.find(({ name }) => name === "Person")).toMatchObject({
      kind: "entity",
      owners: ["people"],
      declaredBy: ["agencies", "people", "referrals"],
      keys: ["id", "recordId"],
    });
  });

  it("gives a value type that several slices declare alike to all of them", () => {
    expect(model.types.find(({ name }) => name === "PageInfo")).toMatchObject({
      kind: "value",
      owners: ["agencies", "people", "referrals"],
    });
  });

  it("lists what slices add to each other's entities, without what clients do not see", () => {
    expect(contributions(model).map(({ from, coordinate, requires, to }) => [from, coordinate, requires, to])).toEqual([
      ["referrals", "Agency.referrals", undefined, "agencies"],
      ["agencies", "Person.calls", "recordIds", "people"],
      ["referrals", "Person.referrals", "recordIds", "people"],
      ["agencies", "Referral.call", "callId", "referrals"],
      ["resources", "Referral.suggestedServices", "reasonCodes", "referrals"],
    ]);
  });

  it("lists what points at another slice's entities", () => {
    expect(references(model).map(({ coordinate, target }) => `${coordinate} → ${target}`)).toEqual([
      "CallForService.subjects → Person",
      "Referral.person → Person",
      "Referral.agency → Agency",
      "ServiceReferral.service → Service",
    ]);
  });

  it("names the team of every type and field", () => {
    const owners = new Map(ownersOf(model, teams).map(({ coordinate, slices }) => [coordinate, slices]));
    expect(owners.get("Person")).toEqual(["people"]);
    expect(owners.get("Person.recordId")).toEqual(["people"]);
    expect(owners.get("Person.calls")).toEqual(["agencies"]);
    expect(owners.get("Query.referral")).toEqual(["referrals"]);
    expect([...owners.values()].filter((slices) => slices.length === 0)).toEqual([]);
  });
});

describe("the check of owners", () => {
  it("is content when every slice has a team", () => {
    expect(checkOwners(model, teams)).toEqual([]);
  });

  it("names a slice without a team, and a team without a slice", () => {
    const { people, ...rest } = teams;
    const found = checkOwners(model, { ...rest, persons: people ?? { team: "", contact: "" } });
    expect(found.map(({ coordinate }) => coordinate)).toEqual(["people", "persons"]);
  });

  it("names an entity that two slices claim", () => {
    const claimed = modelOf(
      `type Query { t: T } type T @key(fields: "id") { id: ID! a: Int }`,
      `type T @key(fields: "id") { id: ID! b: Int }`,
    );
    expect(checkOwners(claimed, { slice0: { team: "a", contact: "a" }, slice1: { team: "b", contact: "b" } })).toEqual([
      { check: "owners", coordinate: "T", message: expect.stringContaining("slice0 and slice1") },
    ]);
  });
});

describe("the check of descriptions", () => {
  it("is content where the owner describes what a stub repeats", () => {
    expect(checkDescriptions(fixtures)).toEqual([]);
  });

  it("names every kind of element that no slice describes", () => {
    const sdl = `type Query { a(b: Int): T } type T { c: E } enum E { F } input I { g: Int } scalar S`;
    expect(checkDescriptions([{ name: "x", sdl }]).map(({ coordinate }) => coordinate)).toEqual([
      "E",
      "E.F",
      "I",
      "I.g",
      "Query.a",
      "Query.a(b:)",
      "S",
      "T",
      "T.c",
    ]);
  });
});
