import { IsId, IsPlainText, KeyedInputBase, UserError } from "@corespond/kit";
import { Max, Min } from "class-validator";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";

import { CrisisDisclosure } from "./crisisDisclosure.type";

/** Input of `requestCrisisDisclosure`. */
@InputType({ description: "About whom police ask in a mental health crisis, and why." })
export class RequestCrisisDisclosureInput extends KeyedInputBase {
  @IsId()
  @Field(() => ID, { description: "A person that you know." })
  readonly personId: string;

  @IsPlainText(1_000)
  @Field(() => String, {
    description:
      "Your statement that the person is in a mental health crisis, and what it is, 1 to 1,000 characters (Minn. Stat. 256B.0624 subd. 2).",
  })
  readonly crisis: string;

  @IsPlainText(1_000)
  @Field(() => String, {
    description:
      "Your statement that the disclosure is necessary to respond safely, and why, 1 to 1,000 characters (Minn. Stat. 144.294 subd. 2).",
  })
  readonly necessity: string;
}

/** Input of `authorizeCrisisDisclosure`. */
@InputType({ description: "Which disclosure is authorized, and for how long." })
export class AuthorizeCrisisDisclosureInput extends KeyedInputBase {
  @IsId()
  @Field(() => ID, { description: "A disclosure asked for in the last 24 hours." })
  readonly disclosureId: string;

  @Min(1, { message: "`hours` must be at least 1" })
  @Max(24, { message: "`hours` must be at most 24" })
  @Field(() => Int, { defaultValue: 4, description: "How long it may be read, 1 to 24 hours." })
  readonly hours: number;
}

/** Input of `declineCrisisDisclosure`. */
@InputType({ description: "Which disclosure is declined." })
export class DeclineCrisisDisclosureInput extends KeyedInputBase {
  @IsId()
  @Field(() => ID, { description: "A disclosure that nobody has decided on." })
  readonly disclosureId: string;
}

/** Input of `recordClientNotified`. */
@InputType({ description: "Which disclosure the client was told of." })
export class RecordClientNotifiedInput extends KeyedInputBase {
  @IsId()
  @Field(() => ID, { description: "A disclosure that was authorized." })
  readonly disclosureId: string;

  @Field(() => Date, { description: "When the client was told; not in the future." })
  readonly notifiedAt: Date;
}

/** Payload of what is done with a disclosure. */
@ObjectType({ description: "The disclosure, or why nothing was done.", simpleResolvers: true })
export class CrisisDisclosurePayload {
  @Field(() => CrisisDisclosure, { nullable: true, description: "The disclosure; null where nothing was done." })
  readonly crisisDisclosure: CrisisDisclosure | null;

  @Field(() => [UserError], { description: "Why nothing was done; empty on success." })
  readonly userErrors: readonly UserError[];
}
