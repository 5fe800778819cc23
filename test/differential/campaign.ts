import fc from "fast-check";
import type { FormattedExecutionResult } from "graphql";

import type { Answers } from "./compare/argued";
import { verdictOf } from "./compare/verdict";
import type { RunningEngine } from "./engine";
import { noFaults, seededFaults, type Faults } from "./faults";
import type { Fixture } from "./fixture";
import { operations } from "./generate/operations";
import type { DrawnOperation } from "./generate/operationWriter";
import type { Monolith } from "./monolith";
import { compose } from "./supergraph";

/** One drawn question. */
interface Question {
  readonly operation: DrawnOperation;
  readonly faultSeed: number | null;
}

/** Who is asked. */
export interface Answering {
  readonly ours: RunningEngine;
  /** Null where it refuses the supergraph. */
  readonly stock: RunningEngine | null;
  readonly reference: Monolith;
}

/** How much is asked, and what. */
export interface CampaignSize {
  readonly runs: number;
  readonly seed: number;
}

/** What came of asking both engines over one fixture. */
export interface Campaign {
  readonly operations: number;
  /** How often the engines differed for each reason that is argued. */
  readonly argued: ReadonlyMap<string, number>;
  /** The smallest question on which ours is wrong, with how to ask it again; null where there is none. */
  readonly difference: string | null;
}

/** Asks both engines and the reference the same drawn questions over a fixture. */
export async function campaign(fixture: Fixture, asking: Answering, { runs, seed }: CampaignSize): Promise<Campaign> {
  const counted = new Map<string, number>();
  let asked = 0;
  const details = await fc.check(
    fc.asyncProperty(questions(fixture), async (question) => {
      const verdict = verdictOf(await answersTo(question, asking), question.faultSeed === null);
      asked += 1;
      if (verdict === "different") throw new Error("The answers differ.");
      if (verdict !== "same") counted.set(verdict.name, (counted.get(verdict.name) ?? 0) + 1);
    }),
    { numRuns: runs, seed },
  );
  const [smallest] = details.counterexample ?? [];
  const difference = smallest ? await told(smallest, asking, { fixture, seed, problem: details.errorInstance }) : null;
  return { operations: asked, argued: counted, difference };
}

/** Which faults a seed brings: of fields only, of entities and slices, or of all. */
function faultsOf(seed: number | null): Faults {
  if (seed === null) return noFaults;
  const kind = seed % 3;
  return seededFaults(seed, {
    field: kind === 1 ? 0 : 12,
    entity: kind === 0 ? 0 : 6,
    slice: kind === 0 ? 0 : 10,
    lax: seed % 2 === 1,
  });
}

/**
 * Faults that depend on who answers cannot be compared where the stock gateway takes fields from other slices. Nor can they
 * where it errs without faults, for the reference knows no slices' faults: it confuses an alias with the field of that name,
 * and leaves out with a conditional field what another field requires.
 */
function questions(fixture: Fixture): fc.Arbitrary<Question> {
  const source = { schema: compose(fixture).api, known: fixture.values ?? {}, avoid: fixture.avoid ?? [] };
  const faultless = fc.record({
    operation: operations({ ...source, tricky: true }),
    faultSeed: fc.constant(null),
  });
  const { override, stockRefuses, faultless: alone } = fixture;
  if ([override, stockRefuses, alone].some((each) => each !== undefined)) return faultless;
  const faulty = fc.record({ operation: operations({ ...source, tricky: false }), faultSeed: fc.nat() });
  return fc.oneof(faultless, faulty);
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
  question: Question,
  asking: Answering,
  { fixture, seed, problem }: { readonly fixture: Fixture; readonly seed: number; readonly problem: unknown },
): Promise<string> {
  const { operation, faultSeed } = question;
  const answers = await answersTo(question, asking).catch((error: unknown) => ({ failed: String(error) }));
  return [
    `${fixture.name} (seed ${seed}, faults ${faultSeed ?? "none"}): ${String(problem)}`,
    operation.query,
    JSON.stringify(operation.variables),
    ...Object.entries(answers).map(([name, answer]) => `${name}: ${JSON.stringify(answer)}`),
  ].join("\n  ");
}
