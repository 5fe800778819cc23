import {
  expectVersion,
  fail,
  failNotFound,
  rowColumns,
  UserErrorCode,
  type Action,
  type WriteTransaction,
} from "@corespond/kit";

import { CapacityStatus } from "./capacityStatus";
import { updatingRoles, viewServiceCapacity } from "./serviceCapacity.policy";
import { ServiceCapacityRow } from "./serviceCapacity.row";

/** What a service has free now; what is left out stays. */
export interface CapacityUpdate {
  readonly idempotencyKey: string;
  readonly capacityId: string;
  readonly available: number;
  readonly maximum?: number | null;
  readonly status: CapacityStatus;
  readonly description?: string | null;
  readonly expectedVersion?: string | null;
}

/** Says what a service has free. */
export const updateCapacity: Action<CapacityUpdate, { readonly id: string }> = {
  name: "updateCapacity",
  roles: updatingRoles,
  act: async (transaction, input) => {
    const capacity = await ownCapacity(transaction, input.capacityId);
    const { version } = viewServiceCapacity(transaction.context, capacity);
    expectVersion(input.expectedVersion, version, `It was updated at ${capacity.updatedAt.toISOString()}.`);
    const maximum = input.maximum ?? capacity.maximum;
    expectSense(input, maximum);
    const { id, serviceId } = capacity;
    await transaction.query({
      name: "resources.serviceCapacity.update",
      text: `UPDATE service_capacity SET available = $2, maximum = $3, status = $4, description = $5, updated_at = clock_timestamp()
             WHERE id = $1`,
      values: [id, input.available, maximum, input.status, input.description ?? capacity.description],
    });
    await transaction.audit({
      action: "updateCapacity",
      subjects: { ServiceCapacity: [id], Service: [serviceId] },
      fields: ["available", "maximum", "status", "description"].map((field) => `ServiceCapacity.${field}`),
    });
    await transaction.emit({ type: "capacity.updated", entityId: id, payload: { capacityId: id, serviceId } });
    return { id };
  },
};

/** The capacity, locked so that two updates see each other. Anybody may know it; its own organization may change it. */
async function ownCapacity(transaction: WriteTransaction, id: string): Promise<ServiceCapacityRow> {
  const field = ["input", "capacityId"];
  const columns = rowColumns(transaction.context.database.dataSource, ServiceCapacityRow, "c");
  // FOR UPDATE finds only rows that the viewer may change, by row-level security.
  const [own] = await transaction.query<ServiceCapacityRow & Record<string, unknown>>({
    name: "resources.serviceCapacity.lock",
    text: `SELECT ${columns} FROM service_capacity c WHERE c.id = $1 FOR UPDATE`,
    values: [id],
  });
  if (own) return own;
  const known = await transaction.query({
    name: "resources.serviceCapacity.exists",
    text: "SELECT c.id FROM service_capacity c WHERE c.id = $1",
    values: [id],
  });
  if (known.length === 0) failNotFound("capacity", field);
  fail(UserErrorCode.NOT_ALLOWED, "Only the organization that provides the service may update its capacity.", field);
}

function expectSense({ available, status }: CapacityUpdate, maximum: number | null): void {
  if (maximum !== null && available > maximum) {
    fail(UserErrorCode.INVALID, `\`available\` must be at most \`maximum\` (${maximum}), but got: ${available}.`, [
      "input",
      "available",
    ]);
  }
  if (status === CapacityStatus.CAPACITY && available === 0) {
    fail(UserErrorCode.INVALID, "`CAPACITY` goes with an `available` above 0, but got: 0.", ["input", "status"]);
  }
  if (status === CapacityStatus.NO_CAPACITY && available > 0) {
    fail(UserErrorCode.INVALID, `\`NO_CAPACITY\` goes with an \`available\` of 0, but got: ${available}.`, [
      "input",
      "status",
    ]);
  }
}
