import type { As } from "../e2e/harness/startTestHub";

/** What a county board asks, as of 31 August 2021, in one question to the graph. */
export const countyQuestion: string;

/** The numbers by which the county's story is known. */
export interface CountyFacts {
  readonly since: number;
  readonly agenciesActive: number;
  readonly agenciesJoining: number;
  readonly cities: number;
  readonly socialWorkers: number;
  readonly peopleReached2020: number;
  readonly brooklynPark: {
    readonly residents: number;
    readonly shareOfCalls: number;
    readonly changeAfterSixMonths: number;
    readonly adjustedChange: number | null;
    readonly comparator: string;
    readonly comparators: number;
    readonly caution: string | null;
  };
}

/** Asks it as the supervisor. */
export function countyFacts(as: As): Promise<CountyFacts>;
