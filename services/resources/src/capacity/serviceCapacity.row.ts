import { Column, Entity } from "typeorm";

import { DirectoryRow } from "../directory/directory.row";
import type { CapacityStatus } from "./capacityStatus";

/** The table of capacities. */
@Entity("service_capacity")
export class ServiceCapacityRow extends DirectoryRow {
  @Column("uuid", { name: "service_id" })
  readonly serviceId: string;

  @Column("uuid", { name: "unit_id" })
  readonly unitId: string;

  @Column("double precision")
  readonly available: number;

  @Column("double precision")
  readonly maximum: number | null;

  @Column("text")
  readonly description: string | null;

  @Column("text")
  readonly status: CapacityStatus;

  @Column("timestamptz", { name: "updated_at" })
  readonly updatedAt: Date;
}
