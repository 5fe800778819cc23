import { bySystem, type RequestContext, Role, type RowAccess, versionTag } from "@corespond/kit";

import { writtenBySystem } from "../access/publicRows";
import { viewFields } from "../loading/viewFields";
import type { ServiceCapacityRow } from "./serviceCapacity.row";
import { ServiceCapacity } from "./serviceCapacity.type";

/** Who may say what a service has free, for services of their own organization. */
export const updatingRoles: readonly Role[] = [Role.PROVIDER, Role.PARTNER_CLIENT];

const roles = updatingRoles.map((role) => `'${role}'`).join(", ");

const byProvider = `((select corespond.viewer_role()) IN (${roles}) AND EXISTS (
  SELECT FROM service s WHERE s.id = service_id AND s.organization_id = (select corespond.viewer_organization())))`;

/** Capacities are public; beside the hub, the service's own organization changes them. */
export const serviceCapacityAccess: RowAccess = {
  table: "service_capacity",
  select: "true",
  ...writtenBySystem,
  update: `${bySystem} OR ${byProvider}`,
};

const shown = ["id", "available", "maximum", "description", "status", "updatedAt", "serviceId", "unitId"] as const;

/** Makes a capacity's view. */
export function viewServiceCapacity(_context: RequestContext, row: ServiceCapacityRow): ServiceCapacity {
  const version = versionTag(Object.fromEntries(shown.map((field) => [field, row[field]])));
  return viewFields(ServiceCapacity, { ...row, version }, [...shown, "version"]);
}
