import { Field, Int, ObjectType } from "type-graphql";

import { AgencyReference } from "../stubs/agency.stub";
import { OrganizationReference } from "../stubs/organization.stub";

/** What went to one recipient. */
@ObjectType("Disclosure", {
  description:
    "What somebody of another agency or organization than a record's own was shown of a person: disclosures to one recipient for one purpose in one part of the graph, summarised (45 CFR 164.528(b)(3)).",
  simpleResolvers: true,
})
export class PersonDisclosure {
  @Field(() => AgencyReference, { nullable: true, description: "The agency that received the data." })
  readonly recipientAgency: AgencyReference | null;

  @Field(() => OrganizationReference, { nullable: true, description: "The organization that received the data." })
  readonly recipientOrganization: OrganizationReference | null;

  @Field(() => String, { description: "What the recipient's staff were: a role such as `SOCIAL_WORKER`." })
  readonly recipientRole: string;

  @Field(() => String, { description: "The part of the graph that disclosed it: `agencies`, `people` or `referrals`." })
  readonly slice: string;

  @Field(() => String, { description: "What for: an HL7 purpose-of-use code." })
  readonly purpose: string;

  @Field(() => [String], { description: "What was disclosed, as `Type.field`." })
  readonly fields: readonly string[];

  @Field(() => [String], { description: "The legal bases on which it was disclosed." })
  readonly basis: readonly string[];

  @Field(() => Date, { description: "When first." })
  readonly firstAt: Date;

  @Field(() => Date, { description: "When last." })
  readonly lastAt: Date;

  @Field(() => Int, { description: "How often, in requests." })
  readonly count: number;

  @Field(() => Boolean, {
    description:
      "Whether an accounting need not list it: treatment, payment and operations, or authorised by the person (45 CFR 164.528(a)(1)).",
  })
  readonly exempt: boolean;
}
