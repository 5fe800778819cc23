import { IsPlainText, KeyedInputBase, UserError } from "@corespond/kit";
import { ArrayMaxSize, IsOptional, ValidateNested } from "class-validator";
import { Field, InputType, ObjectType } from "type-graphql";

import { PersonAddressInput } from "../address/address.inputs";
import { BirthDateInput } from "../birthDate/birthDate.inputs";
import { AdministrativeSex } from "../details/details.type";
import { GuardianInput } from "../guardian/guardian.inputs";
import { PersonLanguageInput } from "../language/language.inputs";
import { PersonNameInput } from "../name/name.inputs";
import { PhoneInput } from "../phone/phone.inputs";
import { PersonRecord } from "../record/record.type";
import { SafeContactInput } from "../safeContact/safeContact.inputs";
import type { SearchCriteria } from "../search/search.criteria";
import { RecordSource } from "../tennessen/recordSource";
import { TennessenWarningInput } from "../tennessen/tennessenWarning.inputs";
import { Person } from "./person.type";

/** Input of `registerPerson`. */
@InputType({
  description:
    "A person to be registered, as far as is known. It needs a name, or a description of a person without a known name.",
})
export class RegisterPersonInput extends KeyedInputBase {
  @ArrayMaxSize(20, { message: "`names` must be at most 20" })
  @ValidateNested({ each: true })
  @Field(() => [PersonNameInput], { defaultValue: [], description: "Names, at most 20." })
  readonly names: PersonNameInput[];

  @IsOptional()
  @IsPlainText(500)
  @Field(() => String, {
    nullable: true,
    description: "What somebody without a known name looks like or is known by, 1 to 500 characters.",
  })
  readonly description?: string | null;

  @IsOptional()
  @ValidateNested()
  @Field(() => BirthDateInput, { nullable: true, description: "Birth date as far as it is known." })
  readonly birthDate?: BirthDateInput | null;

  @Field(() => AdministrativeSex, { nullable: true, description: "Administrative sex." })
  readonly sex?: AdministrativeSex | null;

  @IsOptional()
  @IsPlainText(100)
  @Field(() => String, {
    nullable: true,
    description: "Gender identity in the person's own words, 1 to 100 characters.",
  })
  readonly genderIdentity?: string | null;

  @ArrayMaxSize(10, { message: "`languages` must be at most 10" })
  @ValidateNested({ each: true })
  @Field(() => [PersonLanguageInput], {
    defaultValue: [],
    description: "Languages, at most 10, at most one of them preferred.",
  })
  readonly languages: PersonLanguageInput[];

  @ArrayMaxSize(10, { message: "`phones` must be at most 10" })
  @ValidateNested({ each: true })
  @Field(() => [PhoneInput], { defaultValue: [], description: "Phone numbers, at most 10." })
  readonly phones: PhoneInput[];

  @ArrayMaxSize(10, { message: "`addresses` must be at most 10" })
  @ValidateNested({ each: true })
  @Field(() => [PersonAddressInput], {
    defaultValue: [],
    description: "Addresses, at most 10; a designated address stands alone.",
  })
  readonly addresses: PersonAddressInput[];

  @IsOptional()
  @ValidateNested()
  @Field(() => SafeContactInput, {
    nullable: true,
    description: "How the person may be contacted without danger to them; `NONE` where left out.",
  })
  readonly safeContact?: SafeContactInput | null;

  @ArrayMaxSize(10, { message: "`guardians` must be at most 10" })
  @ValidateNested({ each: true })
  @Field(() => [GuardianInput], { defaultValue: [], description: "Guardians, at most 10." })
  readonly guardians: GuardianInput[];

  @Field(() => RecordSource, {
    nullable: true,
    description: "From whom it comes. SUBJECT needs a `tennessenWarning`.",
  })
  readonly source?: RecordSource | null;

  @IsOptional()
  @ValidateNested()
  @Field(() => TennessenWarningInput, {
    nullable: true,
    description: "The notice given before the person was asked; required where `source` is SUBJECT, for nobody else.",
  })
  readonly tennessenWarning?: TennessenWarningInput | null;
}

/** Payload of `registerPerson`. */
@ObjectType({ description: "The person registered, or why nobody was.", simpleResolvers: true })
export class RegisterPersonPayload {
  @Field(() => Person, { nullable: true, description: "The person; null where nobody was registered." })
  readonly person: Person | null;

  @Field(() => PersonRecord, {
    nullable: true,
    description: "The new source record; null where nobody was registered.",
  })
  readonly personRecord: PersonRecord | null;

  @Field(() => [UserError], { description: "Why nobody was registered; empty on success." })
  readonly userErrors: readonly UserError[];

  /** What to look for duplicates by; null where nobody was registered or nothing can be searched by. */
  readonly duplicatesBy: SearchCriteria | null;
}
