import { Role } from "@corespond/kit";
import { testViewer } from "@corespond/kit/testing";

import { startResources, type Resources } from "../testing/startResources";
import { organizations, services, testId } from "../testing/testIds";

let resources: Resources;

beforeAll(async () => {
  resources = await startResources();
});

afterAll(async () => {
  await resources.stop();
});

test("of those that exist, in one statement", async () => {
  let facts: unknown;
  const names = await resources.countStatements(async () => {
    const ids = [services.detox, services.closed, services.pantry, testId(999), "no id"];
    facts = await resources.port(testViewer(Role.SOCIAL_WORKER), "serviceFacts", { ids });
  });
  expect(names).toEqual(["resources.port.serviceFacts"]);
  const byId = [...(facts as { id: string }[])].sort((left, right) => (left.id < right.id ? -1 : 1));
  expect(byId).toEqual([
    {
      id: services.pantry,
      organizationId: organizations.kitchen,
      status: "ACTIVE",
      acceptanceMode: "WALK_IN",
      acceptsReferrals: false,
      protectedProgram: "NONE",
    },
    {
      id: services.detox,
      organizationId: organizations.clinic,
      status: "ACTIVE",
      acceptanceMode: "CALL_FIRST",
      acceptsReferrals: true,
      protectedProgram: "PART_2",
    },
    {
      id: services.closed,
      organizationId: organizations.kitchen,
      status: "INACTIVE",
      acceptanceMode: "CALL_FIRST",
      acceptsReferrals: false,
      protectedProgram: "NONE",
    },
  ]);
});

test.each([{}, { ids: "x" }, { ids: [1] }, { ids: Array.from({ length: 1_001 }, () => "x") }, { ids: [], more: 1 }])(
  "a question of another shape is refused",
  async (question) => {
    await expect(resources.port(testViewer(Role.SYSTEM), "serviceFacts", question)).rejects.toThrow();
  },
);
