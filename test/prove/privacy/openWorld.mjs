import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { localIssuerName, startHub } from "@corespond/hub";
import { askedOfGraph, askedOfPort, delegate, proven, signViewer, systemViewer } from "@corespond/kit";
import { buildSchema } from "graphql";
import { readFileSync } from "node:fs";
import pg from "pg";

import { asAccounts } from "../asAccounts.mjs";
import { statementsSent } from "../statementsPerQuery.mjs";

/** The demonstration's accounts: one for each role; null has not signed in. */
const accounts = [
  ...["officer", "dispatcher", "social-worker", "supervisor", "provider", "privacy-officer"],
  ...["analyst", "administrator", "partner-client", "resident", null],
];

const apiFile = new URL("../../../schema/api.graphql", import.meta.url);

/**
 * A hub with the demonstration's data, and every way to look at it: over HTTP as an account, at a slice's graph and in its
 * database as any viewer, and as the databases' owners.
 */
export async function openWorld(place) {
  const dataFolder = place?.dataFolder ?? (await mkdtemp(path.join(tmpdir(), "corespond-privacy-")));
  const hub = await startHub(
    {
      ...{ dataFolder, port: 0, logLevel: "silent", production: false, issuers: [], corsOrigins: [] },
      external: place?.databases.external ?? {},
    },
    { step: () => undefined, demonstration: () => undefined },
  );
  const access = Object.fromEntries(hub.databases.access.map((one) => [one.slice.name, one]));
  const owners = await clientsOf(access, "ownerUrl");
  const apps = await clientsOf(access, "appUrl");
  const ask = await asAccounts(dataFolder, hub.url);
  const delegations = (claims) =>
    Object.fromEntries(
      Object.entries(access).map(([slice, { viewerKey }]) => [slice, delegate(claims, `${slice}/port`, viewerKey)]),
    );
  const world = {
    hub,
    access,
    accounts,
    schema: buildSchema(readFileSync(apiFile, "utf8"), { assumeValidSDL: true }),
    /** Asks the public graph as an account. */
    ask,
    /** Runs SQL on a slice's database as its owner, whom nothing is hidden from. */
    owner: async (slice, text, values = []) => (await owners[slice].query(text, values)).rows,
    /** Runs SQL as the role that the slice runs as, with a viewer signed for it, in a transaction that leaves nothing. */
    asApp: async (slice, claims, act) => {
      const client = apps[slice];
      await client.query("BEGIN");
      try {
        await client.query("SELECT set_config('corespond.viewer', $1, true)", [
          signViewer(claims, `${slice}/graph`, access[slice].viewerKey),
        ]);
        return await act((text, values) => client.query(text, values));
      } finally {
        await client.query("ROLLBACK");
      }
    },
    /** Asks a slice's own graph, as the gateway would. */
    askSlice: async (slice, claims, query, variables) => {
      const request = { query, variables };
      const token = delegate(claims, `${slice}/graph`, access[slice].viewerKey);
      const by = { ...proven(token, askedOfGraph(request)), delegations: delegations(claims), operation: "proof" };
      return await hub.slices[slice].execute(request, by);
    },
    claims: {},
    async close() {
      await Promise.all([...Object.values(owners), ...Object.values(apps)].map((client) => client.end()));
      await hub.close();
      if (!place) await rm(dataFolder, { recursive: true, force: true });
    },
  };
  for (const account of accounts) if (account !== null) world.claims[account] = await claimsOf(world, account);
  return world;
}

async function clientsOf(access, url) {
  const clients = {};
  for (const [slice, databases] of Object.entries(access)) {
    clients[slice] = new pg.Client({ connectionString: databases[url] });
    await clients[slice].connect();
  }
  return clients;
}

/** The claims of an account, as the gateway finds them on every request. */
async function claimsOf({ hub, access }, account) {
  const requestId = randomUUID();
  const machine = account === "partner-client";
  const [slice, fn] = account === "resident" ? ["people", "residentBySubject"] : ["agencies", "staffBySubject"];
  const asked = { issuer: localIssuerName, subject: account, ...(account !== "resident" && { machine }) };
  const token = delegate(systemViewer("proof", requestId), `${slice}/port`, access[slice].viewerKey);
  const by = { ...proven(token, askedOfPort(fn, asked)), delegations: {} };
  const found = await hub.slices[slice].answerPort(fn, asked, by);
  const unknown = { role: "RESIDENT", agencyId: null, organizationId: null, serves: [], covers: [], records: [] };
  const staff = { ...unknown, ...found };
  return { ...staff, scopes: [], purpose: "COC", client: "proof", requestId };
}

/** The names of the statements that slices send for the requests of `act`; what they do of themselves meanwhile is left out. */
export async function statementsOf(act) {
  return (await statementsSent(act)).map(({ slice, name }) => `${slice} ${name}`).sort();
}
