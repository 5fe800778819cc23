import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { createLog } from "@corespond/kit";

import { withoutIdentity } from "../genericContext";
import { serveSupergraph, type SupergraphServer, type SupergraphServerOptions } from "../serveSupergraph";

/** A gateway over a file that the test writes. */
export interface TestGateway extends SupergraphServer {
  readonly file: string;
  /** Replaces the file in one step, as a deployment does. */
  write(sdl: string): Promise<void>;
  stop(): Promise<void>;
}

/** What a client reads of an answer. */
export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
}

/** Starts a gateway without identity over a supergraph, with the options that a test cares about. */
export async function startTestGateway(
  sdl: string,
  options: Partial<SupergraphServerOptions> = {},
): Promise<TestGateway> {
  const folder = await mkdtemp(path.join(tmpdir(), "corespond-supergraph-"));
  const file = path.join(folder, "supergraph.graphql");
  const write = async (text: string): Promise<void> => {
    await writeFile(`${file}.new`, text);
    await rename(`${file}.new`, file);
  };
  await write(sdl);
  const gateway = await serveSupergraph({
    file,
    context: withoutIdentity,
    gated: false,
    http: { host: "127.0.0.1", port: 0 },
    log: createLog({ name: "gateway", level: "silent" }),
    ...options,
  });
  const stop = async (): Promise<void> => {
    await gateway.close(0);
    await rm(folder, { recursive: true });
  };
  return { ...gateway, file, write, stop };
}

/** Asks a graph as a client does. */
export async function ask(url: string, query: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as Answer;
}
