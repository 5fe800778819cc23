import { connectionType, DateScalar, Redaction } from "@corespond/kit";
import { Directive, Field, Float, Int, ObjectType } from "type-graphql";

import { NatureCodeSet } from "../natureCode/natureCodeSet.type";
import { PersonReference } from "../person/person.type";

/** A resident whose calls repeat. */
@ObjectType({
  description:
    "A resident who is the subject of many incidents in a window. Incidents that were merged count once; whoever only called is not counted.",
  simpleResolvers: true,
})
export class RepeatCaller {
  @Field(() => PersonReference, {
    nullable: true,
    description: "The person; null where the viewer may not know of them.",
  })
  readonly person: Pick<PersonReference, "recordId"> | null;

  @Field(() => Int, { description: "Distinct incidents in the window of which the person is a subject." })
  readonly incidents: number;

  @Field(() => Float, { description: "Their share of all such incidents of the agency in the window, 0 to 1." })
  readonly share: number;

  @Field(() => Int, { description: "The same count in the window of the same length before." })
  readonly incidentsBefore: number;

  @Field(() => Float, {
    nullable: true,
    description:
      "How far the count rose or fell from the window before, as a part of that: -0.5 is half as many. Null where there were none before. Who is picked for many calls has fewer later, whatever is done (regression to the mean).",
  })
  readonly change: number | null;

  @Field(() => DateScalar, { description: "The day of the first of the incidents, in the window's time zone." })
  readonly firstOn: string;

  @Field(() => DateScalar, { description: "The day of the last of the incidents, in the window's time zone." })
  readonly lastOn: string;
}

/** A page of repeat callers. */
export const RepeatCallerConnection = connectionType(RepeatCaller, "RepeatCaller");

/** Repeat callers of an agency, and what the figures rest on. */
@Directive('@requiresScopes(scopes: [["corespond.read"]])')
@Directive('@policy(policies: [["cji"]])')
@ObjectType({
  description:
    "An agency's repeat callers in a window of days, and what the figures rest on. The same question with the same `version` of the set and the same `knownAt` is answered the same later, whatever calls and links were corrected since; which records are one person is always as known now.",
})
export class RepeatCallers {
  @Field(() => NatureCodeSet, { description: "Which calls count." })
  readonly codeSet: NatureCodeSet;

  @Field(() => DateScalar, { description: "The first day of the window." })
  readonly since: string;

  @Field(() => DateScalar, { description: "The first day after the window." })
  readonly until: string;

  @Field(() => String, { description: "IANA name of the time zone in which the days are meant." })
  readonly timeZone: string;

  @Field(() => Date, { description: "The instant as of whose knowledge the calls are counted." })
  readonly knownAt: Date;

  @Field(() => Int, { description: "From how many incidents on a resident counts as a repeat caller." })
  readonly threshold: number;

  @Field(() => Int, { description: "Distinct incidents of the agency in the window." })
  readonly incidents: number;

  @Field(() => Int, { description: "Those of them that have a subject who is known." })
  readonly linkedIncidents: number;

  @Field(() => Float, {
    nullable: true,
    description:
      "The share of incidents without a known subject, 0 to 1: how much the other figures may miss. Null without incidents.",
  })
  readonly unlinkedShare: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "How many repeat callers there are, found among the 1000 records with the most incidents. An analyst, who may know no person, is told how many records, and null for fewer than 11.",
  })
  readonly persons: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "Distinct incidents of all repeat callers together; null where `persons` is.",
  })
  readonly personsIncidents: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "Their share of all incidents, 0 to 1; null where `persons` is, or without incidents.",
  })
  readonly personsShare: number | null;

  @Field(() => [Redaction], { description: "Fields that this viewer never gets here." })
  readonly redactions: readonly Redaction[];

  readonly agencyId: string;
  readonly ranking: readonly RepeatCaller[] | null;
}
