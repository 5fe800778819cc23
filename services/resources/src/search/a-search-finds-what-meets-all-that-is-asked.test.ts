// cspell:ignore overnite neighbourhod hause
import { Role } from "@corespond/kit";
import { testViewer } from "@corespond/kit/testing";

import { refreshDirectory } from "../directory/refreshDirectory";
import { mainPlace, northPlace } from "../testing/testDirectory";
import { startResources, type Resources } from "../testing/startResources";
import { services, terms, testId } from "../testing/testIds";

let resources: Resources;

beforeAll(async () => {
  resources = await startResources();
});

afterAll(async () => {
  await resources.stop();
});

const nameOf = new Map<string, string>(Object.entries(services).map(([name, id]) => [id, name]));

async function found(args: string): Promise<readonly (string | undefined)[]> {
  const { searchServices } = await resources.data(`{ searchServices(${args}) { totalCount edges { node { id } } } }`);
  const names = searchServices.edges.map(({ node }: { node: { id: string } }) => nameOf.get(node.id));
  expect(searchServices.totalCount).toBe(names.length);
  return names;
}

const near = (point: typeof mainPlace | typeof northPlace, miles: number): string =>
  `near: { latitude: ${point.latitude}, longitude: ${point.longitude}, withinMiles: ${miles} }`;

describe("text", () => {
  test.each([
    ["a word of a name", "pantry", ["pantry"]],
    ["another form of a word", "sheltering", ["shelter", "safeHouse"]],
    ["a word of a description", "refuge", ["safeHouse"]],
    ["a word of a taxonomy term", "emergency", ["safeHouse", "shelter"]],
    ["a word of the organization's name", "harbor", ["shelter", "safeHouse"]],
    ["two words, both", "night desk", ["nightDesk"]],
    ["either of two words", "refuge or groceries", ["safeHouse", "pantry"]],
    ["a word but not another", "harbor -refuge", ["shelter"]],
    ["a phrase", '"domestic violence"', ["safeHouse"]],
  ])("finds %s", async (_, text, expected) => {
    expect([...(await found(`text: ${JSON.stringify(text)}`))].sort()).toEqual([...expected].sort());
  });

  test("a name's match comes before a description's", async () => {
    await resources.owner(
      `UPDATE service_search SET document = document || setweight(to_tsvector('english', 'detox'), 'D') WHERE service_id = $1`,
      [services.hotline],
    );
    expect(await found('text: "detox"')).toEqual(["detox", "hotline"]);
  });

  test.each([
    ["overnite", ["shelter"]],
    ["neighbourhod pantry", ["pantry"]],
    ["safe hause", ["safeHouse"]],
  ])("a misspelt name is found where nothing has the words: %s", async (text, expected) => {
    expect((await found(`text: "${text}"`)).slice(0, 1)).toEqual(expected);
  });

  test("names that are spelled alike do not come along where the words are found", async () => {
    expect(await found('text: "desk"')).toEqual(["nightDesk"]);
  });

  test("hostile text finds nothing and breaks nothing", async () => {
    for (const text of ["' OR 1=1 --", "\\\\", "!!! & | ( :*", "zz\u0000zz", "%", "🙂"]) {
      expect(await found(`text: ${JSON.stringify(text)}`)).toEqual([]);
    }
  });
});

describe("taxonomy", () => {
  test("finds what a term classifies, and what a term below it does", async () => {
    expect(await found(`taxonomyTermIds: ["${terms.pantry}"]`)).toEqual(["pantry"]);
    expect(await found(`taxonomyTermIds: ["${terms.food}"]`)).toEqual(["pantry"]);
    expect(await found(`taxonomyTermIds: ["${terms.meals}"]`)).toEqual([]);
  });

  test("finds what any of several terms classifies", async () => {
    expect([...(await found(`taxonomyTermIds: ["${terms.food}", "${terms.housing}"]`))].sort()).toEqual([
      "pantry",
      "safeHouse",
      "shelter",
    ]);
  });

  test("an unknown or impossible term finds nothing", async () => {
    expect(await found(`taxonomyTermIds: ["${testId(999)}"]`)).toEqual([]);
    expect(await found(`taxonomyTermIds: ["no id"]`)).toEqual([]);
  });

  test("a circle of terms ends", async () => {
    await resources.owner(`UPDATE taxonomy_term SET parent_external_ids = ARRAY[$1::text] WHERE id = $2`, [
      terms.pantry,
      terms.food,
    ]);
    for (const { text, values } of refreshDirectory("test")) await resources.owner(text, values);
    expect(await found(`taxonomyTermIds: ["${terms.food}"]`)).toEqual(["pantry"]);
  });
});

describe("distance", () => {
  test("finds what is within the radius, nearest first", async () => {
    // The two places lie 2.85 miles apart.
    expect(await found(near(mainPlace, 2.8))).toEqual(["shelter", "detox"]);
    const wider = await found(near(mainPlace, 2.9));
    expect(wider.slice(0, 2)).toEqual(["shelter", "detox"]);
    expect([...wider.slice(2)].sort()).toEqual(["nightDesk", "pantry"]);
    expect((await found(near(northPlace, 2.9))).slice(2)).toEqual(["shelter", "detox"]);
  });

  test("works across the date line and at a pole", async () => {
    await resources.owner(`UPDATE location SET latitude = 10, longitude = 179.99 WHERE name = 'Main Example Building'`);
    expect(await found("near: { latitude: 10, longitude: -179.99, withinMiles: 3 }")).toEqual(["shelter", "detox"]);
    await resources.owner(`UPDATE location SET latitude = 89.99, longitude = 0 WHERE name = 'Main Example Building'`);
    expect(await found("near: { latitude: 89.99, longitude: 180, withinMiles: 3 }")).toEqual(["shelter", "detox"]);
    await resources.owner(`UPDATE location SET latitude = $1, longitude = $2 WHERE name = 'Main Example Building'`, [
      mainPlace.latitude,
      mainPlace.longitude,
    ]);
  });
});

