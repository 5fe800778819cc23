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

beforeEach(async () => {
  await resources.empty();
  folder = directoryFolder();
});

afterEach(() => {
  folder.remove();
});

const warnedOf = ({ entries }: Imported): readonly string[] =>
  entries
    .filter(({ severity }) => severity === "warning")
    .map(({ file, line, field, code }) => `${file}:${line} ${field} ${code}`);

test("a second import changes nothing, a third one only what changed", async () => {
  writeHsds3(folder);
  const first = await importFolder(resources, folder);
  const before = await resources.owner("SELECT xmin::text, * FROM service_search ORDER BY service_id");
  const second = await importFolder(resources, folder);
  expect(second.summary.total).toEqual({ ...first.summary.total, loaded: 0, unchanged: first.summary.total.loaded });
  expect(second.entries).toEqual(first.entries);
  expect(await resources.owner("SELECT xmin::text, * FROM service_search ORDER BY service_id")).toEqual(before);
  folder.write("contacts.csv", "id,organization_id,name", "c1,o1,New Desk", "c2,o1,Back Desk");
  const third = await importFolder(resources, folder);
  expect(third.summary.total).toMatchObject({ loaded: 2, unchanged: first.summary.total.loaded - 1 });
});

test("two directories keep their ids apart", async () => {
  writeHsds3(folder);
  const first = await importFolder(resources, folder);
  const other = await importFolder(resources, folder, { source: "another" });
  expect(other.summary.total).toEqual(first.summary.total);
  expect(
    (await resources.data(`{ searchServices(text: "counseling") { totalCount } }`)).searchServices.totalCount,
  ).toBe(2);
});

test("a provider's newer figure stays, an older one gives way", async () => {
  writeHsds3(folder);
  await importFolder(resources, folder);
  await resources.owner(
    "UPDATE service_capacity SET available = 5, updated_at = '2024-10-01T00:00:00.123456Z' WHERE external_id = 'k1'",
  );
  const kept = await importFolder(resources, folder);
  expect(kept.summary.files["service_capacity.csv"]).toMatchObject({ loaded: 0, unchanged: 2 });
  expect(warnedOf(kept)).toContain("service_capacity.csv:2 updated OLDER_THAN_KNOWN");
  folder.write(
    "service_capacity.csv",
    "id,service_id,unit_id,available,maximum,description,updated",
    "k1,s1,u1,6,10,Beds,2024-10-02T00:00:00Z",
  );
  await importFolder(resources, folder);
  expect(await resources.owner("SELECT available FROM service_capacity WHERE external_id = 'k1'")).toEqual([
    { available: 6 },
  ]);
});

test("a trial run reports the same and keeps nothing", async () => {
  writeHsds3(folder);
  const trial = await importFolder(resources, folder, { dryRun: true });
  expect(await resources.owner("SELECT 1 FROM organization UNION ALL SELECT 1 FROM service_search")).toEqual([]);
  const real = await importFolder(resources, folder);
  expect({ ...trial.summary, dryRun: false }).toEqual(real.summary);
});
