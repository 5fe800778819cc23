import { Field, Int, ObjectType, type ClassType } from "type-graphql";

import { PageInfo } from "./pageInfo";

/** One item of a page, with its cursor. */
export interface Edge<T> {
  readonly node: T;
  readonly cursor: string;
}

/** A page of a list. `countAll` is asked only where a client selects `totalCount`. */
export interface Connection<T> {
  readonly edges: readonly Edge<T>[];
  readonly pageInfo: PageInfo;
  readonly countAll: () => Promise<number>;
}

/** Makes the Relay connection type of a node: `export const ReferralConnection = connectionType(Referral, "Referral")`. */
export function connectionType<T extends object>(node: ClassType<T>, name: string): ClassType<Connection<T>> {
  @ObjectType(`${name}Edge`, { description: `One item of a list of ${name}.`, simpleResolvers: true })
  class NodeEdge implements Edge<T> {
    @Field(() => node, { description: "The item." })
    readonly node: T;

    @Field(() => String, { description: "Where the item stands in the list." })
    readonly cursor: string;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name} (Relay Cursor Connections).` })
  class NodeConnection implements Connection<T> {
    @Field(() => [NodeEdge], { description: "The page's items." })
    readonly edges: readonly Edge<T>[];

    @Field(() => PageInfo, { description: "Where the page stands in the list." })
    readonly pageInfo: PageInfo;

    readonly countAll: () => Promise<number>;

    @Field(() => Int, { description: "How many items of the list this viewer may see, on all pages." })
    async totalCount(): Promise<number> {
      return await this.countAll();
    }
  }
  return NodeConnection;
}
