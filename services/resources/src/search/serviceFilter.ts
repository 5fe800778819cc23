import { graphError } from "@corespond/kit";

import type { AcceptanceMode } from "../service/acceptanceMode";
import { ServiceStatus } from "../service/service.status";
import { searchText } from "./searchText";
import { ServiceOrder, type NearInput, type SearchServicesArgs } from "./searchServices.args";

/** A search as asked for, checked. */
export interface ServiceFilter {
  readonly text: string | null;
  readonly taxonomyTermIds: readonly string[] | null;
  readonly near: NearInput | null;
  readonly openAt: string | null;
  readonly age: number | null;
  readonly acceptanceMode: AcceptanceMode | null;
  readonly status: readonly ServiceStatus[];
  readonly orderBy: ServiceOrder;
}

const mostTerms = 50;
const farthestMiles = 500;
const oldest = 150;

/** Checks a search's arguments. */
export function serviceFilter(args: SearchServicesArgs): ServiceFilter {
  const { near = null, age = null, taxonomyTermIds = null } = args;
  const text = searchText("text", args.text);
  expect(
    taxonomyTermIds === null || (taxonomyTermIds.length > 0 && taxonomyTermIds.length <= mostTerms),
    "taxonomyTermIds",
    `\`taxonomyTermIds\` must be 1 to ${mostTerms} ids`,
  );
  expect(age === null || (age >= 0 && age <= oldest), "age", `\`age\` must be from 0 to ${oldest}`);
  if (near !== null) expectCircle(near);
  const orderBy = args.orderBy ?? defaultOrder(text, near);
  expect(orderBy !== ServiceOrder.DISTANCE || near !== null, "orderBy", "`DISTANCE` needs `near`");
  expect(orderBy !== ServiceOrder.RELEVANCE || text !== null, "orderBy", "`RELEVANCE` needs `text`");
  return {
    text,
    taxonomyTermIds,
    near: near && { ...near },
    openAt: args.openAt?.toISOString() ?? null,
    age,
    acceptanceMode: args.acceptanceMode ?? null,
    status: args.status ?? [ServiceStatus.ACTIVE],
    orderBy,
  };
}

function defaultOrder(text: string | null, near: NearInput | null): ServiceOrder {
  if (text !== null) return ServiceOrder.RELEVANCE;
  return near === null ? ServiceOrder.NAME : ServiceOrder.DISTANCE;
}

function expectCircle({ latitude, longitude, withinMiles }: NearInput): void {
  expect(Math.abs(latitude) <= 90, "near", "`near.latitude` must be from -90 to 90");
  expect(Math.abs(longitude) <= 180, "near", "`near.longitude` must be from -180 to 180");
  expect(
    withinMiles > 0 && withinMiles <= farthestMiles,
    "near",
    `\`near.withinMiles\` must be more than 0 and at most ${farthestMiles}`,
  );
}

function expect(holds: boolean, argumentName: string, rule: string): void {
  if (!holds) throw graphError("BAD_USER_INPUT", `${rule}.`, { argumentName });
}
