import { randomUUID } from "node:crypto";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { startHub } from "@corespond/hub";

import { asAccounts } from "./asAccounts.mjs";
import { demoService } from "./directServices.mjs";
import { Steps } from "./steps.mjs";

/** A list that reaches all four slices, nested twice. */
export const listQuery = `query List {
  referrals(first: 100) {
    totalCount
    edges {
      node {
        id status
        agency { name jurisdictions { name } }
        referredBy { name { family } }
        owner { name { family } }
        person { names { text } records { recordedAt } calls(first: 3) { edges { node { incidentNumber } } } referrals(first: 3) { totalCount } }
        call { incidentNumber subjects { role person { id } } }
        contacts(first: 3) { edges { node { kind } } }
        serviceReferrals(first: 3) { edges { node { status service { name organization { name } } } } }
        timeline(first: 3) { edges { node { kind } } }
        suggestedServices(first: 3) { name phones { number } }
      }
    }
  }
}`;

const channel = "corespond.sql.statement";

/** How the gateway's own question begins every request: who asks. What slices do of themselves has none. */
const identifying = "agencies.login.bySubject";

/** The statements that slices send for the requests that `act` makes, each with its slice; transaction control excluded. */
export async function statementsSent(act) {
  const requests = new Map();
  const note = ({ slice, name, requestId }) => {
    const sent = requests.get(requestId) ?? [];
    requests.set(requestId, [...sent, { slice, name }]);
  };
  subscribe(channel, note);
  try {
    await act();
  } finally {
    unsubscribe(channel, note);
  }
  return [...requests.values()].filter((sent) => sent.some(({ name }) => name === identifying)).flat();
}

/** How many statements each slice sends for the requests that `act` makes. */
export async function countStatements(act) {
  const counts = {};
  for (const { slice } of await statementsSent(act)) counts[slice] = (counts[slice] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).sort());
}

/** Brings that many residents with calls, referrals that are worked, and service referrals, eight at a time. */
export async function workReferrals(as, count) {
  const steps = new Steps(as);
  const serviceId = await demoService(as);
  const one = async (number) => {
    const { person } = await steps.act("officer", "registerPerson", "person { id }", {
      names: [{ given: "Many", family: `Testperson ${number}` }],
    });
    const { call } = await steps.act("officer", "recordCall", "call { id }", {
      incidentNumber: `MANY-${randomUUID()}`,
      receivedAt: new Date().toISOString(),
      subjects: [{ personId: person.id, role: "SUBJECT" }],
    });
    const { referral } = await steps.act("officer", "submitReferral", "referral { id }", {
      personId: person.id,
      callId: call.id,
      reasons: ["HOUSING"],
    });
    const referralId = referral.id;
    await steps.act("social-worker", "acceptReferral", "referral { id }", { referralId });
    await steps.act("social-worker", "recordContact", "referral { id }", {
      referralId,
      kind: "PHONE",
      result: "REACHED",
      occurredAt: new Date().toISOString(),
    });
    await steps.act("social-worker", "referToService", "serviceReferral { id }", {
      referralId,
      serviceId,
      need: "HOUSING",
    });
  };
  for (let done = 0; done < count; done += 8) {
    await Promise.all(Array.from({ length: Math.min(8, count - done) }, (_, index) => one(done + index)));
  }
}

/** The statements per slice of the list query, beside that many more referrals than the demonstration has. */
export async function statementsAt(rows) {
  const dataFolder = await mkdtemp(path.join(tmpdir(), "corespond-count-"));
  const silent = { step: () => undefined, demonstration: () => undefined };
  const hub = await startHub(
    { dataFolder, port: 0, logLevel: "silent", production: false, issuers: [], corsOrigins: [], external: {} },
    silent,
  );
  try {
    const as = await asAccounts(dataFolder, hub.url);
    await workReferrals(as, rows);
    return await countStatements(() => new Steps(as).read("supervisor", listQuery));
  } finally {
    await hub.close();
    await rm(dataFolder, { recursive: true, force: true });
  }
}
