import { createHash } from "node:crypto";

import { Engine } from "@corespond/gateway";
import { getOperationAST, parse, validate, type FormattedExecutionResult } from "graphql";
import { getVariableValues } from "graphql/execution/values";

import type { StartEngine } from "./engine";
import { SliceHost } from "./sliceHost";
import { compose } from "./supergraph";

/** Our own engine over a fixture, without the server around it. */
export const startOurs: StartEngine = async (fixture) => {
  const host = new SliceHost(fixture);
  const engine = await Engine.start({
    supergraphSdl: compose(fixture).sdl,
    send: ({ slice, body }) => host.ask(slice, JSON.parse(body) as { query: string }),
    override: fixture.override ?? (() => false),
  });
  return {
    async execute({ query, variables = {}, operationName }, faults) {
      host.begin(faults);
      const document = parse(query, { noLocation: true });
      const invalid = validate(engine.schema, document);
      if (invalid.length > 0) return { errors: invalid.map((error) => error.toJSON()) };
      const operation = getOperationAST(document, operationName);
      if (!operation) return { errors: [{ message: "no such operation" }] };
      const { errors: bad } = getVariableValues(engine.schema, operation.variableDefinitions ?? [], variables);
      if (bad) return { errors: bad.map((error) => error.toJSON()) };
      const key = createHash("sha256")
        .update(`${operationName ?? ""} ${query}`)
        .digest("base64");
      const { json, errors } = await engine.execute({ key, document, operation, variables, context: undefined });
      const { data: read } = JSON.parse(json.toString()) as FormattedExecutionResult;
      return {
        ...(read !== undefined && { data: read }),
        ...(errors.length > 0 && { errors: JSON.parse(JSON.stringify(errors)) }),
      };
    },
    requests: () => host.count,
    stop: () => engine.close(),
  };
};
