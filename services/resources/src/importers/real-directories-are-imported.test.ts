import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { importFolder } from "../testing/importing";
import { startEmpty, type Resources } from "../testing/startResources";

const data = resolve(__dirname, "../../../..", process.env["CORESPOND_DATA"] ?? "../shared/data");
const [dc, examples] = [join(data, "hsds-dc"), join(data, "hsds-3.1/examples/csv")];
const present = existsSync(dc) && existsSync(examples);

/** A public clone of the project has no data sets. */
const where = present ? describe : describe.skip;

where(present ? "with the data sets" : `skipped: no data sets in ${data} (set CORESPOND_DATA)`, () => {
  let resources: Resources;
  let reportFolder: string;

  beforeAll(async () => {
    resources = await startEmpty();
    reportFolder = mkdtempSync(join(tmpdir(), "corespond-report-"));
  });

  afterAll(async () => {
    rmSync(reportFolder, { recursive: true });
    await resources.stop();
  });

  test("the directory of the District of Columbia, HSDS 2 and dirty: what holds is loaded, the rest reported, twice the same", async () => {
    const options = { source: "dc", timeZone: "America/New_York", reportFolder };
    const { summary, entries } = await importFolder(resources, { path: dc }, options);
    const counts = Object.fromEntries(
      Object.entries(summary.files).map(([file, { rowsIn, loaded, rejected }]) => [file, [rowsIn, loaded, rejected]]),
    );
    expect(counts).toEqual({
      "taxonomy_terms.csv": [433, 433, 0],
      "organizations.csv": [57, 57, 0],
      "programs.csv": [28, 5, 23],
      "services.csv": [501, 495, 6],
      "locations.csv": [220, 220, 0],
      "services_at_location.csv": [1490, 735, 755],
      "physical_addresses.csv": [522, 211, 311],
      "contacts.csv": [16, 16, 0],
      "phones.csv": [786, 357, 429],
      "schedules.csv": [981, 233, 748],
      "languages.csv": [0, 0, 0],
      "accessibility_for_disabilities.csv": [11, 2, 9],
      "service_areas.csv": [3, 0, 3],
      "service_attributes.csv": [2562, 1263, 1299],
      "taxonomy_types.csv": [433, 0, 433],
    });
    const rejectedRows = new Set(
      entries.filter(({ severity }) => severity === "rejected").map(({ file, line }) => `${file}:${line}`),
    );
    expect(rejectedRows.size).toBe(summary.total.rejected);
    const again = await importFolder(resources, { path: dc }, options);
    expect(again.summary.total).toEqual({ ...summary.total, loaded: 0, unchanged: summary.total.loaded });
    expect(await resources.owner("SELECT count(*)::int AS points FROM location WHERE latitude IS NOT NULL")).toEqual([
      { points: 85 },
    ]);
  });

  test("it can be searched", async () => {
    const { byText, byPlace, byTerm, byTime } = await resources.data(`{
      byText: searchServices(text: "food pantry") { totalCount edges { node { name } } }
      byPlace: searchServices(near: { latitude: 38.9, longitude: -77.03, withinMiles: 2 }, text: "shelter") { totalCount }
      byTerm: taxonomyTerms(search: "Emergency Food") { edges { node { name parents { name } } } }
      byTime: searchServices(openAt: "2024-01-09T15:00:00Z") { totalCount } }`);
    expect(byText.edges[0].node.name).toMatch(/pantry/i);
    expect(byPlace.totalCount).toBeGreaterThan(0);
    expect(byTerm.edges).toEqual([
      { node: { name: "Emergency Food", parents: [{ name: "Food" }, { name: "Emergency" }] } },
    ]);
    expect(byTime.totalCount).toBeGreaterThan(20);
  });

  test("the examples of HSDS 3.1, with their own quirks: odd values are warnings", async () => {
    const { summary, entries } = await importFolder(
      resources,
      { path: examples },
      { source: "examples", reportFolder },
    );
    expect(summary.total).toMatchObject({ rowsIn: 24, loaded: 16, rejected: 8 });
    const rejected = entries
      .filter(({ severity }) => severity === "rejected")
      .map(({ file, code }) => `${file} ${code}`);
    expect([...new Set(rejected)].sort()).toEqual([
      "attributes.csv NOT_MODELLED",
      "funding.csv NOT_MODELLED",
      "meta_table_descriptions.csv NOT_MODELLED",
      "metadata.csv NOT_MODELLED",
      "organization_identifiers.csv NOT_MODELLED",
      "service_capacity.csv MISSING_PARENT",
      "taxonomies.csv NOT_MODELLED",
      "url.csv NOT_MODELLED",
    ]);
    expect(entries).toContainEqual(
      expect.objectContaining({ file: "service_capacity.csv", code: "MORE_THAN_MAXIMUM", severity: "warning" }),
    );
  });
});
