import fc from "fast-check";
import { parse, validate } from "graphql";

import { OperationWriter, type DrawnOperation, type OperationSource } from "./operationWriter";
import { Tape } from "./tape";

const longestTape = 220;

/** Draws valid operations over a schema; they shrink towards one plain field. */
export const operations = (source: OperationSource): fc.Arbitrary<DrawnOperation> =>
  fc
    .array(fc.nat({ max: 9_999 }), { maxLength: longestTape, size: "max" })
    .map((numbers) => operationOf(source, numbers));

/** The operation that a list of numbers decides on; its fields are told apart where they would not merge. */
function operationOf(source: OperationSource, numbers: readonly number[]): DrawnOperation {
  for (const apart of [false, true]) {
    const drawn = new OperationWriter(source, new Tape(numbers), apart).operation();
    if (validate(source.schema, parse(drawn.query)).length === 0) return drawn;
  }
  return { query: "{ __typename }", variables: {} };
}
