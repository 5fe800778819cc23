import { isEnumType, parse } from "graphql";

import { buildSubgraph } from "@corespond/kit";

import { printSubgraphSdl } from "./index";
import { referralsSlice } from "./subgraph";
import { startReferrals } from "./testing/startReferrals";

/** Codes of the graph, and the domain of the database that must hold the same. */
const domains = {
  ReferralStatus: "referral_status",
  ReferralReason: "referral_reason",
  ReferralUrgency: "referral_urgency",
  ReferralSource: "referral_source",
  StatusReasonCode: "status_reason_code",
  ReferralOutcome: "referral_outcome",
  LegalBasis: "legal_basis",
  AgeBand: "age_band",
  EligibilityQuestion: "eligibility_question",
  EligibilityAnswer: "eligibility_answer",
  ContactKind: "contact_kind",
  ContactResult: "contact_result",
  ReferralEventKind: "referral_event_kind",
};

test("the database keeps every code of the graph", async () => {
  const { schema } = await buildSubgraph(referralsSlice.graph);
  const inGraph = Object.keys(domains).map((name) => {
    const type = schema.getType(name);
    return [
      name,
      isEnumType(type)
        ? type
            .getValues()
            .map((value) => value.name)
            .sort()
        : null,
    ];
  });
  const { owner, stop } = await startReferrals();
  const constraints = await owner<{ domain: string; rule: string }>(
    "SELECT t.typname AS domain, pg_get_constraintdef(c.oid) AS rule FROM pg_constraint c JOIN pg_type t ON t.oid = c.contypid",
  ).finally(stop);
  const inDatabase = Object.entries(domains).map(([name, domain]) => [
    name,
    constraints
      .filter((constraint) => constraint.domain === domain)
      .flatMap(({ rule }) => rule.match(/[A-Z][A-Z_0-9]+(?=')/g) ?? [])
      .sort(),
  ]);
  expect(inDatabase).toEqual(inGraph);
});

interface Described {
  readonly name: string;
  readonly told: boolean;
  readonly ofOthers: boolean;
}

/** The types of the SDL with their fields, arguments, values and inputs, each once. */
function describedIn(sdl: string): readonly Described[] {
  return parse(sdl).definitions.flatMap((definition) => {
    if (!("name" in definition) || definition.name === undefined) return [];
    const root = /^(Query|Mutation)$/.test(definition.name.value);
    const stub =
      "directives" in definition && (definition.directives?.some(({ name }) => name.value === "extends") ?? false);
    const own = {
      name: definition.name.value,
      told: "description" in definition && !!definition.description,
      ofOthers: stub,
    };
    const members = [
      ...("fields" in definition ? (definition.fields ?? []) : []),
      ...("values" in definition ? (definition.values ?? []) : []),
    ];
    return [
      ...(root ? [] : [own]),
      ...members.flatMap((member) => [
        {
          name: `${own.name}.${member.name.value}`,
          told: !!member.description,
          ofOthers: stub && keys.has(member.name.value),
        },
        ...("arguments" in member ? (member.arguments ?? []) : []).map((argument) => ({
          name: `${own.name}.${member.name.value}(${argument.name.value})`,
          told: !!argument.description,
          ofOthers: false,
        })),
      ]),
    ];
  });
}

const keys = new Set(["id", "recordId", "recordIds"]);

test("everything that the slice owns in the graph is described, and nothing of others is", async () => {
  const all = describedIn(await printSubgraphSdl());
  expect(all.length).toBeGreaterThan(300);
  expect(all.filter(({ told, ofOthers }) => told === ofOthers)).toEqual([]);
});
