import { Role, systemViewer } from "@corespond/kit";
import { ZodError } from "zod";

import { startEmpty, type Resources } from "../testing/startResources";
import { testDirectory } from "../testing/testDirectory";
import { capacities, organizations, services } from "../testing/testIds";
import { loadDirectory } from "./loadDirectory";

let resources: Resources;

const load = (change: object = {}) =>
  loadDirectory(resources.slice.systemContext("test"), { ...testDirectory, ...change });

beforeAll(async () => {
  resources = await startEmpty();
});

afterAll(async () => {
  await resources.stop();
});

beforeEach(async () => {
  await resources.empty();
});

test("the first load adds every row, the second none", async () => {
  expect(systemViewer("test", "1").role).toBe(Role.SYSTEM);
  expect(await load()).toMatchObject({
    organization: 3,
    service: 7,
    location: 3,
    service_at_location: 6,
    phone: 2,
    schedule: 4,
    attribute: 4,
    unit: 2,
    service_capacity: 2,
  });
  const before = await resources.owner(
    "SELECT xmin::text, ordinal FROM opening ORDER BY service_id, schedule_id, ordinal",
  );
  expect(before.length).toBeGreaterThan(10);
  expect(Object.values(await load()).every((changed) => changed === 0)).toBe(true);
  expect(
    await resources.owner("SELECT xmin::text, ordinal FROM opening ORDER BY service_id, schedule_id, ordinal"),
  ).toEqual(before);
});

test("what the author changes is changed, and found so", async () => {
  await load();
  const [first, ...others] = testDirectory.services ?? [];
  if (first === undefined) throw new Error("the test directory has services");
  const renamed = [
    { ...first, name: "Winter Shelter", schedules: [{ ...first.schedules![0]!, opensAt: "12:00" }] },
    ...others,
  ];
  expect(await load({ services: renamed })).toMatchObject({ service: 1, schedule: 1, organization: 0 });
  const { byText, byTime } = await resources.data(`{
    byText: searchServices(text: "winter") { edges { node { id } } }
    byTime: searchServices(text: "winter", openAt: "2024-01-09T13:00:00-06:00") { edges { node { id } } } }`);
  expect(byText.edges).toEqual([{ node: { id: services.shelter } }]);
  expect(byTime).toEqual(byText);
});

test("a provider's own update of a capacity stays", async () => {
  await load();
  await resources.owner("UPDATE service_capacity SET available = 9 WHERE id = $1", [capacities.shelter]);
  expect(await load()).toMatchObject({ service_capacity: 0 });
  expect(await resources.owner("SELECT available FROM service_capacity WHERE id = $1", [capacities.shelter])).toEqual([
    { available: 9 },
  ]);
});

test("what is wrong is named, and nothing is loaded", async () => {
  const wrong = { organizations: [{ id: "no id", name: "", phones: [{ id: organizations.harbor, number: "911" }] }] };
  const error = await load(wrong).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ZodError);
  expect((error as ZodError).issues.map(({ path }) => path.join("."))).toEqual([
    "organizations.0.id",
    "organizations.0.name",
    "organizations.0.phones.0.number",
  ]);
  expect(await resources.owner("SELECT 1 FROM organization")).toEqual([]);
});

test("a service of an unknown organization fails the whole load", async () => {
  await expect(load({ organizations: [] })).rejects.toThrow(/foreign key/);
  expect(await resources.owner("SELECT 1 FROM taxonomy_term")).toEqual([]);
});

test("only the hub itself loads", async () => {
  const context = {
    ...resources.slice.systemContext("test"),
    viewer: { ...resources.slice.systemContext("test").viewer, role: Role.ADMINISTRATOR },
  };
  await expect(loadDirectory(context, testDirectory)).rejects.toThrow("Only the hub itself");
});
