import { Directive, Field, Float, ObjectType, registerEnumType } from "type-graphql";

import { Person } from "../person/person.type";

/** What a search matched on. */
export enum MatchedOn {
  NAME = "NAME",
  NAME_SOUND = "NAME_SOUND",
  BIRTH_DATE = "BIRTH_DATE",
  BIRTH_DATE_TRANSPOSED = "BIRTH_DATE_TRANSPOSED",
  BIRTH_YEAR = "BIRTH_YEAR",
  PHONE = "PHONE",
  PHONE_LAST_SEVEN = "PHONE_LAST_SEVEN",
}

registerEnumType(MatchedOn, {
  name: "MatchedOn",
  description: "What a search matched on, with the share of its criterion's weight that such a match earns.",
  valuesConfig: {
    NAME: {
      description:
        "A name, alias, former name or nickname is written alike: the trigram similarity, 0.3 to 1; for a part of a name at most 0.95.",
    },
    NAME_SOUND: { description: "Every word searched for sounds like a word of one name (double metaphone): 0.6." },
    BIRTH_DATE: { description: "The same day: 1." },
    BIRTH_DATE_TRANSPOSED: { description: "The same day with day and month swapped: 0.7." },
    BIRTH_YEAR: { description: "The same year: 0.4." },
    PHONE: { description: "The same number in E.164: 1." },
    PHONE_LAST_SEVEN: { description: "The same last seven digits: 0.6." },
  },
});

/** One person whom a search found. */
@Directive('@requiresScopes(scopes: [["corespond.read"]])')
@ObjectType({
  description: "One person whom a search found among the records that this viewer may see.",
  simpleResolvers: true,
})
export class PersonMatch {
  @Field(() => Person, { description: "The person." })
  readonly person: Person;

  @Field(() => Float, {
    description:
      "How well the person fits, 0 to 1: the mean over the criteria given, weighted name 0.5, birth date 0.3, phone 0.2, of what each matched; a criterion without a match counts 0. Of several records of one person the best fits.",
  })
  readonly score: number;

  @Field(() => [MatchedOn], { description: "What matched, at most one item per criterion." })
  readonly matchedOn: readonly MatchedOn[];
}
