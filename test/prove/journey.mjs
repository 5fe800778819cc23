import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";

import { assertSame, Steps } from "./steps.mjs";

/**
 * The hub's main job, at the public graph: an officer refers a resident after a call, the embedded social worker accepts
 * and works the referral, connects the resident to a service, the provider answers, and those who may read the story in
 * one query. `as(account, query, variables)` asks the graph; `service` is one that takes referrals directly, and
 * `provider` an account of its organization.
 */
export async function journey(as, { service, provider = "provider" }) {
  const steps = new Steps(as);
  const { person } = await steps.act("officer", "registerPerson", "person { id }", {
    names: [{ given: "Robin", family: `Testperson ${randomUUID().slice(0, 8)}` }],
    birthDate: { date: "1979-05-04" },
    phones: [{ number: "612-555-0142" }],
    addresses: [{ kind: "NONE" }],
  });
  const { person: registered } = await steps.read(
    "officer",
    "query ($id: ID!) { person(id: $id) { records { id } } }",
    {
      id: person.id,
    },
  );
  const { call } = await steps.act("officer", "recordCall", "call { id }", {
    incidentNumber: `T-${randomUUID()}`,
    receivedAt: new Date(Date.now() - 3_600_000).toISOString(),
    natureCode: "EDP",
    natureText: "Emotionally disturbed person",
    commonCode: "EDP",
    subjects: [{ personId: person.id, role: "SUBJECT" }],
  });
  const { referral } = await steps.act(
    "officer",
    "submitReferral",
    "referral { id acknowledgement } nextReviewAt outOfHours",
    {
      personId: person.id,
      callId: call.id,
      reasons: ["MENTAL_HEALTH", "HOUSING"],
      urgency: "URGENT",
      narrative: "Synthetic: calm when the talk is slow.",
    },
  );
  assert.equal(referral.acknowledgement, "RECEIVED");
  const referralId = referral.id;
  await steps.act("social-worker", "acceptReferral", "referral { status }", { referralId });
  await steps.act("social-worker", "recordContact", "referral { status }", {
    referralId,
    kind: "VISIT",
    result: "COMPLETED",
    occurredAt: new Date().toISOString(),
    notes: "Synthetic: agreed on a plan.",
  });
  const { serviceReferral } = await steps.act(
    "social-worker",
    "referToService",
    "serviceReferral { id status protected }",
    {
      referralId,
      serviceId: service,
      need: "MENTAL_HEALTH",
      urgency: "URGENT",
      ageBand: "FROM_25_TO_59",
      message: "Synthetic: prefers mornings.",
    },
  );
  const serviceReferralId = serviceReferral.id;
  const preview = await steps.read(
    provider,
    "query ($id: ID!) { serviceReferral(id: $id) { need urgency ageBand message person { id } } }",
    { id: serviceReferralId },
  );
  assertSame(preview.serviceReferral, {
    need: "MENTAL_HEALTH",
    urgency: "URGENT",
    ageBand: "FROM_25_TO_59",
    message: null,
    person: null,
  });
  const { serviceReferral: accepted } = await steps.act(
    provider,
    "acceptServiceReferral",
    "serviceReferral { status message person { names { text } birthDate { date } redactions { field } } }",
    { serviceReferralId },
  );
  assert.equal(accepted.status, "ACCEPTED");
  assert.equal(accepted.message, "Synthetic: prefers mornings.");
  assert.match(accepted.person.names[0].text, /^Robin Testperson/);
  assert.equal(accepted.person.birthDate, null);
  await steps.act(provider, "completeServiceReferral", "serviceReferral { status outcome }", {
    serviceReferralId,
    outcome: "GOT_HELP",
  });
  const { referral: completed } = await steps.act(
    "social-worker",
    "completeReferral",
    "referral { status acknowledgement }",
    { referralId, outcome: "GOT_HELP" },
  );
  assertSame(completed, { status: "COMPLETED", acknowledgement: "CLOSED" });
  return { referralId, callId: call.id, personId: person.id, recordId: registered.records[0].id, serviceReferralId };
}

/** The story of one referral, across all four slices, in one query. */
export const storyQuery = `query Story($id: ID!) {
  referral(id: $id) {
    id acknowledgement status outcome reasons urgency narrative priorCallCount
    redactions { field reason }
    agency { name jurisdictions { name } }
    referredBy { name { family } role }
    owner { name { family } role }
    person { id names { text } birthDate { date } calls(first: 5) { edges { node { incidentNumber commonCode } } } referrals(first: 5) { totalCount } }
    call { incidentNumber receivedAt commonCode agency { ori } subjects { role person { id } } }
    contacts(first: 5) { edges { node { kind result notes } } }
    serviceReferrals(first: 5) { edges { node { status outcome service { name organization { name } capacities { available unit { name } } } } } }
    timeline(first: 20) { edges { node { kind to by { name { family } } } } }
    suggestedServices(first: 3) { name }
  }
}`;
