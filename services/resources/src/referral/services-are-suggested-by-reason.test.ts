// cspell:ignore numnode
import { Role } from "@corespond/kit";
import { testViewer } from "@corespond/kit/testing";

import { startResources, type Resources } from "../testing/startResources";
import { services, testId } from "../testing/testIds";
import { reasonKeywords } from "./reasonKeywords";

let resources: Resources;

beforeAll(async () => {
  resources = await startResources();
});

afterAll(async () => {
  await resources.stop();
});

const query = `query ($representations: [_Any!]!, $first: Int! = 5) {
  _entities(representations: $representations) { ... on Referral { suggestedServices(first: $first) { id } } }
}`;

async function suggested(reasons: readonly (readonly string[])[], first = 5): Promise<readonly (readonly string[])[]> {
  const representations = reasons.map((reasonCodes, number) => ({
    __typename: "Referral",
    id: testId(700 + number),
    reasonCodes,
  }));
  const { _entities } = await resources.data(query, { representations, first });
  return _entities.map(({ suggestedServices }: { suggestedServices: { id: string }[] }) =>
    suggestedServices.map(({ id }) => id),
  );
}

test("by what the reasons mean", async () => {
  const [food, abuse, substances, several, other, unknown, none] = await suggested([
    ["FOOD"],
    ["DOMESTIC_VIOLENCE"],
    ["SUBSTANCE_USE"],
    ["SUBSTANCE_USE", "DOMESTIC_VIOLENCE"],
    ["OTHER"],
    ["NOT_A_REASON"],
    [],
  ]);
  expect(food).toEqual([services.pantry]);
  expect(abuse).toEqual([services.safeHouse]);
  expect(substances).toEqual([services.detox]);
  expect([...(several ?? [])].sort()).toEqual([services.safeHouse, services.detox].sort());
  expect([other, unknown, none]).toEqual([[], [], []]);
});

test("active ones only, those that accept referrals first, no more than asked for", async () => {
  await resources.owner(
    `UPDATE service_search SET document = document || to_tsvector('english', 'groceries') WHERE service_id = ANY ($1)`,
    [[services.nightDesk, services.closed]],
  );
  expect(await suggested([["FOOD"]])).toEqual([[services.nightDesk, services.pantry]]);
  expect(await suggested([["FOOD"]], 1)).toEqual([[services.nightDesk]]);
});

test("all referrals of a batch take one statement, and equal reasons share their suggestions", async () => {
  const codes = Object.keys(reasonKeywords);
  const names = await resources.countStatements(() =>
    suggested(Array.from({ length: 200 }, (_, number) => [codes[number % codes.length] ?? ""])),
  );
  expect(names).toEqual(["resources.service.suggested"]);
});

test("every role gets the same: nothing depends on who asks", async () => {
  const representations = [
    { __typename: "Referral", id: testId(700), reasonCodes: ["DOMESTIC_VIOLENCE", "SUBSTANCE_USE"] },
  ];
  const answers = await Promise.all(
    Object.values(Role).map((role) => resources.data(query, { representations }, testViewer(role))),
  );
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
});

test.each([0, 21])("%s suggestions cannot be asked for", async (first) => {
  const representations = [{ __typename: "Referral", id: testId(700), reasonCodes: ["FOOD"] }];
  const { errors } = await resources.run(testViewer(Role.OFFICER), query, { representations, first });
  expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argumentName: "first" } }]);
});

test.each(Object.entries(reasonKeywords))(
  "the keywords of %s are a search that PostgreSQL understands",
  async (_, keywords) => {
    const [row] = await resources.owner<{ nodes: number }>(
      "SELECT numnode(websearch_to_tsquery('english', $1)) AS nodes",
      [keywords],
    );
    expect(row?.nodes).toBeGreaterThan(2);
  },
);
