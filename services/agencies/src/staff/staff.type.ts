import { DateScalar } from "@corespond/kit";
import { Directive, Field, ID, ObjectType } from "type-graphql";

import { StaffRole } from "./staff.role";

/** What somebody is called. */
@ObjectType({ description: "The name of a staff member.", simpleResolvers: true })
export class StaffName {
  @Field(() => String, { nullable: true, description: "Given names; null for a partner's machine." })
  readonly given: string | null;

  @Field(() => String, { description: "Family name; for a partner's machine the name of the client." })
  readonly family: string;
}

/** A staff member as other staff see it. */
@Directive('@key(fields: "id")')
@ObjectType({
  description:
    "Somebody who works in the program, or a partner's machine. Staff of agencies see all; organizations' staff see social workers and themselves.",
  simpleResolvers: true,
})
export class StaffMember {
  @Field(() => ID, { description: "The staff member's id in this graph." })
  readonly id: string;

  @Field(() => StaffName, { description: "The name." })
  readonly name: StaffName;

  @Field(() => StaffRole, { description: "What the staff member does in the program." })
  readonly role: StaffRole;

  @Field(() => DateScalar, { description: "The first day of the employment." })
  readonly activeFrom: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day on which the staff member works here no longer; null while no end is known.",
  })
  readonly activeTo: string | null;

  @Field(() => Boolean, {
    description:
      "Whether today, in the program's time zone, is within the employment. Who is not active cannot sign in.",
  })
  readonly active: boolean;

  readonly agencyId: string | null;

  readonly organizationId: string | null;
}