describe("opening time", () => {
  test.each([
    ["during the day", "2024-01-09T11:00:00-06:00", ["pantry"]],
    ["to the minute of closing", "2024-01-09T16:59:59-06:00", ["pantry"]],
    ["not at closing", "2024-01-09T17:00:00-06:00", []],
    ["over midnight", "2024-01-10T02:00:00-06:00", ["shelter"]],
    ["on the second Saturday of a month", "2024-01-13T11:00:00-06:00", ["nightDesk", "pantry"]],
    ["not on the third", "2024-01-20T11:00:00-06:00", ["nightDesk"]],
    ["by the location's hours where the service has none", "2024-01-14T23:59:00-06:00", ["nightDesk", "shelter"]],
    ["by the clock of the zone, in summer too", "2024-07-09T14:00:00Z", ["pantry"]],
  ])("%s", async (_, instant, expected) => {
    expect([...(await found(`openAt: "${instant}"`))].sort()).toEqual(expected);
  });

  test("a service says whether it is open, and nothing where no schedule says when", async () => {
    const { open, shut, unknown } = await resources.data(`{
      open: service(id: "${services.pantry}") { isOpen(at: "2024-01-09T11:00:00-06:00") }
      shut: service(id: "${services.pantry}") { isOpen(at: "2024-01-09T20:00:00-06:00") }
      unknown: service(id: "${services.hotline}") { isOpen }
    }`);
    expect([open.isOpen, shut.isOpen, unknown.isOpen]).toEqual([true, false, null]);
  });
});

describe("age, mode and status", () => {
  test.each([
    [17, ["hotline", "nightDesk", "pantry", "safeHouse", "detox"]],
    [18, ["nightDesk", "pantry", "safeHouse", "detox", "shelter"]],
    [65, ["nightDesk", "pantry", "safeHouse", "shelter"]],
  ])("age %s is within the limits, and no limit is for all", async (age, expected) => {
    expect([...(await found(`age: ${age}`))].sort()).toEqual([...expected].sort());
  });

  test("by how a resident gets in", async () => {
    expect(await found("acceptanceMode: WALK_IN")).toEqual(["pantry"]);
    expect(await found("acceptanceMode: COORDINATED_ENTRY")).toEqual(["shelter"]);
  });

  test("only active services, unless asked for others", async () => {
    expect(await found('text: "closed"')).toEqual([]);
    expect(await found('text: "closed", status: [INACTIVE]')).toEqual(["closed"]);
  });
});

test("all conditions hold together", async () => {
  const all = `text: "groceries", taxonomyTermIds: ["${terms.food}"], ${near(northPlace, 1)}, openAt: "2024-01-09T11:00:00-06:00", age: 30, acceptanceMode: WALK_IN`;
  expect(await found(all)).toEqual(["pantry"]);
  expect(await found(all.replace("30", "30, status: [DEFUNCT]"))).toEqual([]);
});

test.each(["orderBy: NAME", `${near(mainPlace, 50)}`, 'text: "example"'])(
  "pages of one, forwards and back, make the whole list: %s",
  async (args) => {
    const whole = await found(`${args} first: 50`);
    expect(whole.length).toBeGreaterThan(2);
    for (const [size, cursor, next] of [
      ["first", "after", "endCursor"],
      ["last", "before", "startCursor"],
    ] as const) {
      const seen: unknown[] = [];
      let from: string | null = null;
      do {
        const page: string = from === null ? "" : `${cursor}: "${from}"`;
        const { searchServices } = await resources.data(
          `{ searchServices(${args} ${size}: 1 ${page}) { edges { node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
        );
        seen.push(...searchServices.edges.map(({ node }: { node: { id: string } }) => nameOf.get(node.id)));
        from = searchServices.pageInfo[size === "first" ? "hasNextPage" : "hasPreviousPage"]
          ? searchServices.pageInfo[next]
          : null;
      } while (from !== null);
      expect(size === "first" ? seen : seen.reverse()).toEqual(whole);
    }
  },
);

test.each([
  [`text: "${"a".repeat(201)}"`, "text"],
  ["taxonomyTermIds: []", "taxonomyTermIds"],
  ["age: -1", "age"],
  ["age: 151", "age"],
  ["near: { latitude: 91, longitude: 0, withinMiles: 1 }", "near"],
  ["near: { latitude: 0, longitude: 181, withinMiles: 1 }", "near"],
  ["near: { latitude: 0, longitude: 0, withinMiles: 0 }", "near"],
  ["near: { latitude: 0, longitude: 0, withinMiles: 501 }", "near"],
  ["orderBy: DISTANCE", "orderBy"],
  ["orderBy: RELEVANCE", "orderBy"],
  ["first: 101", "first"],
])("what cannot be asked is refused by name: %s", async (args, argumentName) => {
  const { errors } = await resources.run(testViewer(Role.ANONYMOUS), `{ searchServices(${args}) { totalCount } }`);
  expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argumentName } }]);
});
