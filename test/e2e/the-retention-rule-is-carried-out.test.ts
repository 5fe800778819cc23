import { randomUUID } from "node:crypto";

import { dataOf } from "./harness/graphClient";
import { corespond } from "./harness/startCommand";
import { startTestHub, type TestHub } from "./harness/startTestHub";

let county: TestHub;
beforeAll(async () => {
  county = await startTestHub();
}, 120_000);
afterAll(() => county.stop());

/** Runs `corespond retention` beside the hub under test. */
async function retention(
  ...given: readonly string[]
): Promise<{ readonly code: number | null; readonly output: string }> {
  const run = corespond(["retention", ...given], {
    CORESPOND_HOME: county.dataFolder,
    ...Object.fromEntries(
      Object.entries(county.databases.external).flatMap(([slice, { appUrl = "", ownerUrl = "", viewerKey = "" }]) => [
        [`${slice.toUpperCase()}_DATABASE_URL`, appUrl],
        [`${slice.toUpperCase()}_OWNER_DATABASE_URL`, ownerUrl],
        [`${slice.toUpperCase()}_VIEWER_KEY`, viewerKey],
      ]),
    ),
  });
  return { code: await run.ended(), output: run.output() };
}

const officer = ["--officer", "privacy-officer"];

/** A person whom a social worker registered, and nobody has turned to for seven years. */
async function longForgotten(): Promise<string> {
  const { registerPerson } = dataOf(
    await county.as<{ registerPerson: { person: { id: string } } }>(
      "social-worker",
      `mutation ($key: String!) { registerPerson(input: { names: [{ given: "Long", family: "Testforgotten" }], idempotencyKey: $key }) { person { id } } }`,
      { key: randomUUID() },
    ),
  );
  const { id } = registerPerson.person;
  await county.databases.owner(
    "people",
    "UPDATE person_record SET recorded_at = recorded_at - interval '7 years' WHERE person_id = $1",
    [id],
  );
  return id;
}

const isThere = async (id: string): Promise<boolean> =>
  (await county.databases.owner("people", "SELECT FROM person WHERE id = $1", [id])).length > 0;

test("L19: the command removes nobody without a rule, counts whom a rule lets go, and removes them when told to", async () => {
  const id = await longForgotten();
  expect(await retention(...officer, "--remove")).toEqual({ code: 0, output: "Persons removed: 0.\n" });
  const { errors } = await county.as(
    "privacy-officer",
    `mutation ($key: String!) { recordRetentionRule(input: { keepYears: 6, source: "County schedule HUM 01", idempotencyKey: $key }) { userErrors { code } } }`,
    { key: randomUUID() },
  );
  expect(errors).toBeUndefined();
  expect(await retention(...officer)).toEqual({
    code: 0,
    output: "Persons who could be removed: 1. With --remove they are.\n",
  });
  expect(await isThere(id)).toBe(true);
  expect((await retention(...officer, "--remove")).output).toBe("Persons removed: 1.\n");
  expect(await isThere(id)).toBe(false);
  const audited = await county.databases.owner(
    "people",
    "SELECT DISTINCT viewer_role AS role, operation, outcome FROM audit_entry WHERE client = 'corespond retention' AND action = 'expungePerson'",
  );
  expect(audited).toEqual([{ role: "PRIVACY_OFFICER", operation: "Retention", outcome: "SUCCESS" }]);
});

test.each(["supervisor", "nobody-here"])("L19: the command acts for no %s", async (subject) => {
  const { code, output } = await retention("--officer", subject, "--remove");
  expect(code).not.toBe(0);
  expect(output).toContain(`"${subject}" of`);
  expect(output).toContain("is no active privacy officer here.");
});
