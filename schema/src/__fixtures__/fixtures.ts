import { readFileSync } from "node:fs";
import path from "node:path";
import { compose } from "../compose";

/** Four small slices that follow every convention: not the real ones. */
export const fixtures = ["agencies", "people", "referrals", "resources"].map((name) => ({
  name,
  sdl: readFileSync(path.join(__dirname, `${name}.graphql`), "utf8"),
}));

/** What the four compose to. */
export const fixtureSupergraph = composed();

function composed(): string {
  const result = compose(fixtures);
  if (!result.ok) throw new Error(result.errors.map(({ message }) => message).join("\n"));
  return result.supergraphSdl;
}
