import { randomUUID } from "node:crypto";

import { Role, type AccessPage, type Disclosure, type ViewerClaims } from "@corespond/kit";
import { startTestSlice, testViewer, type TestSlice } from "@corespond/kit/testing";

import { createTestDatabase } from "../../../../test/kit/database.js";
import { peopleSlice } from "../subgraph";

/** What the referrals slice answers in a test: the records that the asking viewer has a relation with. */
interface Relations {
  recordIds: readonly string[];
  /** The kind of protected program through which a provider knows of all of them, if any. */
  program: "PART_2" | "VICTIM_SERVICES" | null;
  /** Set to have the port fail. */
  fails: boolean;
  readonly questions: { readonly recordIds?: readonly string[] }[];
}

/** What another slice answers that it holds about whichever records it is asked for. */
interface OthersHoldings {
  lastActivityAt: string | null;
  items: readonly object[];
}

/** What the audits of the other slices hold in a test. */
interface OtherAudits {
  pages: Readonly<Record<string, AccessPage>>;
  disclosed: Readonly<Record<string, readonly Disclosure[]>>;
}

/** The slice under test, and what its neighbours know. */
export interface People extends TestSlice {
  readonly audits: OtherAudits;
  readonly relations: Relations;
  /** The agencies that have a policy on data of a crisis, as the agencies slice answers. */
  readonly agenciesWithPolicy: Set<string>;
  readonly holdings: OthersHoldings;
  /** Runs a document and gives its data; an error fails the test. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what the graph answers has no static type
  data(viewer: ViewerClaims, query: string, variables?: Readonly<Record<string, unknown>>): Promise<any>;
  /** Performs a mutation, given by its name and, in braces, what to read back beside `userErrors`. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what the graph answers has no static type
  act(viewer: ViewerClaims, mutation: string, input: object): Promise<any>;
  /** Registers a person and gives its payload; a user error fails the test. */
  register(viewer: ViewerClaims, input: object): Promise<{ personId: string; recordId: string }>;
  /** Links records to one person, as a later issue will; gives the person's id. */
  link(recordIds: readonly string[]): Promise<string>;
}

/** Starts the slice on a database of its own. */
export async function startPeople(): Promise<People> {
  const relations: Relations = { recordIds: [], program: null, fails: false, questions: [] };
  const agenciesWithPolicy = new Set<string>();
  const holdings: OthersHoldings = { lastActivityAt: null, items: [] };
  const audits: OtherAudits = { pages: {}, disclosed: {} };
  const slice = await startTestSlice(peopleSlice, createTestDatabase, {
    "agencies.crisisDataPolicyOf": ({ agencyId }: { readonly agencyId: string }) =>
      agenciesWithPolicy.has(agencyId) ? { adoptedOn: "2024-01-01" } : null,
    "agencies.holdings": () => holdings,
    "referrals.holdings": () => ({ lastActivityAt: null, items: [] }),
    "referrals.relations": (input: { readonly recordIds?: readonly string[] }) => {
      relations.questions.push(input);
      if (relations.fails) throw new Error("the referrals slice is down");
      const recordIds = relations.recordIds.filter((id) => input.recordIds?.includes(id) ?? true);
      const { program } = relations;
      return {
        recordIds,
        ...(program && { protectedRelations: recordIds.map((recordId) => ({ recordId, programs: [program] })) }),
      };
    },
    ...Object.fromEntries(
      ["agencies", "referrals"].flatMap((other) => [
        [`${other}.auditPage`, () => audits.pages[other] ?? { rows: [], more: false }],
        [`${other}.auditCount`, () => audits.pages[other]?.rows.length ?? 0],
        [`${other}.disclosures`, () => audits.disclosed[other] ?? []],
      ]),
    ),
  });
  const data: People["data"] = async (viewer, query, variables) => {
    const { data: found, errors } = await slice.run(viewer, query, variables);
    if (errors) throw new Error(JSON.stringify(errors));
    return found;
  };
  return {
    ...slice,
    relations,
    agenciesWithPolicy,
    holdings,
    audits,
    data,
    act: async (viewer, mutation, input) => {
      const [, name = "", selection = ""] = /^(\w+)\s*\{(.*)\}$/s.exec(mutation) ?? [];
      const type = `${name[0]?.toUpperCase() ?? ""}${name.slice(1)}Input!`;
      const document = `mutation ($input: ${type}) { done: ${name}(input: $input) { ${selection} userErrors { code field message } } }`;
      const { done } = await data(viewer, document, { input: keyed(input) });
      return { ...done, codes: done.userErrors.map(({ code }: { readonly code: string }) => code) };
    },
    async register(viewer, input) {
      const { registerPerson } = await data(viewer, registerMutation, { input: keyed(input) });
      if (registerPerson.userErrors.length > 0) throw new Error(JSON.stringify(registerPerson.userErrors));
      return { personId: registerPerson.person.id, recordId: registerPerson.personRecord.id };
    },
    async link(recordIds) {
      const [row] = await slice.owner<{ id: string }>(
        `UPDATE person_record SET person_id = (SELECT person_id FROM person_record WHERE id = ($1::uuid[])[1])
         WHERE id = ANY ($1::uuid[]) RETURNING person_id AS id`,
        [recordIds],
      );
      return row?.id ?? "";
    },
  };
}

const registerMutation = `mutation ($input: RegisterPersonInput!) {
  registerPerson(input: $input) { person { id } personRecord { id } userErrors { code field message } }
}`;

/** An input with an idempotency key of its own. */
export function keyed(input: object): object {
  return { idempotencyKey: randomUUID(), ...input };
}

/** The agencies and roles of a test: two police departments and the county, whose social worker serves one of them. */
export function cast() {
  const [brooklyn, plymouth, county, shelter] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  return {
    brooklyn,
    plymouth,
    county,
    shelter,
    officer: testViewer(Role.OFFICER, { agencyId: brooklyn }),
    otherOfficer: testViewer(Role.OFFICER, { agencyId: plymouth }),
    dispatcher: testViewer(Role.DISPATCHER, { agencyId: brooklyn }),
    socialWorker: testViewer(Role.SOCIAL_WORKER, { agencyId: county, serves: [brooklyn] }),
    supervisor: testViewer(Role.SUPERVISOR, { agencyId: county, serves: [brooklyn, plymouth] }),
    privacyOfficer: testViewer(Role.PRIVACY_OFFICER, { agencyId: county, serves: [brooklyn, plymouth] }),
    provider: testViewer(Role.PROVIDER, { organizationId: shelter }),
    analyst: testViewer(Role.ANALYST, { agencyId: county, serves: [brooklyn, plymouth] }),
    administrator: testViewer(Role.ADMINISTRATOR, { agencyId: county }),
    partnerClient: testViewer(Role.PARTNER_CLIENT, { organizationId: shelter }),
    anonymous: testViewer(Role.ANONYMOUS),
  };
}
