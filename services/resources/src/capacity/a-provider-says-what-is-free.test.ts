import { randomUUID } from "node:crypto";

import { Role } from "@corespond/kit";
import { testViewer } from "@corespond/kit/testing";

import { startResources, type Resources } from "../testing/startResources";
import { capacities, organizations, services } from "../testing/testIds";
import { isStale } from "./isStale";

let resources: Resources;

const provider = testViewer(Role.PROVIDER, { organizationId: organizations.harbor });
const partner = testViewer(Role.PARTNER_CLIENT, { organizationId: organizations.clinic });

const mutation = `mutation ($input: UpdateCapacityInput!) {
  updateCapacity(input: $input) {
    capacity { id available maximum description status updatedAt isStale version unit { name staleAfterHours } service { id } }
    userErrors { code field message }
  }
}`;

async function update(input: object, viewer = provider) {
  const { updateCapacity } = await resources.data(
    mutation,
    { input: { idempotencyKey: randomUUID(), ...input } },
    viewer,
  );
  return updateCapacity;
}

const current = async () => {
  const { service } = await resources.data(
    `{ service(id: "${services.shelter}") { capacities { id available maximum description status updatedAt isStale version } } }`,
  );
  return service.capacities[0];
};

beforeAll(async () => {
  resources = await startResources();
});

afterAll(async () => {
  await resources.stop();
});

const capacityId = capacities.shelter;

test("an update is shown at once, fresh, and what is left out stays", async () => {
  const before = await current();
  expect(before).toMatchObject({ available: 3, isStale: true });
  const { capacity, userErrors } = await update({ capacityId, available: 1, status: "CAPACITY" });
  expect(userErrors).toEqual([]);
  expect(capacity).toMatchObject({
    id: capacityId,
    available: 1,
    maximum: 20,
    description: "Beds for adults",
    status: "CAPACITY",
    isStale: false,
    unit: { name: "Beds", staleAfterHours: 24 },
    service: { id: services.shelter },
  });
  expect(capacity.version).not.toBe(before.version);
  expect(Date.parse(capacity.updatedAt)).toBeGreaterThan(Date.parse(before.updatedAt));
  expect(await current()).toMatchObject({ available: 1, version: capacity.version });
});

test("a partner client updates its own organization's, to a waiting list", async () => {
  const { capacity } = await update(
    { capacityId: capacities.detox, available: 0, maximum: 10, status: "WAITLIST", description: "Residential" },
    partner,
  );
  expect(capacity).toMatchObject({
    available: 0,
    maximum: 10,
    status: "WAITLIST",
    description: "Residential",
    unit: { staleAfterHours: 168 },
  });
});

test("it leaves an audit row and one event that carries ids only", async () => {
  const at = new Date();
  await update({ capacityId, available: 2, status: "CAPACITY", description: "Beds, some for couples" });
  const [audit] = await resources.owner(
    "SELECT action, subjects, record_ids, viewer_id FROM audit_entry WHERE action = 'updateCapacity' AND recorded_at >= $1",
    [at],
  );
  expect(audit).toEqual({
    action: "updateCapacity",
    subjects: { ServiceCapacity: [capacityId], Service: [services.shelter] },
    record_ids: [],
    viewer_id: provider.id,
  });
  const events = await resources.owner("SELECT type, entity_id, payload FROM outbox WHERE occurred_at >= $1", [at]);
  expect(events).toEqual([
    { type: "capacity.updated", entity_id: capacityId, payload: { capacityId, serviceId: services.shelter } },
  ]);
});

test("a repeated key changes nothing and answers the same; with another input it is refused", async () => {
  const idempotencyKey = randomUUID();
  const first = await update({ idempotencyKey, capacityId, available: 4, status: "CAPACITY" });
  await update({ capacityId, available: 5, status: "CAPACITY" });
  const again = await update({ idempotencyKey, capacityId, available: 4, status: "CAPACITY" });
  expect(again.capacity.id).toBe(first.capacity.id);
  expect((await current()).available).toBe(5);
  const { errors } = await resources.run(provider, mutation, {
    input: { idempotencyKey, capacityId, available: 6, status: "CAPACITY" },
  });
  expect(errors).toMatchObject([{ extensions: { code: "IDEMPOTENCY_MISMATCH" } }]);
});

