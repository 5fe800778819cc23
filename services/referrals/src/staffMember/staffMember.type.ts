import { Directive, Field, ID, ObjectType } from "type-graphql";

/** A staff member, whom the agencies slice owns. */
@Directive("@extends")
@Directive('@key(fields: "id")')
@ObjectType("StaffMember", { simpleResolvers: true })
export class StaffMemberReference {
  @Field(() => ID)
  readonly id: string;
}

/** The staff member with an id, null where a view withholds or lacks it. */
export const staffMemberOf = (id: string | null): StaffMemberReference | null => (id === null ? null : { id });
