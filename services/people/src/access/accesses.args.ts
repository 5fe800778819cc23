import { ConnectionArgs, graphError } from "@corespond/kit";
import { ArgsType, Field } from "type-graphql";

/** Which accesses to a person. */
@ArgsType()
export class AccessesArgs extends ConnectionArgs {
  @Field(() => Date, { description: "The first instant of the period." })
  readonly from: Date;

  @Field(() => Date, { nullable: true, description: "The period ends before this instant. Without it: now." })
  readonly to?: Date | null;
}

/** The period as text, checked. */
export function accessPeriod({ from, to }: AccessesArgs): { readonly from: string; readonly to: string } {
  const end = to ?? new Date();
  if (from > end) throw graphError("BAD_USER_INPUT", "`from` must not be after `to`.", { argumentName: "from" });
  return { from: from.toISOString(), to: end.toISOString() };
}
