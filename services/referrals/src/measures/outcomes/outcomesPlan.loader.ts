import { graphError, type RequestContext } from "@corespond/kit";
import { validate } from "class-validator";

import { codeSetOf, type CodeSetFact } from "../../ports/agencies.port";
import { measuredProgram, memberOf, type MeasuredProgram } from "../access/measuredProgram.loader";
import { startOfDay } from "../period/measuredPeriod.loader";
import type { CohortPlan } from "./cohort";
import { dayNumber, dayOf } from "./dayNumber";
import { OutcomesQuestion } from "./outcomes.args";

/** A checked question about outcomes, with all that it rests on. */
export interface OutcomesPlan extends CohortPlan {
  readonly program: MeasuredProgram;
  readonly codeSet: CodeSetFact;
  readonly question: OutcomesQuestion;
  readonly knownAt: Date;
  /** The first instant after `asOf`. */
  readonly until: Date;
}

/** Checks a question about outcomes; null for a program that is absent, or another county's. */
export async function outcomesPlan(
  context: RequestContext,
  programId: string,
  asked: { readonly question: OutcomesQuestion; readonly field: string },
): Promise<OutcomesPlan | null> {
  const program = await measuredProgram(context, programId, asked.field);
  if (program === null) return null;
  const question = Object.assign(new OutcomesQuestion(), asked.question);
  await refuseInvalid(question);
  const agencyId = memberOf(program, question.agencyId);
  const knownAt = question.knownAt ?? new Date();
  const { asOf, codeSet: named } = question;
  if (dayOf(knownAt, program.timeZone) < asOf) refuse("asOf", "`asOf` must not be after the day of `knownAt`");
  const codeSet = await context.ports.ask(codeSetOf, { name: named.name, version: named.version ?? null });
  if (codeSet === null) refuse("codeSet", "`codeSet` must be a published set of codes");
  const { windowDays, washOutDays, comparator, threshold } = question;
  return {
    ...{ program, codeSet, question, knownAt, windowDays, washOutDays, comparator, threshold, agencyId },
    until: startOfDay(asOf, program.timeZone).plus({ days: 1 }).toJSDate(),
    lastDay: dayNumber(asOf),
    joinedOn: new Map(firstJoined(program).map(([id, day]) => [id, dayNumber(day)])),
  };
}

/** The first day of each agency's first membership. */
function firstJoined({ memberships }: MeasuredProgram): readonly (readonly [string, string])[] {
  const latestFirst = [...memberships].sort((a, b) => (a.joinedOn < b.joinedOn ? 1 : -1));
  return latestFirst.map(({ agencyId, joinedOn }) => [agencyId, joinedOn]);
}

async function refuseInvalid(question: OutcomesQuestion): Promise<void> {
  const [broken] = await validate(question, { forbidUnknownValues: false });
  if (broken === undefined) return;
  const [rule = "is not valid"] = Object.values(broken.constraints ?? broken.children?.[0]?.constraints ?? {});
  refuse(broken.property, rule);
}

function refuse(argumentName: string, rule: string): never {
  throw graphError("BAD_USER_INPUT", `${rule}.`, { argumentName });
}
