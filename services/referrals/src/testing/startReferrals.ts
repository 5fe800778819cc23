import { randomUUID } from "node:crypto";

import type { ViewerClaims } from "@corespond/kit";
import { startTestSlice, type TestSlice } from "@corespond/kit/testing";

import { createTestDatabase } from "../../../../test/kit/database.js";
import { referralsSlice } from "../subgraph";
import { people, type People } from "./people";
import { Neighbours } from "./neighbours";

/** What the graph answers has no static type in a test. */
export type Answer = ReturnType<typeof JSON.parse>;

/** What a mutation answered: its payload, or the errors of the whole request. */
export interface Done {
  readonly payload: Answer;
  readonly codes: readonly string[];
  readonly errors: readonly { readonly message: string; readonly extensions?: Record<string, unknown> }[];
}

/** The slice under test, the staff of two departments and a county, and the slices that it asks. */
export interface Referrals extends TestSlice, People {
  readonly neighbours: Neighbours;
  /** Performs a mutation, given by its name and, in braces, what to read back beside `userErrors`. */
  act(viewer: ViewerClaims, mutation: string, input: object): Promise<Done>;
  /** Sends a referral of a new resident by the officer; answers its id, and the resident's record. */
  submitted(more?: object): Promise<{ readonly id: string; readonly recordId: string; readonly personId: string }>;
  /** The same, accepted by the worker. */
  accepted(more?: object): Promise<{ readonly id: string; readonly recordId: string; readonly personId: string }>;
  /** Runs a query that must not fail, and returns its data. */
  see(viewer: ViewerClaims, query: string, variables?: Readonly<Record<string, unknown>>): Promise<Answer>;
}

const referralState = "referral { id version status acknowledgement statusReason { code text } outcome owner { id } }";
const serviceReferralState = "serviceReferral { id version status statusReason { code text } outcome }";

/** Starts the slice on a database of its own. */
export async function startReferrals(): Promise<Referrals> {
  const neighbours = new Neighbours();
  const slice = await startTestSlice(referralsSlice, createTestDatabase, neighbours.answers);
  const act: Referrals["act"] = async (viewer, asked, input) => {
    const [, mutation = "", selection] = /^(\w+)(?:\s*\{(.*)\})?$/s.exec(asked) ?? [];
    const shown = selection ?? (/Service/.test(mutation) ? serviceReferralState : referralState);
    const type = `${mutation[0]?.toUpperCase() ?? ""}${mutation.slice(1)}Input!`;
    const document = `mutation ($input: ${type}) { done: ${mutation}(input: $input) { ${shown} userErrors { code field message } } }`;
    const answer: Answer = await slice.run(viewer, document, { input: { idempotencyKey: randomUUID(), ...input } });
    const payload = answer.data?.done ?? null;
    return {
      payload,
      codes: payload?.userErrors.map(({ code }: { code: string }) => code) ?? [],
      errors: answer.errors ?? [],
    };
  };
  const see: Referrals["see"] = async (viewer, query, variables) => {
    const answer: Answer = await slice.run(viewer, query, variables);
    expect(answer.errors ?? []).toEqual([]);
    return answer.data;
  };
  const staff = people();
  const submitted: Referrals["submitted"] = async (more = {}) => {
    const person = neighbours.person(staff.department);
    const input = { personId: person.personId, reasons: ["HOUSING"], ...more };
    const { payload } = await act(staff.officer, "submitReferral", input);
    return { ...person, id: payload.referral.id };
  };
  const accepted: Referrals["accepted"] = async (more) => {
    const referral = await submitted(more);
    expect((await act(staff.worker, "acceptReferral", { referralId: referral.id })).codes).toEqual([]);
    return referral;
  };
  return { ...slice, ...staff, neighbours, act, see, submitted, accepted };
}
