import { Directive, Field, ID, Int, ObjectType } from "type-graphql";

/** An organization as everybody sees it. */
@Directive('@key(fields: "id")')
@ObjectType({
  description: "An organization that provides services (HSDS 3.1 `organization`). Public data.",
  simpleResolvers: true,
})
export class Organization {
  @Field(() => ID, { description: "The organization's id in this graph." })
  readonly id: string;

  @Field(() => String, { description: "Which directory the organization comes from." })
  readonly source: string;

  @Field(() => String, { description: "The organization's id in its directory; unique together with `source`." })
  readonly externalId: string;

  @Field(() => String, { description: "The official or public name." })
  readonly name: string;

  @Field(() => String, { nullable: true, description: "Another name by which the organization is known." })
  readonly alternateName: string | null;

  @Field(() => String, { nullable: true, description: "A brief summary of what the organization does." })
  readonly description: string | null;

  @Field(() => String, { nullable: true, description: "The e-mail address for enquiries, as the directory has it." })
  readonly email: string | null;

  @Field(() => String, { nullable: true, description: "The website, an http or https URL." })
  readonly website: string | null;

  @Field(() => String, { nullable: true, description: "The tax status, as text. HSDS has deprecated it." })
  readonly taxStatus: string | null;

  @Field(() => String, { nullable: true, description: "The tax identifier, such as an EIN. HSDS has deprecated it." })
  readonly taxId: string | null;

  @Field(() => Int, { nullable: true, description: "The year in which the organization was formed." })
  readonly yearIncorporated: number | null;

  @Field(() => String, { nullable: true, description: "The legal form, as text." })
  readonly legalStatus: string | null;

  @Field(() => String, { nullable: true, description: "The URL of a logo." })
  readonly logo: string | null;

  @Field(() => String, { nullable: true, description: "A persistent identifier of the organization, a URI." })
  readonly uri: string | null;

  readonly parentOrganizationId: string | null;
}
