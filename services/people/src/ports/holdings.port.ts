import type { PortQuestion, RequestContext } from "@corespond/kit";
import { z } from "zod";

const holding = z.object({
  kind: z.string(),
  occurredAt: z.iso.datetime({ offset: true }),
  details: z.array(z.object({ label: z.string(), value: z.string() })),
});

const answer = z.object({ lastActivityAt: z.iso.datetime({ offset: true }).nullable(), items: z.array(holding) });

/** What a slice holds about some records, and when something last happened to any of them, untold things included. */
export type Holdings = z.infer<typeof answer>;

const question = (slice: string): PortQuestion<Holdings> => ({ slice, fn: "holdings", answer });

const slices = ["agencies", "referrals"] as const;

/**
 * What the other slices hold about records, or with `activityOnly` no more than when something last happened. Without an
 * answer of each there is none: nothing is left out unsaid.
 */
export async function holdingsElsewhere(
  context: RequestContext,
  asked: { readonly recordIds: readonly string[]; readonly activityOnly: boolean },
): Promise<Holdings> {
  const answers = await Promise.all(slices.map((slice) => context.ports.ask(question(slice), asked)));
  const instants = answers
    .flatMap(({ lastActivityAt }) => lastActivityAt ?? [])
    .map((text) => new Date(text).getTime());
  return {
    lastActivityAt: instants.length === 0 ? null : new Date(Math.max(...instants)).toISOString(),
    items: answers.flatMap(({ items }) => items),
  };
}
