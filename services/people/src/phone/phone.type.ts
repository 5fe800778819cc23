import { Field, ObjectType } from "type-graphql";

/** A phone number of a person. */
@ObjectType({ description: "A phone number of a person or a guardian.", simpleResolvers: true })
export class PersonPhone {
  @Field(() => String, { description: "The number as it was written down." })
  readonly raw: string;

  @Field(() => String, {
    nullable: true,
    description: "The number in E.164, for example `+16125550123`; null where `raw` is no possible number.",
  })
  readonly e164: string | null;
}
