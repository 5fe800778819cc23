import { Field, Int, ObjectType, registerEnumType } from "type-graphql";

import { PersonAddress } from "../address/address.type";
import { BirthDate } from "../birthDate/birthDate.type";
import { Guardian } from "../guardian/guardian.type";
import { PersonLanguage } from "../language/language.type";
import { PersonName } from "../name/name.type";
import { PersonPhone } from "../phone/phone.type";
import { SafeContact } from "../safeContact/safeContact.type";

/** Administrative sex. */
export enum AdministrativeSex {
  MALE = "MALE",
  FEMALE = "FEMALE",
  OTHER = "OTHER",
  UNKNOWN = "UNKNOWN",
}

registerEnumType(AdministrativeSex, {
  name: "AdministrativeSex",
  description: "Sex as papers state it (FHIR AdministrativeGender).",
  valuesConfig: {
    MALE: { description: "Male." },
    FEMALE: { description: "Female." },
    OTHER: { description: "Neither male nor female." },
    UNKNOWN: { description: "Nobody has stated it." },
  },
});

/** What is known of a person, as one record states it or as all visible records together do. */
@ObjectType({ description: "What is known of a person.", simpleResolvers: true })
export abstract class PersonDetails {
  @Field(() => [PersonName], {
    description:
      "Names. Of a person: the distinct names of all visible records, latest record first; official names before others within a record. At most 20 per record.",
  })
  readonly names: readonly PersonName[];

  @Field(() => String, {
    nullable: true,
    description:
      "What somebody without a known name looks like or is known by. Of a person: the latest record's that has one.",
  })
  readonly description: string | null;

  @Field(() => BirthDate, {
    nullable: true,
    description: "Birth date. Of a person: a date of precision `DAY` wins over coarser ones, then the latest record's.",
  })
  readonly birthDate: BirthDate | null;

  @Field(() => Int, { nullable: true, description: "Age today in whole years, as exact as the birth date is." })
  readonly age: number | null;

  @Field(() => AdministrativeSex, {
    nullable: true,
    description: "Administrative sex. Of a person: the latest record's that states another than `UNKNOWN`.",
  })
  readonly sex: AdministrativeSex | null;

  @Field(() => String, {
    nullable: true,
    description: "Gender identity in the person's own words. Of a person: the latest record's that has one.",
  })
  readonly genderIdentity: string | null;

  @Field(() => [PersonLanguage], {
    description: "Languages, at most 10. Of a person: the latest record's that names any.",
  })
  readonly languages: readonly PersonLanguage[];

  @Field(() => [PersonPhone], {
    description:
      "Phone numbers. Of a person: the distinct numbers of all visible records, latest record first. At most 10 per record.",
  })
  readonly phones: readonly PersonPhone[];

  @Field(() => [PersonAddress], {
    nullable: true,
    description:
      "Addresses, at most 10. Of a person: the latest record's that has any; but where any visible record has a designated address, the latest such address and no other.",
  })
  readonly addresses: readonly PersonAddress[] | null;

  @Field(() => SafeContact, {
    nullable: true,
    description:
      "Safe contact. Of a person: the latest record's in which it was stated; channel `NONE` where it never was.",
  })
  readonly safeContact: SafeContact | null;

  @Field(() => [Guardian], {
    nullable: true,
    description: "Guardians, at most 10. Of a person: the latest record's that names any.",
  })
  readonly guardians: readonly Guardian[] | null;
}

/** What one record states, before a policy has decided what of it a viewer gets. */
export type StatedDetails = Omit<PersonDetails, "age" | "addresses" | "guardians"> & {
  readonly addresses: readonly PersonAddress[];
  readonly guardians: readonly Guardian[];
};
