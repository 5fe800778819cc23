import type { EntityTarget, ObjectLiteral } from "typeorm";

import type { Migration } from "../database/migrate";
import type { EventHandlers } from "../events/eventConsumer";
import type { SubgraphParts } from "../graph/buildSubgraph";
import type { AnyPolicy } from "../policy/policy";
import type { PortFunctions } from "../port/portFunction";

/** All that a slice contributes: its graph, its tables and who may see them, its port, the events that it consumes. */
export interface SliceDefinition {
  /** Lower-case, also the name of its subgraph, database and roles. */
  readonly name: string;
  readonly graph: SubgraphParts;
  readonly rows: readonly EntityTarget<ObjectLiteral>[];
  readonly migrations: readonly Migration[];
  /** All rules of the slice: its tables' row-level security, and which fields of its types are shown to whom. */
  readonly policies: readonly AnyPolicy[];
  /** Repeatable SQL after the access rules; see `MigrateOptions`. */
  readonly afterAccess?: (appRole: string) => string;
  readonly port: PortFunctions;
  readonly consumes: EventHandlers;
}
