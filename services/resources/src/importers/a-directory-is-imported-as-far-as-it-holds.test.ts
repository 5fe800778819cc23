import { AcceptanceMode } from "../service/acceptanceMode";
import { directoryFolder, type DirectoryFolder } from "../testing/directoryFolder";
import { writeHsds3 } from "../testing/hsds3";
import { importFolder, type Imported } from "../testing/importing";
import { startEmpty, type Resources } from "../testing/startResources";

let resources: Resources;
let folder: DirectoryFolder;

beforeAll(async () => {
  resources = await startEmpty();
});

afterAll(async () => {
  await resources.stop();
});

beforeEach(() => {
  folder = directoryFolder();
  writeHsds3(folder);
});

afterEach(() => {
  folder.remove();
});

const countsOf = ({ summary }: Imported): Readonly<Record<string, readonly number[]>> =>
  Object.fromEntries(
    Object.entries(summary.files).map(([file, { rowsIn, loaded, unchanged, rejected }]) => [
      file,
      [rowsIn, loaded, unchanged, rejected],
    ]),
  );

const rejectedOf = ({ entries }: Imported): readonly string[] =>
  entries
    .filter(({ severity }) => severity === "rejected")
    .map(({ file, line, field, value, code }) => `${file}:${line} ${field} ${value} ${code}`);

const warnedOf = ({ entries }: Imported): readonly string[] =>
  entries
    .filter(({ severity }) => severity === "warning")
    .map(({ file, line, field, code }) => `${file}:${line} ${field} ${code}`);

describe("a directory with something wrong in most files", () => {
  let imported: Imported;

  beforeAll(async () => {
    const once = directoryFolder();
    writeHsds3(once);
    imported = await importFolder(resources, once);
    once.remove();
  });

  test("every row is loaded or reported with its file, line, field, value and reason", async () => {
    expect(countsOf(imported)).toEqual({
      "taxonomy_terms.csv": [3, 3, 0, 0],
      "organizations.csv": [4, 3, 0, 1],
      "programs.csv": [2, 1, 0, 1],
      "services.csv": [6, 2, 0, 4],
      "locations.csv": [4, 4, 0, 0],
      "service_at_location.csv": [5, 2, 0, 3],
      "addresses.csv": [4, 1, 0, 3],
      "contacts.csv": [1, 1, 0, 0],
      "phones.csv": [7, 4, 0, 3],
      "schedules.csv": [7, 6, 0, 1],
      "languages.csv": [3, 2, 0, 1],
      "units.csv": [2, 2, 0, 0],
      "service_capacity.csv": [4, 2, 0, 2],
      "attributes.csv": [5, 2, 0, 3],
      "funding.csv": [2, 0, 0, 2],
    });
    expect([...rejectedOf(imported)].sort()).toEqual(
      [
        "organizations.csv:4 name null MISSING_VALUE",
        "programs.csv:3 organization_id o9 MISSING_PARENT",
        "services.csv:4 organization_id o1,o2 MISSING_PARENT",
        "services.csv:5 status null MISSING_VALUE",
        "services.csv:6 status sometimes INVALID_VALUE",
        "services.csv:7 source, id test, s1 DUPLICATE_KEY",
        "service_at_location.csv:3 service_id s9 MISSING_PARENT",
        "service_at_location.csv:4 location_id l9 MISSING_PARENT",
        "service_at_location.csv:5 service_id s9 MISSING_PARENT",
        "service_at_location.csv:5 location_id l9 MISSING_PARENT",
        "addresses.csv:3 location_id null MISSING_VALUE",
        "addresses.csv:4 address_1 null MISSING_VALUE",
        "addresses.csv:5 address_type pigeon INVALID_VALUE",
        "phones.csv:4 service_id s9 MISSING_PARENT",
        "phones.csv:4 organization_id o9 MISSING_PARENT",
        "phones.csv:5 organization_id null MISSING_VALUE",
        "phones.csv:7 number null MISSING_VALUE",
        "schedules.csv:7 id d6 EMPTY_ROW",
        "service_capacity.csv:4 available some MISSING_VALUE",
        "service_capacity.csv:5 updated null MISSING_VALUE",
        "attributes.csv:4 link_id s9 MISSING_PARENT",
        "attributes.csv:5 link_entity phone NOT_MODELLED",
        "attributes.csv:6 taxonomy_term_id t9 MISSING_PARENT",
        "languages.csv:4 name null MISSING_VALUE",
        "funding.csv:2 null null NOT_MODELLED",
        "funding.csv:3 null null NOT_MODELLED",
      ].sort(),
    );
    expect(imported.entries.every(({ reason }) => reason.length > 10)).toBe(true);
  });

  test("what is odd is loaded, and reported as a warning", async () => {
    expect(warnedOf(imported)).toEqual(
      expect.arrayContaining([
        "organizations.csv:3 website INVALID_VALUE",
        "organizations.csv:5 parent_organization_id MISSING_PARENT",
        "services.csv:3 program_id MISSING_PARENT",
        "services.csv:3 minimum_age INVALID_VALUE",
        "locations.csv:3 organization_id MISSING_PARENT",
        "locations.csv:3 latitude INVALID_VALUE",
        "locations.csv:5 latitude INVALID_VALUE",
        "phones.csv:3 service_id MISSING_PARENT",
        "phones.csv:6 number NOT_A_PHONE_NUMBER",
        "phones.csv:8 service_id SEVERAL_VALUES",
        "schedules.csv:4 opens_at FOREIGN_OFFSET",
        "schedules.csv:5 timezone FOREIGN_OFFSET",
        "schedules.csv:6 id NOT_SEARCHABLE",
        "schedules.csv:8 valid_from NOT_UNDERSTOOD",
        "service_capacity.csv:2 available MORE_THAN_MAXIMUM",
        "taxonomy_terms.csv:4 parent_id MISSING_PARENT",
      ]),
    );
  });

  test("what was loaded is in the graph as the directory says it", async () => {
    const { found } =
      await resources.data(`{ found: searchServices(text: "counseling") { edges { node { externalId source name minimumAge maximumAge acceptanceMode
      acceptsReferrals timeZone organization { name website } program { name } phones { number extension numberText languages { code } } languages { name }
      schedules { byday freq opensAt closesAt timeZone } capacities { available maximum status unit { name staleAfterHours } }
      attributes { taxonomyTerm { name parent { name } } } serviceAtLocations { edges { node { description location { name latitude } } } } } } } }`);
    expect(found.edges).toHaveLength(1);
    expect(found.edges[0].node).toMatchObject({
      externalId: "s1",
      source: "test",
      minimumAge: 12,
      acceptanceMode: "CALL_FIRST",
      acceptsReferrals: true,
      timeZone: "America/Chicago",
      organization: { name: "Example One", website: "http://one.example" },
      program: { name: "Program" },
      phones: [
        { number: "+16125550142", extension: "7", languages: [{ code: "es" }] },
        { number: null, numberText: "311" },
        { number: "+442079460958", extension: "12" },
      ],
      languages: [{ name: "Somali" }],
      attributes: [{ taxonomyTerm: { name: "Meals", parent: { name: "Food" } } }],
      serviceAtLocations: { edges: [{ node: { description: "Here", location: { name: "Office", latitude: 44.98 } } }] },
    });
    expect(found.edges[0].node.capacities).toEqual(
      expect.arrayContaining([
        { available: 12, maximum: 10, status: "CAPACITY", unit: { name: "Bed", staleAfterHours: 24 } },
        { available: 0, maximum: null, status: "NO_CAPACITY", unit: { name: "Residential bed", staleAfterHours: 168 } },
      ]),
    );
  });

  test("a confidential location comes in as one, and columns beside HSDS are taken", async () => {
    const { closed } =
      await resources.data(`{ closed: searchServices(text: "shelter", status: [TEMPORARILY_CLOSED]) { edges { node { acceptanceMode protectedProgram
      phones { number } serviceAtLocations { edges { node { description location { confidential name latitude frontGate { phone } } } } } } } } }`);
    expect(closed.edges[0].node).toEqual({
      acceptanceMode: "WALK_IN",
      protectedProgram: "VICTIM_SERVICES",
      phones: [{ number: "+442079460958" }],
      serviceAtLocations: {
        edges: [
          {
            node: {
              description: null,
              location: { confidential: true, name: null, latitude: null, frontGate: { phone: "612-555-0199" } },
            },
          },
        ],
      },
    });
  });
});

