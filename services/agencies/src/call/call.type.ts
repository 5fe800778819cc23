import { Redaction } from "@corespond/kit";
import { Directive, Field, ID, Int, ObjectType } from "type-graphql";

import { PersonReference } from "../person/person.type";
import { CallSubjectRole } from "./call.roles";

/** Where a call is about. */
@ObjectType({
  description: "Where a call is about. Whoever may see the call may see it, nobody else.",
  simpleResolvers: true,
})
export class CallAddress {
  @Field(() => String, { nullable: true, description: "House number and street." })
  readonly street: string | null;

  @Field(() => String, { nullable: true, description: "City or township." })
  readonly city: string | null;

  @Field(() => String, {
    nullable: true,
    description: "What else finds the place, or all of it where it has no street: `under the bridge at 5th`.",
  })
  readonly text: string | null;
}

/** What those who visit should know. */
@ObjectType({
  description: "A hazard or need that those who visit should know of (EIDO: caution).",
  simpleResolvers: true,
})
export class CallCaution {
  @Field(() => String, { description: "What to mind." })
  readonly text: string;

  @Field(() => String, { nullable: true, description: "Who said so, for example `caller`." })
  readonly source: string | null;
}

/** A person in a call. */
@ObjectType({ description: "A person in a call.", simpleResolvers: true })
export class CallSubject {
  @Field(() => CallSubjectRole, { description: "What the person is in the call." })
  readonly role: CallSubjectRole;

  @Field(() => PersonReference, {
    nullable: true,
    description: "The person; null where the viewer may not know of it.",
  })
  readonly person: Pick<PersonReference, "recordId"> | null;
}

/** A call for service as this viewer may see it. */
@Directive('@key(fields: "id")')
@Directive('@requiresScopes(scopes: [["corespond.read"]])')
@Directive('@policy(policies: [["cji"]])')
@ObjectType({
  description:
    "A call for service, in the terms of NENA's Emergency Incident Data Object (EIDO). For police and dispatch of its agency, and for the county's staff who serve that agency.",
  simpleResolvers: true,
})
export class CallForService {
  @Field(() => ID, { description: "The call's id in this graph." })
  readonly id: string;

  @Field(() => String, { description: "The agency's own number of the incident, unique within the agency." })
  readonly incidentNumber: string;

  @Field(() => Date, { description: "When the call came in." })
  readonly receivedAt: Date;

  @Field(() => Date, { nullable: true, description: "When it was answered." })
  readonly answeredAt: Date | null;

  @Field(() => Date, { nullable: true, description: "When it was closed; null while it is open." })
  readonly closedAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description: "The agency's own code of what the call is about (EIDO: incidentTypeInternalCode).",
  })
  readonly natureCode: string | null;

  @Field(() => String, {
    nullable: true,
    description: "What the agency's own code means (EIDO: incidentTypeInternalText).",
  })
  readonly natureText: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The common code of what the call is about, from APCO's list (EIDO: incidentTypeCommonRegistryText), for example `WELFARE` or `EDP`: 1 to 10 capital letters and digits.",
  })
  readonly commonCode: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "The priority that dispatch gave it, 0 (most urgent) to 9 (EIDO: incidentCommonPriorityNumber).",
  })
  readonly priority: number | null;

  @Field(() => String, { nullable: true, description: "How it ended, in the agency's own words or code." })
  readonly disposition: string | null;

  @Field(() => String, { nullable: true, description: "The beat or dispatch group (EIDO: beatOrDispatchGroupText)." })
  readonly beat: string | null;

  @Field(() => CallAddress, { nullable: true, description: "Where the call is about; null where unknown." })
  readonly address: CallAddress | null;

  @Field(() => [CallCaution], {
    nullable: true,
    description: "What those who visit should mind; null where withheld. At most 20.",
  })
  readonly cautions: readonly CallCaution[] | null;

  @Field(() => [CallSubject], { description: "Who called and whom it is about, as far as known. At most 20." })
  readonly subjects: readonly CallSubject[];

  @Field(() => Date, { description: "When the call was recorded here." })
  readonly recordedAt: Date;

  @Field(() => [Redaction], { description: "Fields that this viewer never gets on this call." })
  readonly redactions: readonly Redaction[];

  @Field(() => String, {
    description:
      "An opaque tag of the call as this viewer sees it; another one after each change that the viewer may see.",
  })
  readonly version: string;

  readonly agencyId: string;
}
