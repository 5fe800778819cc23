import { randomBytes } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";

import { exportJWK, generateKeyPair } from "jose";
import { z } from "zod";

const secret = (): string => randomBytes(32).toString("base64url");

const secretsSchema = z
  .object({
    viewerKeys: z.record(z.string(), z.string().min(32)),
    eventsKey: z.string().min(32),
    /** The local issuer's private key as a JSON Web Key. */
    issuerKey: z.record(z.string(), z.unknown()),
    /** With which the demonstration's machine signs in at the local provider; older folders have none. */
    machineSecret: z.string().min(32).default(secret),
  })
  .readonly();

/** What the hub keeps secret in its data folder. */
export type Secrets = z.infer<typeof secretsSchema>;

/** Reads the data folder's secrets, and makes them on first use: one file that only its owner may read. */
export async function readSecrets(dataFolder: string, sliceNames: readonly string[]): Promise<Secrets> {
  const file = path.join(dataFolder, "secrets.json");
  const kept = await readIfThere(file);
  if (kept !== null) return secretsSchema.parse(JSON.parse(kept));
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  const secrets: Secrets = {
    viewerKeys: Object.fromEntries(sliceNames.map((slice) => [slice, secret()])),
    eventsKey: secret(),
    machineSecret: secret(),
    issuerKey: { ...(await exportJWK(privateKey)), kid: secret().slice(0, 16), alg: "ES256" },
  };
  await mkdir(dataFolder, { recursive: true });
  const draft = `${file}.${String(process.pid)}`;
  await writeFile(draft, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  await rename(draft, file);
  return secrets;
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
