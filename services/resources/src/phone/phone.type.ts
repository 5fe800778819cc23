import { Field, ID, ObjectType } from "type-graphql";

/** A telephone as everybody sees it. */
@ObjectType({
  description: "A telephone (HSDS 3.1 `phone`). Public data; those of a confidential location are not in the graph.",
  simpleResolvers: true,
})
export class Phone {
  @Field(() => ID, { description: "The telephone's id in this graph." })
  readonly id: string;

  @Field(() => String, {
    nullable: true,
    description:
      "The number in E.164, for example `+16125550142`. Null where the directory gives none that a telephone could have, such as the short code 311: see `numberText`.",
  })
  readonly number: string | null;

  @Field(() => String, { description: "The number as the directory gives it." })
  readonly numberText: string;

  @Field(() => String, { nullable: true, description: "The extension, digits." })
  readonly extension: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "What answers, as the directory says: `voice`, `fax`, `text`, `cell`, `textphone` and others (RFC 6350).",
  })
  readonly type: string | null;

  @Field(() => String, { nullable: true, description: "What the number is for, and when it is answered." })
  readonly description: string | null;
}
