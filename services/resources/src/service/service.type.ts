import { DateScalar } from "@corespond/kit";
import { Directive, Field, Float, ID, ObjectType } from "type-graphql";

import { AcceptanceMode } from "./acceptanceMode";
import { ProtectedProgram } from "./protectedProgram";
import { ServiceStatus } from "./service.status";

/** A service as everybody sees it. */
@Directive('@key(fields: "id")')
@ObjectType({
  description: "A service that residents are referred to (HSDS 3.1 `service`). Public data.",
  simpleResolvers: true,
})
export class Service {
  @Field(() => ID, { description: "The service's id in this graph." })
  readonly id: string;

  @Field(() => String, { description: "Which directory the service comes from." })
  readonly source: string;

  @Field(() => String, { description: "The service's id in its directory; unique together with `source`." })
  readonly externalId: string;

  @Field(() => String, { description: "The official or public name." })
  readonly name: string;

  @Field(() => String, { nullable: true, description: "Another name by which the service is known." })
  readonly alternateName: string | null;

  @Field(() => String, { nullable: true, description: "What the service does." })
  readonly description: string | null;

  @Field(() => String, { nullable: true, description: "Where to read more, an http or https URL." })
  readonly url: string | null;

  @Field(() => String, { nullable: true, description: "The e-mail address for enquiries, as the directory has it." })
  readonly email: string | null;

  @Field(() => ServiceStatus, { description: "Whether the service is given at present." })
  readonly status: ServiceStatus;

  @Field(() => String, { nullable: true, description: "Which interpretation is available." })
  readonly interpretationServices: string | null;

  @Field(() => String, {
    nullable: true,
    description: "How to apply, in words; `acceptanceMode` says it for programs.",
  })
  readonly applicationProcess: string | null;

  @Field(() => String, { nullable: true, description: "What the service costs, in words." })
  readonly feesDescription: string | null;

  @Field(() => String, { nullable: true, description: "Accreditations, as text." })
  readonly accreditations: string | null;

  @Field(() => String, { nullable: true, description: "Whom the service is for, in words." })
  readonly eligibilityDescription: string | null;

  @Field(() => Float, {
    nullable: true,
    description: "The youngest age that the service is for, in years. Null means no limit.",
  })
  readonly minimumAge: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "The oldest age that the service is for, in years. Null means no limit.",
  })
  readonly maximumAge: number | null;

  @Field(() => DateScalar, { nullable: true, description: "When the directory last checked this information." })
  readonly assuredDate: string | null;

  @Field(() => String, { nullable: true, description: "Who checked it: an e-mail address." })
  readonly assurerEmail: string | null;

  @Field(() => String, { nullable: true, description: "A notice to show with the service, such as a closure." })
  readonly alert: string | null;

  @Field(() => Date, { nullable: true, description: "When the directory last changed the service." })
  readonly lastModified: Date | null;

  @Field(() => AcceptanceMode, { description: "How a resident gets into the service." })
  readonly acceptanceMode: AcceptanceMode;

  @Field(() => Boolean, { description: "Whether the service takes referrals that are made in this graph." })
  readonly acceptsReferrals: boolean;

  @Field(() => ProtectedProgram, { description: "Whether law protects the fact that somebody is a client." })
  readonly protectedProgram: ProtectedProgram;

  @Field(() => String, { description: "The IANA time zone of the service's hours, for example `America/Chicago`." })
  readonly timeZone: string;

  readonly organizationId: string;

  readonly programId: string | null;
}
