import type { EntityTarget, ObjectLiteral } from "typeorm";

import type { RowAccess } from "../database/accessSql";
import type { Migration } from "../database/migrate";
import type { EventHandlers } from "../events/eventConsumer";
import type { SubgraphParts } from "../graph/buildSubgraph";
import type { PortFunctions } from "../port/portFunction";

/** All that a slice contributes: its graph, its tables and who may see them, its port, the events that it consumes. */
export interface SliceDefinition {
  /** Lower-case, also the name of its subgraph, database and roles. */
  readonly name: string;
  readonly graph: SubgraphParts;
  readonly rows: readonly EntityTarget<ObjectLiteral>[];
  readonly migrations: readonly Migration[];
  /** Row-level security per table, from the nouns' policies. */
  readonly access: readonly RowAccess[];
  /** Repeatable SQL after the access rules; see `MigrateOptions`. */
  readonly afterAccess?: (appRole: string) => string;
  readonly port: PortFunctions;
  readonly consumes: EventHandlers;
}
