import { Command } from "commander";

import { localIssuerName } from "../../issuer/localIssuer";
import { withSlices } from "../../start/withSlices";
import { findPrivacyOfficer } from "./findPrivacyOfficer";
import { purgeExpired, type Purged } from "./purgeExpired";

interface RetentionFlags {
  readonly officer: string;
  readonly issuer: string;
  readonly remove: boolean;
}

/** `corespond retention`. */
export function retentionCommand(): Command {
  return new Command("retention")
    .description(
      "Count the persons to whom nothing happened in any slice for as long as their county's retention rule says, and whom no hold keeps; with --remove, remove them. It acts in the name of one of the county's privacy officers, as the audit shows. Without a rule nobody is removed. Beside a running hub or without one.",
    )
    .requiredOption("--officer <subject>", "the privacy officer, by the subject of their sign-in")
    .option("--issuer <issuer>", "the issuer of that sign-in", localIssuerName)
    .option("--remove", "remove them; without it they are counted only", false)
    .action(async ({ officer, issuer, remove }: RetentionFlags) => {
      await withSlices(async (slices) => {
        const claims = await findPrivacyOfficer(slices, { issuer, subject: officer });
        const purge = async (): Promise<Purged> => await purgeExpired(slices, claims, { dryRun: !remove });
        process.stdout.write(remove ? await removedText(purge) : countedText(await purge()));
      });
    });
}

const countedText = ({ persons, more }: Purged): string =>
  `Persons who could be removed: ${more ? "at least " : ""}${String(persons)}. With --remove they are.\n`;

/** Removes as many as there are, some at a time. */
async function removedText(purge: () => Promise<Purged>): Promise<string> {
  let removed = 0;
  for (let now = await purge(); now.persons > 0; now = await purge()) removed += now.persons;
  return `Persons removed: ${String(removed)}.\n`;
}
