import { Field, InputType } from "type-graphql";

/** A set of codes by its name. */
@InputType({ description: "A published set of common codes, by its name and version." })
export class CodeSetInput {
  @Field(() => String, { description: "The set's name, for example `behavioral-health`." })
  readonly name: string;

  @Field(() => String, {
    nullable: true,
    description:
      "The version, for example `2026-01`; without it the newest. Name it where a figure shall stay as it is.",
  })
  readonly version?: string | null;
}
