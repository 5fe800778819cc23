import { executeSync, Kind, type DocumentNode } from "graphql";

import type { FieldShape } from "../write/selectionShape";
import type { Variables } from "./preparedOperation";
import type { ShapedOperation } from "./shapedOperation";

/** What the schema says of itself, by graphql-js; kept where no variable changes it. */
export class Introspection {
  private readonly kept = new WeakMap<FieldShape, unknown>();

  answer(field: FieldShape, { schema, planned, fragments }: ShapedOperation, variables: Variables): unknown {
    if (this.kept.has(field)) return this.kept.get(field);
    const { operation } = planned;
    const document: DocumentNode = {
      kind: Kind.DOCUMENT,
      definitions: [
        { ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections: field.introspection ?? [] } },
        ...fragments.values(),
      ],
    };
    const { data } = executeSync({ schema, document, variableValues: variables, rootValue: {} });
    const value = data?.[field.key];
    if ((operation.variableDefinitions ?? []).length === 0) this.kept.set(field, value);
    return value;
  }
}
