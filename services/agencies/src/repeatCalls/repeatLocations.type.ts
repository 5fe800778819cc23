import { DateScalar } from "@corespond/kit";
import { Directive, Field, Float, Int, ObjectType } from "type-graphql";

import { AgencyCoordinates } from "../agency/agency.type";
import { NatureCodeSet } from "../natureCode/natureCodeSet.type";

/** A place to which calls come again and again. */
@ObjectType({
  description: "A place of many incidents in a window. It may be somebody's home: no public data.",
  simpleResolvers: true,
})
export class RepeatLocation {
  @Field(() => String, {
    description:
      "House number and street, and the city, in capital letters, as far as the calls say: `12 MAIN ST, EXAMPLEVILLE`.",
  })
  readonly place: string;

  @Field(() => AgencyCoordinates, {
    nullable: true,
    description: "Where the latest of the calls that say so was; null where none does.",
  })
  readonly coordinates: AgencyCoordinates | null;

  @Field(() => Int, { description: "Distinct incidents there in the window." })
  readonly incidents: number;

  @Field(() => Float, { description: "Their share of all such incidents of the agency in the window, 0 to 1." })
  readonly share: number;

  @Field(() => DateScalar, { description: "The day of the first of the incidents, in the window's time zone." })
  readonly firstOn: string;

  @Field(() => DateScalar, { description: "The day of the last of the incidents, in the window's time zone." })
  readonly lastOn: string;
}

/** An agency's repeat locations, and what the figures rest on. */
@Directive("@authenticated")
@ObjectType({
  description: "An agency's repeat locations in a window of days, as known now, and what the figures rest on.",
  simpleResolvers: true,
})
export class RepeatLocations {
  @Field(() => NatureCodeSet, { description: "Which calls count." })
  readonly codeSet: NatureCodeSet;

  @Field(() => DateScalar, { description: "The first day of the window." })
  readonly since: string;

  @Field(() => DateScalar, { description: "The first day after the window." })
  readonly until: string;

  @Field(() => String, { description: "IANA name of the time zone in which the days are meant." })
  readonly timeZone: string;

  @Field(() => Int, { description: "From how many incidents on a place is a repeat location." })
  readonly threshold: number;

  @Field(() => Int, { description: "Distinct incidents of the agency in the window." })
  readonly incidents: number;

  @Field(() => Int, { description: "Those of them of which no call says a place." })
  readonly unplacedIncidents: number;

  @Field(() => Int, { description: "How many repeat locations there are." })
  readonly places: number;

  @Field(() => [RepeatLocation], {
    description: "The repeat locations with the most incidents, the first of them as many as `first` asks for.",
  })
  readonly locations: readonly RepeatLocation[];
}
