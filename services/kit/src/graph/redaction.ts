import { Directive, Field, ObjectType, registerEnumType } from "type-graphql";

/** Why a field is withheld. */
export enum RedactionReason {
  NOT_AUTHORIZED_FIELD = "NOT_AUTHORIZED_FIELD",
}

registerEnumType(RedactionReason, {
  name: "RedactionReason",
  description: "Why a field is withheld from this viewer.",
  valuesConfig: {
    NOT_AUTHORIZED_FIELD: {
      description: "The viewer's role and relation to the record do not give this field to anybody, whatever it holds.",
    },
  },
});

/**
 * A field that the viewer does not get. It depends on the viewer, the type and their relation, never on the record's
 * values, so that it reveals nothing of what it hides.
 */
@Directive("@shareable")
@ObjectType({
  description: "A field that this viewer never gets on this record, whether or not it holds a value.",
  simpleResolvers: true,
})
export class Redaction {
  @Field(() => String, { description: "The withheld field's name." })
  readonly field: string;

  @Field(() => RedactionReason, { description: "Why it is withheld." })
  readonly reason: RedactionReason;
}

/** The redactions for a list of withheld fields. */
export function redactionsOf(fields: readonly string[]): readonly Redaction[] {
  return fields.map((field) => ({ field, reason: RedactionReason.NOT_AUTHORIZED_FIELD }));
}
