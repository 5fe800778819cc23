import { IsPlainText } from "@corespond/kit";
import { IsOptional, Matches } from "class-validator";
import { Field, InputType } from "type-graphql";

import { AddressKind } from "./address.type";

const longestLine = 200;

/** An address of a person to be registered. */
@InputType({
  description:
    "An address of a person to be registered. `NONE` stands without street and without `HOME`; `DESIGNATED` stands alone (Safe at Home, Minn. Stat. 5B).",
})
export class PersonAddressInput {
  @Field(() => AddressKind, { description: "What the address is to the person." })
  readonly kind: AddressKind;

  @IsOptional()
  @IsPlainText(longestLine)
  @Field(() => String, { nullable: true, description: "Name of the place, 1 to 200 characters." })
  readonly place?: string | null;

  @IsOptional()
  @IsPlainText(longestLine)
  @Field(() => String, {
    nullable: true,
    description: "First line: number and street, or a post office box; 1 to 200 characters.",
  })
  readonly address1?: string | null;

  @IsOptional()
  @IsPlainText(longestLine)
  @Field(() => String, { nullable: true, description: "Second line: apartment, unit; 1 to 200 characters." })
  readonly address2?: string | null;

  @IsOptional()
  @IsPlainText(longestLine)
  @Field(() => String, { nullable: true, description: "City, 1 to 200 characters." })
  readonly city?: string | null;

  @IsOptional()
  @IsPlainText(longestLine)
  @Field(() => String, { nullable: true, description: "State, for example `MN`." })
  readonly stateProvince?: string | null;

  @IsOptional()
  @Matches(/^[A-Za-z0-9 -]{3,10}$/, { message: "`postalCode` must be 3 to 10 letters, digits, spaces or hyphens" })
  @Field(() => String, { nullable: true, description: "Postal code, 3 to 10 letters, digits, spaces or hyphens." })
  readonly postalCode?: string | null;

  @Matches(/^[A-Z]{2}$/, { message: "`country` must be a two-letter code of ISO 3166-1" })
  @Field(() => String, { defaultValue: "US", description: "Country (ISO 3166-1, two letters)." })
  readonly country: string;
}
