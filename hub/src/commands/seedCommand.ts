import { isMarkedReal, type RequestContext } from "@corespond/kit";
import { Command } from "commander";

import { CommandError } from "../commandError";
import { hubConfig } from "../config";
import { seedCounty } from "../seed/seedCounty";
import { slices } from "../slices";
import { withSlice } from "../start/withSlice";

async function refuseBesideRealData(contexts: readonly RequestContext[]): Promise<void> {
  for (const { database } of contexts)
    if (await isMarkedReal(database))
      throw new CommandError(
        `The database of the slice "${database.slice}" holds real data: the seed does not go there.`,
      );
}

/** `corespond seed`: the county's story until 31 August 2021, in synthetic persons. */
export function seedCommand(): Command {
  return new Command("seed")
    .description(
      "Tell a county's story from 2019 to 31 August 2021 in rows: real agencies, synthetic persons; beside a running hub or without one. Seeding again changes nothing.",
    )
    .action(async () => {
      if (hubConfig(slices.map(({ name }) => name)).production)
        throw new CommandError(
          "NODE_ENV is production: the seed's persons are made up, and do not go beside real ones.",
        );
      const say = (step: string): void => void process.stderr.write(`${step}\n`);
      const seeded = await withSlice("agencies", (_agencies, agencies) =>
        withSlice("people", (_people, people) =>
          withSlice("referrals", async (_referrals, referrals) => {
            await refuseBesideRealData([agencies(), people(), referrals()]);
            return await seedCounty({ agencies, people, referrals }, say);
          }),
        ),
      );
      process.stdout.write(
        `The county has ${String(seeded.persons)} persons, ${String(seeded.calls)} calls and ${String(seeded.referrals)} referrals of the story.\n`,
      );
    });
}
