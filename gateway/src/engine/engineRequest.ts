import type { DocumentNode, OperationDefinitionNode } from "graphql";

import type { IncrementalStep } from "./defer/deferredOrder";
import type { Variables } from "./operation/preparedOperation";
import type { AnswerError } from "./run/sliceError";

/** A validated request. */
export interface EngineRequest {
  /** What stands for the document among all documents, such as its hash. */
  readonly key: string;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Variables;
  /** Whether parts of the answer may come later (`@defer`); else all of it comes at once. */
  readonly deferring?: boolean;
  /** Handed on to `send`. */
  readonly context: unknown;
}

/** An answer, written as JSON. */
export interface EngineAnswer {
  /** `{"data":…}` */
  readonly json: Buffer;
  readonly errors: readonly AnswerError[];
  /** The parts that come later; null where the answer is whole. */
  readonly later: AsyncIterable<IncrementalStep> | null;
}
