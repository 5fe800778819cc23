import { ArgsType, Field, Int } from "type-graphql";

import { graphError } from "../errors/graphError";

/** The longest page that any list of the graph gives. */
export const longestPage = 100;

const defaultPage = 20;

/** Relay's arguments of a list. */
@ArgsType()
export class ConnectionArgs {
  @Field(() => Int, {
    nullable: true,
    description: "How many items from the start, 1 to 100. Without `first` or `last`: 20.",
  })
  readonly first?: number | null;

  @Field(() => String, { nullable: true, description: "Start after this cursor." })
  readonly after?: string | null;

  @Field(() => Int, { nullable: true, description: "How many items from the end, 1 to 100." })
  readonly last?: number | null;

  @Field(() => String, { nullable: true, description: "End before this cursor." })
  readonly before?: string | null;
}

/** A page as asked for, checked. `forward` pages go from the start. */
export interface PageRequest {
  readonly size: number;
  readonly forward: boolean;
  readonly after: string | null;
  readonly before: string | null;
}

/** Checks a list's arguments. */
export function pageRequest({ first, after, last, before }: ConnectionArgs): PageRequest {
  if (first != null && last != null) {
    throw graphError("BAD_USER_INPUT", "Give `first` or `last`, not both.", { argumentName: "first" });
  }
  const size = first ?? last ?? defaultPage;
  if (!Number.isInteger(size) || size < 1 || size > longestPage) {
    const argumentName = last == null ? "first" : "last";
    throw graphError(
      "BAD_USER_INPUT",
      `\`${argumentName}\` must be from 1 to ${String(longestPage)}, but got: ${String(size)}.`,
      {
        argumentName,
        limit: longestPage,
      },
    );
  }
  return { size, forward: last == null, after: after ?? null, before: before ?? null };
}
