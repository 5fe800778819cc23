import { createHash } from "node:crypto";

import { Engine, type EngineAnswer } from "@corespond/gateway";
import { getOperationAST, parse, validate, type FormattedExecutionResult } from "graphql";
import { getVariableValues } from "graphql/execution/values";

import type { StartEngine } from "./engine";
import { mergeParts, type LatePart } from "./mergeParts";
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
      return await wholeAnswer(await engine.execute({ key, document, operation, variables, context: undefined }));
    },
    requests: () => host.count,
    stop: () => engine.close(),
  };
};

/** The answer with all that comes later. */
async function wholeAnswer({ json, errors, later }: EngineAnswer): Promise<FormattedExecutionResult> {
  const parts: LatePart[] = [];
  const all = [...errors];
  for await (const step of later ?? [])
    for (const part of step.parts) {
      parts.push({ data: JSON.parse(part.data.toString()) as unknown, path: part.path });
      all.push(...part.errors);
    }
  const first = JSON.parse(json.toString()) as FormattedExecutionResult;
  const data = mergeParts(first.data, parts) as FormattedExecutionResult["data"];
  const told = JSON.parse(JSON.stringify(all)) as FormattedExecutionResult["errors"];
  return { ...(data !== undefined && { data }), ...(all.length > 0 && told && { errors: told }) };
}
