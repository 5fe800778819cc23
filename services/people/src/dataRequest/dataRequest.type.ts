import { connectionType, DateScalar } from "@corespond/kit";
import { Directive, Field, ID, ObjectType } from "type-graphql";

import { DataRequestKind, DataRequestOutcome } from "./dataRequestKind";

/** A person's request, as privacy officers see it. */
@Directive('@requiresScopes(scopes: [["corespond.read"]])')
@ObjectType({
  description: "A person's request about data on themselves (Minn. Stat. 13.04), with its clock. For privacy officers.",
  simpleResolvers: true,
})
export class DataRequest {
  /** The record that it is kept on; its person has a loader of its own. */
  readonly recordId: string;

  @Field(() => ID, { description: "Identity of the request." })
  readonly id: string;

  @Field(() => DataRequestKind, { description: "What is asked for." })
  readonly kind: DataRequestKind;

  @Field(() => String, { description: "The request in the person's words." })
  readonly statement: string;

  @Field(() => DateScalar, { description: "The day on which it came." })
  readonly receivedOn: string;

  @Field(() => DateScalar, {
    description: "The last day to answer: 10 business days after ACCESS, 30 days after CORRECTION.",
  })
  readonly dueOn: string;

  @Field(() => Boolean, { description: "Whether that day is over without an answer." })
  readonly overdue: boolean;

  @Field(() => DataRequestOutcome, { nullable: true, description: "How it was answered; null while it was not." })
  readonly outcome: DataRequestOutcome | null;

  @Field(() => String, { nullable: true, description: "What the person was told; null while it was not answered." })
  readonly explanation: string | null;

  @Field(() => Date, { nullable: true, description: "When it was answered; null while it was not." })
  readonly answeredAt: Date | null;
}

/** A page of requests. */
export const DataRequestConnection = connectionType(DataRequest, "DataRequest");