test("two who read the same do not overwrite each other", async () => {
  const { version } = await current();
  const first = await update({ capacityId, available: 7, status: "CAPACITY", expectedVersion: version });
  expect(first.userErrors).toEqual([]);
  const second = await update({ capacityId, available: 8, status: "CAPACITY", expectedVersion: version });
  expect(second).toMatchObject({
    capacity: null,
    userErrors: [{ code: "CONFLICT", field: ["input", "expectedVersion"] }],
  });
  expect((await current()).available).toBe(7);
});

test("two updates at once with one expected version: one is made, one is refused", async () => {
  const { version } = await current();
  const both = await Promise.all(
    [1, 2].map((available) => update({ capacityId, available, status: "CAPACITY", expectedVersion: version })),
  );
  expect(both.map(({ userErrors }) => userErrors[0]?.code ?? "made").sort()).toEqual(["CONFLICT", "made"]);
});

test.each<[string, object, [string, string[]]]>([
  ["below zero", { capacityId, available: -1, status: "CAPACITY" }, ["INVALID", ["input", "available"]]],
  ["more than there are", { capacityId, available: 21, status: "CAPACITY" }, ["INVALID", ["input", "available"]]],
  [
    "more than there will be",
    { capacityId, available: 3, maximum: 2, status: "CAPACITY" },
    ["INVALID", ["input", "available"]],
  ],
  ["openings without any", { capacityId, available: 0, status: "CAPACITY" }, ["INVALID", ["input", "status"]]],
  ["none although there are", { capacityId, available: 1, status: "NO_CAPACITY" }, ["INVALID", ["input", "status"]]],
  ["an id that is none", { capacityId: "x", available: 1, status: "CAPACITY" }, ["INVALID", ["input", "capacityId"]]],
  [
    "an unknown capacity",
    { capacityId: randomUUID(), available: 1, status: "CAPACITY" },
    ["NOT_FOUND", ["input", "capacityId"]],
  ],
  [
    "another organization's",
    { capacityId: capacities.detox, available: 1, status: "CAPACITY" },
    ["NOT_ALLOWED", ["input", "capacityId"]],
  ],
  [
    "a short key",
    { capacityId, available: 1, status: "CAPACITY", idempotencyKey: "short" },
    ["INVALID", ["input", "idempotencyKey"]],
  ],
])("it is refused with a reason: %s", async (_, input, [code, field]) => {
  const before = await current();
  const { capacity, userErrors } = await update(input);
  expect(capacity).toBeNull();
  expect(userErrors).toMatchObject([{ code, field }]);
  expect(await current()).toEqual(before);
});

test.each(Object.values(Role).filter((role) => role !== Role.PROVIDER && role !== Role.PARTNER_CLIENT))(
  "%s updates no capacity",
  async (role) => {
    const viewer = testViewer(role, { organizationId: organizations.harbor });
    const { errors } = await resources.run(viewer, mutation, {
      input: { idempotencyKey: randomUUID(), capacityId, available: 1, status: "CAPACITY" },
    });
    expect(errors).toMatchObject([{ extensions: { code: viewer.id === null ? "UNAUTHENTICATED" : "FORBIDDEN" } }]);
  },
);

test("a figure is stale when it is older than its unit allows, not before", () => {
  const updatedAt = new Date("2024-01-01T00:00:00Z");
  expect(isStale(updatedAt, 24, new Date("2024-01-02T00:00:00Z"))).toBe(false);
  expect(isStale(updatedAt, 24, new Date("2024-01-02T00:00:00.001Z"))).toBe(true);
  expect(isStale(updatedAt, 168, new Date("2024-01-07T23:59:00Z"))).toBe(false);
});
