import { Field, ObjectType } from "type-graphql";

/** An agency's own code as a viewer of its calls sees it. */
@ObjectType({
  description:
    "An agency's own code of what a call is about, and the common code that it stands for. For those who may see the agency's calls.",
  simpleResolvers: true,
})
export class NatureCode {
  @Field(() => String, { description: "The code, unique within the agency (EIDO: incidentTypeInternalCode)." })
  readonly code: string;

  @Field(() => String, {
    nullable: true,
    description: "What the code means (EIDO: incidentTypeInternalText); null where nobody said.",
  })
  readonly text: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The common code from APCO's list (EIDO: incidentTypeCommonRegistryText), 1 to 10 capital letters and digits; null for a code that is not mapped, whose calls no set of codes counts.",
  })
  readonly commonCode: string | null;
}
