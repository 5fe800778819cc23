import {
  type AnyPolicy,
  byTheHub,
  publicRows,
  type RequestContext,
  Role,
  versionTag,
  viewerSql,
  writtenByTheHub,
} from "@corespond/kit";

import { viewFields } from "../loading/viewFields";
import type { ServiceCapacityRow } from "./serviceCapacity.row";
import { ServiceCapacity } from "./serviceCapacity.type";

/** Who may say what a service has free, for services of their own organization. */
export const updatingRoles: readonly Role[] = [Role.PROVIDER, Role.PARTNER_CLIENT];

/** Capacities are public; beside the hub, the service's own organization changes them. */
export const serviceCapacityPolicy: AnyPolicy = {
  type: "ServiceCapacity",
  tables: [
    {
      table: "service_capacity",
      select: [publicRows],
      ...writtenByTheHub,
      update: [
        byTheHub,
        {
          id: "ownService",
          roles: updatingRoles,
          where: `EXISTS (SELECT FROM service s WHERE s.id = service_id AND s.organization_id = ${viewerSql.organization})`,
          relation: "of a service of the own organization",
          basis: "PUBLIC",
          source: "HSDS 3.1 service_capacity",
        },
      ],
    },
  ],
  fields: [],
};

const shown = ["id", "available", "maximum", "description", "status", "updatedAt", "serviceId", "unitId"] as const;

/** Makes a capacity's view. */
export function viewServiceCapacity(_context: RequestContext, row: ServiceCapacityRow): ServiceCapacity {
  const version = versionTag(Object.fromEntries(shown.map((field) => [field, row[field]])));
  return viewFields(ServiceCapacity, { ...row, version }, [...shown, "version"]);
}
