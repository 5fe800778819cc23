import { composeServices } from "@apollo/composition";
import { Supergraph } from "@apollo/federation-internals";
import { buildASTSchema, parse, printSchema, type GraphQLSchema } from "graphql";

import type { Fixture } from "./fixture";

/** A composed fixture. */
export interface Composed {
  readonly sdl: string;
  /** What clients see. */
  readonly api: GraphQLSchema;
  /** All that slices tell each other, too. */
  readonly whole: GraphQLSchema;
}

const composed = new WeakMap<Fixture, Composed>();

/** Composes a fixture's slices; throws, saying why, where they do not compose. */
export function compose(fixture: Fixture): Composed {
  const known = composed.get(fixture);
  if (known) return known;
  const services = Object.entries(fixture.slices).map(([name, sdl]) => ({
    name,
    url: `http://${name}.invalid`,
    typeDefs: parse(sdl, { noLocation: true }),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (!supergraphSdl) throw new Error(`${fixture.name}: ${errors?.map(({ message }) => message).join("; ")}`);
  const result = {
    sdl: supergraphSdl,
    api: apiSchema(supergraphSdl),
    whole: buildASTSchema(parse(supergraphSdl, { noLocation: true }), { assumeValidSDL: true, assumeValid: true }),
  };
  composed.set(fixture, result);
  return result;
}

function apiSchema(sdl: string): GraphQLSchema {
  const schema = Supergraph.buildForTests(sdl, true).apiSchema().toGraphQLJSSchema();
  return buildASTSchema(parse(printSchema(schema), { noLocation: true }), { assumeValid: true, assumeValidSDL: true });
}
