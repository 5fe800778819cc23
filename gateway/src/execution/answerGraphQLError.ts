import { GraphQLError } from "graphql";

import type { AnswerError } from "../engine/run/sliceError";

/** An error of the engine's answer as Apollo Server and the house's masks take it. */
export const answerGraphQLError = ({ message, path, extensions }: AnswerError): GraphQLError =>
  new GraphQLError(message, { ...(path && { path }), extensions });
