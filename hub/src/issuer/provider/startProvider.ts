import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";

import type { JWK } from "jose";
import { z } from "zod";

import type { HubDemoAccount } from "../../demo/demoAccounts";

/** What the provider is told. */
export interface ProviderSettings {
  readonly issuer: string;
  readonly audience: string;
  readonly issuerKey: JWK;
  readonly accounts: readonly HubDemoAccount[];
  /** The graph's own page: a public client. */
  readonly page: { readonly clientId: string; readonly redirectUris: readonly string[] };
  /** The partner's machine: a client with a secret. */
  readonly machine: { readonly clientId: string; readonly clientSecret: string };
  readonly lifetimeSeconds: number;
}

/** A provider at work. */
export interface RunningProvider {
  readonly origin: string;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly stop: () => Promise<void>;
}

const ready = z.object({ port: z.number().int() });

/** Starts the provider in a process of its own, which ends with this one. Its warnings are nobody's: it is a demonstration. */
export async function startProvider(settings: ProviderSettings): Promise<RunningProvider> {
  const child = fork(path.join(__dirname, "provide.mjs"), [], {
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    execArgv: [],
  });
  const ended = once(child, "exit");
  child.send(settings);
  const [message] = (await Promise.race([
    once(child, "message"),
    ended.then(() => Promise.reject(new Error("The demonstration's OpenID provider ended as it started."))),
  ])) as readonly unknown[];
  const origin = `http://127.0.0.1:${String(ready.parse(message).port)}`;
  child.unref();
  child.channel?.unref();
  return {
    origin,
    authorizationEndpoint: `${origin}/auth`,
    tokenEndpoint: `${origin}/token`,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill();
      await ended;
    },
  };
}
