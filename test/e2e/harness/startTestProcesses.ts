import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { setTimeout } from "node:timers/promises";

import { graphAudience, localIssuerName, localJwks, readSecrets, slices } from "@corespond/hub";

import { asAccounts, createTestPlace, startTestHub, type As, type TestPlace } from "./startTestHub";

const root = path.resolve(__dirname, "../../..");

/** The gateway and the four slices, each in a process of its own, with the demonstration data. */
export interface TestProcesses {
  readonly url: string;
  readonly as: As;
  readonly place: TestPlace;
  readonly databases: TestPlace["databases"];
  /** The graph of one slice, which only the gateway may ask. */
  urlOf(slice: string): string;
  /** Waits until SQL on a slice's database finds a row. */
  arrived(slice: string, sql: string, values: readonly unknown[]): Promise<void>;
  /** Kills one process without warning, as a crash would. */
  kill(name: string): Promise<void>;
  /** Starts one process, and waits until it answers. */
  start(name: string): Promise<void>;
  /** What a process has written to standard error. */
  log(name: string): string;
  stop(): Promise<void>;
}

interface Part {
  readonly script: string;
  readonly port: number;
  readonly environment: NodeJS.ProcessEnv;
  child?: ChildProcess;
  log: string;
}

/** Starts every part but those in `without`. The builds in `dist` are run, as a deployment would. */
export async function startTestProcesses(without: readonly string[] = []): Promise<TestProcesses> {
  const place = await createTestPlace();
  await (await startTestHub(place)).stopHub();
  const jwks = await serveJwks(place.dataFolder);
  const parts = await plan(place, jwks);
  const start = (name: string): Promise<void> => startPart(partOf(parts, name));
  for (const name of [...slices.map((slice) => slice.name), "gateway"]) if (!without.includes(name)) await start(name);
  const url = `http://127.0.0.1:${String(partOf(parts, "gateway").port)}/graphql`;
  return {
    url,
    as: await asAccounts(place.dataFolder, url),
    place,
    databases: place.databases,
    urlOf: (slice) => `http://127.0.0.1:${String(partOf(parts, slice).port)}/graphql`,
    arrived: (slice, sql, values) => until(async () => (await place.databases.owner(slice, sql, values)).length > 0),
    kill: (name) => end(partOf(parts, name), "SIGKILL"),
    start,
    log: (name) => partOf(parts, name).log,
    stop: async () => {
      await Promise.all([...parts.values()].map((part) => end(part, "SIGTERM")));
      jwks.close();
      await place.databases.drop();
      await rm(place.dataFolder, { recursive: true, force: true });
    },
  };
}

async function plan({ databases }: TestPlace, jwks: Server): Promise<ReadonlyMap<string, Part>> {
  const names = [...slices.map(({ name }) => name), "gateway"];
  const ports = await freePorts(names.length);
  const urls = Object.fromEntries(
    slices.map(({ name }, index) => [`${name.toUpperCase()}_URL`, `http://127.0.0.1:${String(ports[index])}`]),
  );
  const jwksUri = `http://127.0.0.1:${String((jwks.address() as AddressInfo).port)}/`;
  const gateway = {
    CORESPOND_SUPERGRAPH: path.join(root, "schema/supergraph.graphql"),
    CORESPOND_ISSUERS: JSON.stringify([{ issuer: localIssuerName, audience: graphAudience, jwksUri }]),
    ...Object.fromEntries(
      slices.map(({ name }) => [`${name.toUpperCase()}_VIEWER_KEY`, databases.external[name]?.viewerKey]),
    ),
  };
  const ofSlice = (name: string): NodeJS.ProcessEnv => ({
    CORESPOND_EVENTS_KEY: "a key for tests that signs the events of slices",
    [`${name.toUpperCase()}_DATABASE_URL`]: databases.external[name]?.appUrl,
    [`${name.toUpperCase()}_VIEWER_KEY`]: databases.external[name]?.viewerKey,
    ...(name === "agencies" && { AGENCIES_EVENT_CONSUMERS: "referrals" }),
  });
  return new Map(
    names.map((name, index) => {
      const port = ports[index] ?? 0;
      const own = name === "gateway" ? gateway : ofSlice(name);
      const folder = name === "gateway" ? "gateway" : `services/${name}`;
      const environment = {
        PATH: process.env["PATH"],
        HOST: "127.0.0.1",
        PORT: String(port),
        LOG_LEVEL: "info",
        ...urls,
        ...own,
      };
      return [name, { script: path.join(root, folder, "dist/main.js"), port, environment, log: "" }];
    }),
  );
}

async function startPart(part: Part): Promise<void> {
  const child = spawn(process.execPath, [part.script], { env: part.environment, stdio: ["ignore", "ignore", "pipe"] });
  part.child = child;
  const listening = new Promise<void>((resolve, reject) => {
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      part.log += text;
      if (part.log.includes(`127.0.0.1:${String(part.port)}`)) resolve();
    });
    child.once("exit", (code) => {
      reject(new Error(`${part.script} ended with ${String(code)}:\n${part.log}`));
    });
  });
  part.log = "";
  await listening;
}

async function end({ child }: Part, signal: NodeJS.Signals): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill(signal);
  await ended;
}

const pollEveryMs = 50;

/** Asks again and again: the test's own time limit is the only one. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await setTimeout(pollEveryMs);
}

function partOf(parts: ReadonlyMap<string, Part>, name: string): Part {
  const part = parts.get(name);
  if (!part) throw new Error(`There is no process "${name}".`);
  return part;
}

async function freePorts(count: number): Promise<readonly number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0, "127.0.0.1");
      await once(server, "listening");
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

async function serveJwks(dataFolder: string): Promise<Server> {
  const { issuerKey } = await readSecrets(
    dataFolder,
    slices.map(({ name }) => name),
  );
  const body = JSON.stringify(localJwks(issuerKey));
  const server = createServer((_request, response) =>
    response.setHeader("content-type", "application/json").end(body),
  ).listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}