test("opening hours are searched by the directory's clock, and only those that are certain", async () => {
  await resources.empty();
  await importFolder(resources, folder, { timeZone: "America/New_York" });
  const open = async (openAt: string): Promise<number> =>
    (await resources.data(`{ searchServices(openAt: "${openAt}") { totalCount } }`)).searchServices.totalCount;
  expect(await open("2024-01-08T10:30:00-05:00")).toBe(1);
  expect(await open("2024-01-08T10:30:00-06:00")).toBe(1);
  expect(await open("2024-01-08T09:30:00-05:00")).toBe(0);
  expect(await open("2023-12-25T10:30:00-05:00")).toBe(0);
  // 09:00Z is no time of New York's, and 09:00-06:00 neither, so neither schedule claims that the door is open.
  expect(await open("2024-01-10T10:00:00-05:00")).toBe(0);
  expect(await open("2024-01-13T10:00:00-05:00")).toBe(0);
});

test("a copy of a file under another name is told from a file that is not modelled", async () => {
  await resources.empty();
  folder.write("taxonomy_types.csv", "id,name,parent_id", "t1,Meals,t2", "t2,Food,", 't3,Both,"t1,t9"');
  const imported = await importFolder(resources, folder);
  const reasons = new Set(
    imported.entries.filter(({ code }) => code === "NOT_MODELLED").map(({ file, reason }) => `${file} ${reason}`),
  );
  expect(reasons).toContain("taxonomy_types.csv skipped: a copy of taxonomy_terms.csv");
  expect(reasons).toContain("funding.csv skipped: not modelled");
  expect(countsOf(imported)["taxonomy_types.csv"]).toEqual([3, 0, 0, 3]);
});

test("how a resident gets in can be told for a whole directory", async () => {
  await resources.empty();
  await importFolder(resources, folder, { acceptanceMode: AcceptanceMode.COORDINATED_ENTRY });
  expect(await resources.owner("SELECT external_id, acceptance_mode AS mode FROM service ORDER BY 1")).toEqual([
    { external_id: "s1", mode: "COORDINATED_ENTRY" },
    { external_id: "s2", mode: "WALK_IN" },
  ]);
});
