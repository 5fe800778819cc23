import {
  HeaderMap,
  type ApolloServerPlugin,
  type GraphQLRequestContextResponseForOperation,
  type GraphQLResponse,
} from "@apollo/server";
import { Kind, visit, type DocumentNode, type GraphQLFormattedError } from "graphql";

import type { Judge } from "../authorization/judge";
import type { Engine } from "../engine/engine";
import type { EngineAnswer } from "../engine/engineRequest";
import type { IncrementalPart, IncrementalStep } from "../engine/defer/deferredOrder";
import type { AnswerError } from "../engine/run/sliceError";
import type { GatewayContext } from "../gatewayContext";
import { answerGraphQLErrors } from "./answerGraphQLErrors";
import { EncodedData } from "./encodedData";
import { operationKey } from "./operationKey";
import { variableErrors } from "./variableErrors";

type Asked = GraphQLRequestContextResponseForOperation<GatewayContext>;
type Body = GraphQLResponse["body"];

/** The parts as Apollo's clients take them. */
const deferSpec = "deferSpec=20220824";

/** What answers in parts, and how it speaks. */
export interface DeferParts {
  readonly engine: () => Engine | undefined;
  /** What the schema asks of callers; null where that is not asked. */
  readonly judge: Judge | null;
  /** What a client reads of an error. */
  readonly shownError: ShownError;
}

/** Turns an error into what a client may read of it. */
export type ShownError = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

/**
 * Answers operations with `@defer` in parts, to clients that take parts (`deferSpec=20220824`); Apollo Server asks its
 * executor for one result only. To others, and where a gate refuses something, the executor answers all at once.
 */
export function deferPlugin(parts: DeferParts): ApolloServerPlugin<GatewayContext> {
  const listener = { responseForOperation: (asked: Asked) => inParts(parts, asked) };
  return { requestDidStart: () => Promise.resolve(listener) };
}

async function inParts(
  { engine: running, judge, shownError }: DeferParts,
  asked: Asked,
): Promise<GraphQLResponse | null> {
  const { contextValue, document, operation, request, queryHash = "", operationName } = asked;
  if (!hasDefer(document) || request.http?.headers.get("accept")?.includes(deferSpec) !== true) return null;
  const engine = running();
  const { variables = {} } = request;
  if (!engine || variableErrors(engine.schema, operation, variables)) return null;
  if (judge && judge(document, operation, contextValue.caller).refusals.length > 0) return null;
  const key = operationKey(queryHash, operationName);
  const answer = await engine.execute({ key, document, operation, variables, deferring: true, context: contextValue });
  const telling: Telling = {
    notices: () => contextValue.redisclosures.extensions(),
    shown: (errors) => answerGraphQLErrors(errors).map((each) => shownError(each.toJSON(), each)),
  };
  return { http: { headers: new HeaderMap() }, body: bodyOf(answer, telling) };
}

/** What is told beside the data. */
interface Telling {
  readonly shown: (errors: readonly AnswerError[]) => readonly GraphQLFormattedError[];
  /** What has to accompany the data that came so far. */
  readonly notices: () => Readonly<Record<string, unknown>>;
}

function bodyOf({ json, errors, later }: EngineAnswer, telling: Telling): Body {
  const data = new EncodedData(json);
  const told = errorsOf(errors, telling);
  if (!later) return { kind: "single", singleResult: { data: data as unknown as Record<string, unknown>, ...told } };
  const notices = telling.notices();
  return {
    kind: "incremental",
    initialResult: { data: data.toJSON(), ...told, hasNext: true, ...(hasAny(notices) && { extensions: notices }) },
    subsequentResults: stepsOf(later, telling),
  } as unknown as Body;
}

/** Each step with the notices that accompany it: a client may show it before it has the others. */
async function* stepsOf(later: AsyncIterable<IncrementalStep>, telling: Telling): AsyncGenerator<object> {
  for await (const { parts, hasNext } of later) {
    const notices = telling.notices();
    const extensions = hasAny(notices) ? { extensions: notices } : {};
    yield { incremental: parts.map((part) => partOf(part, telling)), hasNext, ...extensions };
  }
}

const errorsOf = (errors: readonly AnswerError[], { shown }: Telling) =>
  errors.length > 0 ? { errors: shown(errors) } : {};

const partOf = ({ data, path, label, errors }: IncrementalPart, telling: Telling): object => ({
  data: JSON.parse(data.toString("utf8")) as unknown,
  path,
  ...(label !== undefined && { label }),
  ...errorsOf(errors, telling),
});

const hasAny = (record: Readonly<Record<string, unknown>>): boolean => Object.keys(record).length > 0;

const deferring = new WeakMap<DocumentNode, boolean>();

function hasDefer(document: DocumentNode): boolean {
  const known = deferring.get(document);
  if (known !== undefined) return known;
  let found = false;
  visit(document, { [Kind.DIRECTIVE]: ({ name }) => void (found ||= name.value === "defer") });
  deferring.set(document, found);
  return found;
}
