import { randomUUID } from "node:crypto";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { readSecrets, signLocalToken, slices, startHub } from "@corespond/hub";

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

/** The statements that each slice sends while `act` runs, transaction control excluded. */
export async function countStatements(act) {
  const counts = {};
  const note = ({ slice }) => {
    counts[slice] = (counts[slice] ?? 0) + 1;
  };
  subscribe(channel, note);
  try {
    await act();
  } finally {
    unsubscribe(channel, note);
  }
  return counts;
}

/** Sends many referrals of residents with calls, eight at a time, as the officer. */
export async function sendReferrals(as, count) {
  const act = async (name, select, input) => {
    const type = `${name[0].toUpperCase()}${name.slice(1)}Input`;
    const { data, errors } = await as(
      "officer",
      `mutation ($input: ${type}!) { ${name}(input: $input) { ${select} userErrors { message } } }`,
      {
        input: { ...input, idempotencyKey: randomUUID() },
      },
    );
    if (errors || data[name].userErrors.length > 0)
      throw new Error(`${name} failed: ${JSON.stringify(errors ?? data[name].userErrors)}`);
    return data[name];
  };
  const one = async (number) => {
    const { person } = await act("registerPerson", "person { id }", {
      names: [{ given: "Many", family: `Testperson ${number}` }],
    });
    const { call } = await act("recordCall", "call { id }", {
      incidentNumber: `MANY-${randomUUID()}`,
      receivedAt: new Date().toISOString(),
      subjects: [{ personId: person.id, role: "SUBJECT" }],
    });
    await act("submitReferral", "referral { id }", { personId: person.id, callId: call.id, reasons: ["HOUSING"] });
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
    { dataFolder, port: 0, logLevel: "silent", production: false, issuers: [], external: {} },
    silent,
  );
  try {
    const { issuerKey } = await readSecrets(
      dataFolder,
      slices.map(({ name }) => name),
    );
    const as = async (account, query, variables) => {
      const response = await fetch(hub.url, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          authorization: `Bearer ${(await signLocalToken(issuerKey, account)).token}`,
        },
        body: JSON.stringify({ query, variables }),
      });
      return await response.json();
    };
    await sendReferrals(as, rows);
    return await countStatements(async () => {
      const { errors } = await as("supervisor", listQuery);
      if (errors) throw new Error(`The list failed: ${JSON.stringify(errors)}`);
    });
  } finally {
    await hub.close();
    await rm(dataFolder, { recursive: true, force: true });
  }
}
