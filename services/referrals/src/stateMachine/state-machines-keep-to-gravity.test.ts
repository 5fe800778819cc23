import { buildSubgraph } from "@corespond/kit";
import fc from "fast-check";

import { referralMachine, referralMutations, type ReferralActor } from "../referral/referral.status";
import {
  serviceReferralMachine,
  serviceReferralMutations,
  type ServiceReferralActor,
} from "../serviceReferral/serviceReferral.status";
import { referralsSlice } from "../subgraph";
import { acknowledgementOf, statusesShownAs, Acknowledgement } from "../vocabulary/acknowledgement";
import { finalStatuses, openStatuses, ReferralStatus } from "../vocabulary/referralStatus";
import { decide, legalActions, type Decision, type StateMachine } from "./stateMachine";

const { REQUESTED, ACCEPTED, REJECTED, IN_PROGRESS, ON_HOLD, CANCELLED, COMPLETED, FAILED } = ReferralStatus;

/** Gravity's ReferralTaskStateDiagram, as drawn by the standard. */
const gravity: Readonly<Record<ReferralStatus, readonly ReferralStatus[]>> = {
  REQUESTED: [ACCEPTED, REJECTED, CANCELLED],
  ACCEPTED: [IN_PROGRESS, ON_HOLD, CANCELLED, COMPLETED, FAILED],
  IN_PROGRESS: [ON_HOLD, CANCELLED, COMPLETED, FAILED],
  ON_HOLD: [IN_PROGRESS, CANCELLED, COMPLETED, FAILED],
  REJECTED: [],
  CANCELLED: [],
  COMPLETED: [],
  FAILED: [],
};

const explained = [REJECTED, ON_HOLD, CANCELLED, FAILED];

interface Case {
  readonly name: string;
  readonly machine: StateMachine<ReferralStatus, string, string>;
  readonly actors: readonly string[];
}

const machines: readonly Case[] = [
  {
    name: "referral",
    machine: referralMachine,
    actors: ["SENDER", "SERVING_SOCIAL_WORKER", "OWNER", "SERVING_SUPERVISOR"] satisfies ReferralActor[],
  },
  {
    name: "service referral",
    machine: serviceReferralMachine,
    actors: ["REFERRER", "PROVIDER"] satisfies ServiceReferralActor[],
  },
];

describe.each(machines)("the machine of a $name", ({ machine, actors }) => {
  const actions = [...new Set(machine.map(({ action }) => action))];
  const attempts = fc.array(fc.record({ action: fc.constantFrom(...actions), actors: fc.subarray([...actors]) }), {
    maxLength: 30,
  });

  test("walks only where Gravity allows, whoever tries what", () => {
    fc.assert(
      fc.property(attempts, (walk) => {
        let state = REQUESTED;
        for (const attempt of walk) {
          const decision: Decision<ReferralStatus> = decide(machine, { state, ...attempt });
          if (decision.kind !== "LEGAL") continue;
          if (decision.to !== state) expect(gravity[state]).toContain(decision.to);
          if (decision.to !== state && explained.includes(decision.to)) expect(decision.reasonRequired).toBe(true);
          state = decision.to;
        }
      }),
      { numRuns: 500 },
    );
  });

  test("stays in a final state, whoever tries what", () => {
    fc.assert(
      fc.property(fc.constantFrom(...finalStatuses), attempts, (state, walk) => {
        for (const attempt of walk) expect(decide(machine, { state, ...attempt })).toEqual({ kind: "ILLEGAL" });
        expect(legalActions(machine, { state, actors })).toEqual([]);
      }),
    );
  });

  test("can take each of its actions on some way from the start", () => {
    const reached = new Set<ReferralStatus>([REQUESTED]);
    const taken = new Set<string>();
    for (const state of reached) {
      for (const action of legalActions(machine, { state, actors })) {
        taken.add(action);
        const decision = decide(machine, { state, action, actors });
        if (decision.kind === "LEGAL") reached.add(decision.to);
      }
    }
    expect([...taken].sort()).toEqual([...actions].sort());
  });

  test("says of each action the same as its list of legal actions", () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(ReferralStatus)), fc.subarray([...actors]), (state, who) => {
        const legal = actions.filter((action) => decide(machine, { state, action, actors: who }).kind === "LEGAL");
        expect([...legalActions(machine, { state, actors: who })].sort()).toEqual(legal.sort());
      }),
    );
  });

  test("tells an action that somebody else may take from one that nobody may", () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(ReferralStatus)), fc.constantFrom(...actions), (state, action) => {
        const { kind } = decide(machine, { state, action, actors: [] });
        expect(kind).toBe(decide(machine, { state, action, actors }).kind === "ILLEGAL" ? "ILLEGAL" : "NOT_ALLOWED");
      }),
    );
  });
});

test("a sender may withdraw and nothing else, and changes nothing once a referral is accepted", () => {
  for (const state of openStatuses) {
    expect(legalActions(referralMachine, { state, actors: ["SENDER"] })).toEqual(["withdraw"]);
    const to = state === REQUESTED ? CANCELLED : state;
    expect(decide(referralMachine, { state, action: "withdraw", actors: ["SENDER"] })).toMatchObject({ to });
  }
});

test("every status shows as exactly one acknowledgement, and every final one as CLOSED", () => {
  const shown = Object.values(Acknowledgement).flatMap(statusesShownAs);
  expect([...shown].sort()).toEqual(Object.values(ReferralStatus).sort());
  expect(statusesShownAs(Acknowledgement.CLOSED)).toEqual(finalStatuses);
  expect(acknowledgementOf(REJECTED)).toBe(acknowledgementOf(COMPLETED));
});

test("every action is a mutation of the graph", async () => {
  const { schema } = await buildSubgraph(referralsSlice.graph);
  const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});
  expect(mutations).toEqual(
    expect.arrayContaining([...Object.values(referralMutations), ...Object.values(serviceReferralMutations)]),
  );
});
