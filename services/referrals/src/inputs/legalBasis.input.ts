import { IsPlainText } from "@corespond/kit";
import { Field, InputType } from "type-graphql";

import { LegalBasis } from "../vocabulary/legalBasis";

/** The basis on which the author shares data of a person. */
@InputType({
  description:
    "The basis on which the author shares data of a person, and what it rests on. Stating one is the author's word, not a finding of this system.",
})
export class LegalBasisInput {
  @Field(() => LegalBasis, {
    description:
      "The basis. WELFARE_COORDINATION is refused but for service referrals to organizations that the county's privacy officer has recorded.",
  })
  readonly basis: LegalBasis;

  @IsPlainText(500)
  @Field(() => String, { description: "The consent, order or statute that it rests on, 1 to 500 characters." })
  readonly citation: string;
}
