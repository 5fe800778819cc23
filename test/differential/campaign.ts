import fc from "fast-check";
import type { FormattedExecutionResult } from "graphql";

import type { Answers } from "./compare/argued";
import { verdictOf, type Verdict } from "./compare/verdict";
import type { RunningEngine } from "./engine";
import { noFaults, seededFaults, type Faults } from "./faults";
import type { Fixture } from "./fixture";
import { operations } from "./generate/operations";
import type { DrawnOperation } from "./generate/operationWriter";
import { Monolith } from "./monolith";
import { startOurs } from "./startOurs";
import { startStock } from "./startStock";
import { compose } from "./supergraph";

/** One drawn question. */
interface Question {
  readonly operation: DrawnOperation;
  readonly faultSeed: number | null;
}

/** What came of asking both engines over one fixture. */
export interface Campaign {
  readonly operations: number;
  /** How often the engines differed for each reason that is argued. */
  readonly argued: ReadonlyMap<string, number>;
  /** The smallest question on which ours is wrong, with how to ask it again; null where there is none. */
  readonly difference: string | null;
}

/** How much is asked, and what. */
export interface CampaignSize {
  readonly runs: number;
  readonly seed: number;
}

/** Which faults a seed brings: of fields only, of entities and slices, or of all. */
export function faultsOf(seed: number | null): Faults {
  if (seed === null) return noFaults;
  const kind = seed % 3;
  return seededFaults(seed, {
    field: kind === 1 ? 0 : 12,
    entity: kind === 0 ? 0 : 6,
    slice: kind === 0 ? 0 : 10,
    lax: seed % 2 === 1,
  });
}

/** Asks both engines and the reference the same drawn questions over a fixture. */
export async function campaign(fixture: Fixture, { runs, seed }: CampaignSize): Promise<Campaign> {
  const ours = await startOurs(fixture);
  const stock = fixture.stockRefuses === undefined ? await startStock(fixture) : null;
  const reference = new Monolith(fixture);
  const counted = new Map<string, number>();
  let asked = 0;
  const ask = async (question: Question): Promise<Verdict> => {
    const answers = await answersTo(question, { ours, stock, reference });
    return verdictOf(answers, question.faultSeed === null);
  };
  try {
    const details = await fc.check(
      fc.asyncProperty(questions(fixture), async (question) => {
        const verdict = await ask(question);
        asked += 1;
        if (verdict === "different") throw new Error("The answers differ.");
        if (verdict !== "same") counted.set(verdict.name, (counted.get(verdict.name) ?? 0) + 1);
      }),
      { numRuns: runs, seed },
    );
    const [smallest] = details.counterexample ?? [];
    const difference =
      smallest && (await told(fixture, smallest, { ours, stock, reference, seed, problem: details.errorInstance }));
    return { operations: asked, argued: counted, difference: difference ?? null };
  } finally {
    await ours.stop();
    await stock?.stop();
  }
}

/**
 * Faults that depend on who answers cannot be compared where the stock gateway takes fields from other slices. Nor can they
 * where an alias is the name of another field: the stock gateway confuses the two, and the reference knows no slices' faults.
 */
function questions(fixture: Fixture): fc.Arbitrary<Question> {
  const source = { schema: compose(fixture).api, known: fixture.values ?? {}, avoid: fixture.avoid ?? [] };
  const faultless = fc.record({
    operation: operations({ ...source, clashing: true }),
    faultSeed: fc.constant(null),
  });
  if (fixture.override !== undefined || fixture.stockRefuses !== undefined) return faultless;
  const faulty = fc.record({ operation: operations({ ...source, clashing: false }), faultSeed: fc.nat() });
  return fc.oneof(faultless, faulty);
}

interface Answering {
  readonly ours: RunningEngine;
  readonly stock: RunningEngine | null;
  readonly reference: Monolith;
}

async function answersTo({ operation, faultSeed }: Question, { ours, stock, reference }: Answering): Promise<Answers> {
  const faults = faultsOf(faultSeed);
  const right = JSON.parse(JSON.stringify(await reference.answer(operation, faults))) as FormattedExecutionResult;
  return {
    reference: right,
    ours: await ours.execute(operation, faults),
    stock: stock ? await stock.execute(operation, faults) : right,
  };
}

async function told(
  fixture: Fixture,
  question: Question,
  { seed, problem, ...answering }: Answering & { readonly seed: number; readonly problem: unknown },
): Promise<string> {
  const { operation, faultSeed } = question;
  const answers = await answersTo(question, answering).catch((error: unknown) => ({ failed: String(error) }));
  return [
    `${fixture.name} (seed ${seed}, faults ${faultSeed ?? "none"}): ${String(problem)}`,
    operation.query,
    JSON.stringify(operation.variables),
    ...Object.entries(answers).map(([name, answer]) => `${name}: ${JSON.stringify(answer)}`),
  ].join("\n  ");
}
