import { writeFile } from "node:fs/promises";

import { composeServices } from "@apollo/composition";
import { parse } from "graphql";

import { sliceSchemas } from "./benchmarkGraph.mjs";

/** Composes the benchmark's slices, at these addresses, into a supergraph. */
export function benchmarkSupergraph(urls) {
  const slices = Object.entries(sliceSchemas).map(([name, sdl]) => ({ name, url: urls[name], typeDefs: parse(sdl) }));
  const { supergraphSdl, errors } = composeServices(slices);
  if (!supergraphSdl) throw new AggregateError(errors, "The benchmark's slices do not compose.");
  return supergraphSdl;
}

/** Writes the supergraph to a file, for gateways that take one. */
export async function writeSupergraph(file, urls) {
  await writeFile(file, benchmarkSupergraph(urls));
}
