import { Kind, parse, type FragmentDefinitionNode, type GraphQLSchema, type OperationDefinitionNode } from "graphql";

import { writeAnswer, type Written } from "../write/answerWriter";
import { SelectionShape } from "../write/selectionShape";

/** What is written, with the answer's data as values. */
export interface ReadAnswer extends Omit<Written, "json"> {
  readonly data: unknown;
  readonly text: string;
}

/** The shape of a query's answer; `repeated` are the positions at which one object may stand several times. */
export function shapeOf(schema: GraphQLSchema, query: string, repeated: readonly string[] = []): SelectionShape {
  const { definitions } = parse(query);
  const fragments = definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION);
  const operation = definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode;
  const type = schema.getQueryType();
  if (!type) throw new Error("The schema has no query.");
  const source = {
    schema,
    fragments: new Map(fragments.map((each): [string, FragmentDefinitionNode] => [each.name.value, each])),
    includes: () => true,
    responseNames: new Map<string, string>(),
    repeated: new Set(repeated),
    repeats: 0,
  };
  return new SelectionShape(source, [operation.selectionSet], { type, position: "" });
}

/** Writes an answer and reads it. */
export function answerOf(shape: SelectionShape, data: unknown): ReadAnswer {
  const { json, ...found } = writeAnswer(data, shape, () => null);
  const text = json.toString("utf8");
  return { ...found, text, data: (JSON.parse(text) as { readonly data: unknown }).data };
}
