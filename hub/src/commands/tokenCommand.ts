import { Command } from "commander";

import { CommandError } from "../commandError";
import { hubConfig } from "../config";
import { demoAccounts } from "../demo/demoAccounts";
import { signLocalToken } from "../issuer/localIssuer";
import { readSecrets } from "../secrets";
import { slices } from "../slices";

/** `corespond token ACCOUNT`: a token of the local issuer. */
export function tokenCommand(): Command {
  return new Command("token")
    .description("Print a token for a demonstration account, good for 8 hours.")
    .argument("<account>", `one of ${demoAccounts.map(({ account }) => account).join(", ")}`)
    .action(async (account: string) => {
      const names = slices.map(({ name }) => name);
      const config = hubConfig(names);
      if (config.production)
        throw new CommandError("NODE_ENV is production: the local issuer signs nothing. Sign in at your own issuer.");
      if (!demoAccounts.some((known) => known.account === account)) {
        throw new CommandError(
          `There is no account "${account}". The accounts are ${demoAccounts.map((known) => known.account).join(", ")}.`,
        );
      }
      const { issuerKey } = await readSecrets(config.dataFolder, names);
      process.stdout.write(`${(await signLocalToken(issuerKey, account)).token}\n`);
    });
}
