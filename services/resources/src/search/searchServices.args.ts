import { ConnectionArgs } from "@corespond/kit";
import { ArgsType, Field, Float, ID, InputType, Int, registerEnumType } from "type-graphql";

import { AcceptanceMode } from "../service/acceptanceMode";
import { ServiceStatus } from "../service/service.status";

/** What a search is ordered by. */
export enum ServiceOrder {
  RELEVANCE = "RELEVANCE",
  DISTANCE = "DISTANCE",
  NAME = "NAME",
}

registerEnumType(ServiceOrder, {
  name: "ServiceOrder",
  description: "What a search for services is ordered by.",
  valuesConfig: {
    RELEVANCE: { description: "By how well `text` matches, best first." },
    DISTANCE: { description: "By the distance of the nearest location to `near`, nearest first." },
    NAME: { description: "By name." },
  },
});

/** Where, and how far from there. */
@InputType({ description: "A circle on the earth. Confidential locations are never in it." })
export class NearInput {
  @Field(() => Float, { description: "Degrees north of the equator, -90 to 90 (WGS 84)." })
  readonly latitude: number;

  @Field(() => Float, { description: "Degrees east of Greenwich, -180 to 180 (WGS 84)." })
  readonly longitude: number;

  @Field(() => Float, { description: "The radius in statute miles, more than 0 and at most 500." })
  readonly withinMiles: number;
}

/** Arguments of `searchServices`: all that are given must hold. */
@ArgsType()
export class SearchServicesArgs extends ConnectionArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'Words that stand in the service\'s names, taxonomy terms, organization or description, in any form ("sheltering" finds "shelter"); `"…"` for a phrase, `or`, `-` for not; at most 200 characters. Where no service has them, services and organizations whose names are spelled alike.',
  })
  readonly text?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: "Classified by any of these terms, or by a term below one of them; 1 to 50.",
  })
  readonly taxonomyTermIds?: readonly string[] | null;

  @Field(() => NearInput, {
    nullable: true,
    description:
      "Given at a location within this circle. A service of which only a confidential location would be is not found.",
  })
  readonly near?: NearInput | null;

  @Field(() => Date, {
    nullable: true,
    description: "Open at this instant, by its schedules or, where it has none, those of its locations.",
  })
  readonly openAt?: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: "For residents of this age in years, 0 to 150. A service without age limits is for all.",
  })
  readonly age?: number | null;

  @Field(() => AcceptanceMode, { nullable: true, description: "Entered in this way." })
  readonly acceptanceMode?: AcceptanceMode | null;

  @Field(() => [ServiceStatus], { nullable: true, description: "Of any of these statuses; without it, `ACTIVE` only." })
  readonly status?: readonly ServiceStatus[] | null;

  @Field(() => ServiceOrder, {
    nullable: true,
    description: "Without it: `RELEVANCE` where there is `text`, else `DISTANCE` where there is `near`, else `NAME`.",
  })
  readonly orderBy?: ServiceOrder | null;
}
