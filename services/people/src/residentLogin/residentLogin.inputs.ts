import { IsId, IsPlainText, KeyedInputBase, UserError } from "@corespond/kit";
import { ArrayMaxSize, ArrayMinSize, ArrayUnique } from "class-validator";
import { Field, ID, InputType, ObjectType } from "type-graphql";

import { Person } from "../person/person.type";

/** Which sign-in is spoken of. */
@InputType("ResidentLoginInput", { description: "A sign-in: who asserts it, and of whom." })
abstract class ResidentLoginInput extends KeyedInputBase {
  @IsPlainText(500)
  @Field(() => String, { description: "The OpenID Connect issuer (`iss`) that residents of the county sign in with." })
  readonly issuer: string;

  @IsPlainText(255)
  @Field(() => String, { description: "The subject (`sub`) that the issuer knows the resident by." })
  readonly subject: string;
}

/** What `linkResidentLogin` is told. */
@InputType({ description: "Which sign-in is linked to which records, and how the resident proved who they are." })
export class LinkResidentLoginInput extends ResidentLoginInput {
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsId({ each: true })
  @Field(() => [ID], {
    description:
      "The records (`PersonRecord.id`) that the resident was shown to be the subject of, 1 to 50, of one person. Records that are not named stay unseen, whoever they are linked to.",
  })
  readonly recordIds: readonly string[];

  @IsPlainText(500)
  @Field(() => String, {
    description: "How the resident proved who they are, 1 to 500 characters: the kind of document, never its number.",
  })
  readonly proofing: string;
}

/** What `unlinkResidentLogin` is told. */
@InputType({ description: "Which sign-in is unlinked." })
export class UnlinkResidentLoginInput extends ResidentLoginInput {}

/** What `linkResidentLogin` answers. */
@ObjectType({ description: "Whose sign-in was linked, or why none was.", simpleResolvers: true })
export class LinkResidentLoginPayload {
  @Field(() => Person, { nullable: true, description: "The person; null where nothing was changed." })
  readonly person: Person | null;

  @Field(() => [UserError], { description: "Why nothing was changed; empty where it was." })
  readonly userErrors: readonly UserError[];
}

/** What `unlinkResidentLogin` answers. */
@ObjectType({ description: "Whether the sign-in was unlinked.", simpleResolvers: true })
export class UnlinkResidentLoginPayload {
  @Field(() => Boolean, {
    description: "true: the sign-in opens nothing from the next request on. false: `userErrors` says why.",
  })
  readonly unlinked: boolean;

  @Field(() => [UserError], { description: "Why nothing was changed; empty where it was." })
  readonly userErrors: readonly UserError[];
}
