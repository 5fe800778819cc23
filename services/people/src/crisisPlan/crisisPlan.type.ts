import { Directive, Field, ObjectType } from "type-graphql";

import { CareRole } from "./careRole";

/** Whom to call in a crisis. */
@Directive('@requiresScopes(scopes: [["corespond.read"]])')
@ObjectType({ description: "Somebody whom to call when the person is in a crisis.", simpleResolvers: true })
export class CareContact {
  @Field(() => String, { description: "The name." })
  readonly name: string;

  @Field(() => String, { description: "The phone number as written down." })
  readonly phone: string;

  @Field(() => CareRole, { description: "What they are to the person." })
  readonly role: CareRole;
}

/** What helps when a person is in a crisis. */
@Directive('@requiresScopes(scopes: [["corespond.read"]])')
@ObjectType({
  description:
    "What helps when a person is in a mental health crisis: whom to call, what to do. Nothing of referrals, services or diagnoses.",
  simpleResolvers: true,
})
export class CrisisPlan {
  @Field(() => [CareContact], { description: "Whom to call, the newest first, at most 50." })
  readonly careContacts: readonly CareContact[];

  @Field(() => [String], { description: "What helps and what makes it worse, the newest first, at most 50." })
  readonly strategies: readonly string[];
}
