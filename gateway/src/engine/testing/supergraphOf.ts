import { composeServices } from "@apollo/composition";
import { parse } from "graphql";

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires", "@interfaceObject", "@composeDirective"])';

/** Composes slices that are nowhere; each SDL may use `@key`, `@external`, `@requires`, `@interfaceObject` and `@composeDirective`. */
export function supergraphOf(slices: Readonly<Record<string, string>>): string {
  const services = Object.entries(slices).map(([name, sdl]) => ({
    name,
    url: `http://${name}.invalid`,
    typeDefs: parse(`${link} ${sdl}`),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) throw new Error(errors?.map(({ message }) => message).join("\n"));
  return supergraphSdl;
}
