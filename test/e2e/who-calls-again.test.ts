import { randomUUID } from "node:crypto";

import { dataOf } from "./harness/graphClient";
import { startTestHub, type TestHub } from "./harness/startTestHub";

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
}, 120_000);
afterAll(async () => {
  await hub.stop();
});

const question = `{ agency(ori: "MN0270300") { repeatCallers(codeSet: { name: "behavioral-health" }, threshold: 2) {
  codeSet { name version commonCodes } threshold persons unlinkedShare
  callers { edges { node { incidents person { id names { text }
    calls(role: SUBJECT, codeSet: { name: "behavioral-health", version: "2026-01" }) { totalCount edges { node { id commonCode } } } } } } } } } }`;

interface CallsOfPerson {
  readonly id: string;
  readonly names: readonly { readonly text: string }[];
  readonly calls: {
    readonly totalCount: number;
    readonly edges: readonly { readonly node: { readonly id: string } }[];
  };
}

interface Asked {
  readonly agency: {
    readonly repeatCallers: {
      readonly persons: number | null;
      readonly callers: {
        readonly edges: readonly { readonly node: { readonly incidents: number; readonly person: CallsOfPerson } }[];
      } | null;
    } | null;
  };
}

const repeatCallers = async (account: string | null) =>
  dataOf(await hub.as<Asked>(account, question)).agency.repeatCallers;

test.each(["supervisor", "social-worker", "officer"])("the %s finds who calls again, by name", async (account) => {
  const found = await repeatCallers(account);
  expect(found).toMatchObject({
    codeSet: {
      name: "behavioral-health",
      version: "2026-01",
      commonCodes: ["EDP", "INTOX", "OD", "SUICIDE", "SUICTHRT", "WELFARE"],
    },
    threshold: 2,
    persons: 1,
  });
  expect(found?.callers?.edges).toMatchObject([
    { node: { incidents: 2, person: { names: [{ text: "Terry Testperson" }, {}], calls: { totalCount: 2 } } } },
  ]);
});

test("an analyst is told totals, and whoever has no part in it nothing", async () => {
  const totals = await hub.as("analyst", question.replace(", threshold: 2", ""));
  expect(dataOf(totals)).toMatchObject({ agency: { repeatCallers: { persons: null, callers: null } } });
  const compared = await hub.as("analyst", question);
  expect(compared.errors?.map(({ extensions }) => extensions?.["code"])).toEqual(["FORBIDDEN"]);
  for (const account of ["dispatcher", "administrator", "provider"]) {
    expect(await repeatCallers(account)).toBeNull();
  }
  for (const [account, code] of [["partner-client", "FORBIDDEN"] as const, [null, "UNAUTHENTICATED"] as const]) {
    const { data, errors } = await hub.as<Asked>(account, question);
    expect(data?.agency.repeatCallers ?? null).toBeNull();
    expect(errors).toMatchObject([{ path: ["agency", "repeatCallers"], extensions: { code } }]);
  }
});

test("a call that turns out to be about somebody else is no longer theirs, and is theirs again when that was wrong", async () => {
  const person = (await repeatCallers("social-worker"))?.callers?.edges[0]?.node.person;
  const callId = person?.calls.edges[0]?.node.id;
  const change = async (mutation: "linkCallToPerson" | "unlinkCallFromPerson") => {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const answer = await hub.as(
      "social-worker",
      `mutation($input: ${type}!) { ${mutation}(input: $input) { call { id } userErrors { code message } } }`,
      { input: { idempotencyKey: randomUUID(), callId, personId: person?.id, role: "SUBJECT" } },
    );
    expect(dataOf(answer)).toEqual({ [mutation]: { call: { id: callId }, userErrors: [] } });
  };
  await change("unlinkCallFromPerson");
  expect(await repeatCallers("supervisor")).toMatchObject({ persons: 0, callers: { edges: [] } });
  await change("linkCallToPerson");
  expect(await repeatCallers("supervisor")).toMatchObject({ persons: 1 });
});
