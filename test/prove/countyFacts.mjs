import { Steps } from "./steps.mjs";

/** What a county board asks, as of 31 August 2021, in one question to the graph. */
export const countyQuestion = `query County($brooklynPark: ID!) {
  programs {
    launchedOn
    coverage(asOf: "2021-08-31") { agencies plannedAgencies jurisdictions plannedJurisdictions socialWorkers }
    peopleReached(period: { from: "2020-01-01", to: "2020-12-31" }) { persons }
    outcomes(
      asOf: "2021-08-31", windowDays: 182, threshold: 7, agencyId: $brooklynPark,
      codeSet: { name: "behavioral-health", version: "2026-01" }, comparator: SAME_THRESHOLD_NOT_ENROLLED
    ) {
      enrolled { persons incidentsBefore incidentsAfter }
      comparators { persons }
      shareBefore
      naiveChange { change }
      adjustedChange { change low high }
      comparator
      caution
    }
    alone: outcomes(
      asOf: "2021-08-31", threshold: 7, agencyId: $brooklynPark,
      codeSet: { name: "behavioral-health" }, comparator: NONE
    ) { caution adjustedChange { change } }
  }
}`;

/** Asks it as the supervisor, and answers with the numbers by which the county's story is known. */
export async function countyFacts(as) {
  const steps = new Steps(as);
  const { agency } = await steps.read(null, '{ agency(ori: "MN0270300") { id } }');
  const { programs } = await steps.read("supervisor", countyQuestion, { brooklynPark: agency.id });
  const [{ launchedOn, coverage, peopleReached, outcomes, alone }] = programs;
  const { enrolled, shareBefore, naiveChange, adjustedChange, comparator, comparators } = outcomes;
  return {
    since: Number(launchedOn.slice(0, 4)),
    agenciesActive: coverage.agencies,
    agenciesJoining: coverage.plannedAgencies,
    cities: coverage.jurisdictions + coverage.plannedJurisdictions,
    socialWorkers: coverage.socialWorkers,
    peopleReached2020: peopleReached.persons,
    brooklynPark: {
      residents: enrolled.persons,
      shareOfCalls: Number(shareBefore.toFixed(3)),
      changeAfterSixMonths: Number(naiveChange.change.toFixed(3)),
      adjustedChange: adjustedChange && Number(adjustedChange.change.toFixed(3)),
      comparator,
      comparators: comparators.persons,
      caution: outcomes.caution ?? alone.caution,
    },
  };
}
