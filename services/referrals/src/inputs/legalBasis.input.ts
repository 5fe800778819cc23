import { IsPlainText } from "@corespond/kit";
import { IsIn } from "class-validator";
import { Field, InputType } from "type-graphql";

import { LegalBasis, statableBases } from "../vocabulary/legalBasis";

/** The basis on which the author shares data of a person. */
@InputType({
  description:
    "The basis on which the author shares data of a person, and what it rests on. Stating one is the author's word, not a finding of this system.",
})
export class LegalBasisInput {
  @IsIn([...statableBases], {
    message:
      "`basis` must be CONSENT, CRISIS, COURT_ORDER or STATUTE: WELFARE_COORDINATION is off until the county's counsel enables it (Minn. Stat. 13.46 subd. 7)",
  })
  @Field(() => LegalBasis, {
    description: "The basis. WELFARE_COORDINATION is refused until the county's counsel enables it.",
  })
  readonly basis: LegalBasis;

  @IsPlainText(500)
  @Field(() => String, { description: "The consent, order or statute that it rests on, 1 to 500 characters." })
  readonly citation: string;
}
