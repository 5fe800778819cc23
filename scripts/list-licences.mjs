/**
 * Writes the list in docs/licences.md from package-lock.json, which holds every platform's packages and their licences;
 * `--check` only says whether it is up to date.
 */
import { readFile, writeFile } from "node:fs/promises";

const begin = "<!-- list: written by scripts/list-licences.mjs -->";
const end = "<!-- end of list -->";
const page = new URL("../docs/licences.md", import.meta.url);

/** What the browser page of the graph bundles: development dependencies that reach the reader all the same. */
const bundled = ["graphiql", "react", "react-dom"];

const lock = JSON.parse(await readFile(new URL("../package-lock.json", import.meta.url), "utf8"));

/** The entry that `name` means to the package at `from`: the nearest node_modules on the way up. */
function locate(from, name) {
  const candidate = `${from === "" ? "" : `${from}/`}node_modules/${name}`;
  if (candidate in lock.packages) return candidate;
  if (from === "") return undefined;
  return locate(from.includes("/node_modules/") ? from.slice(0, from.lastIndexOf("/node_modules/")) : "", name);
}

function closure(locations) {
  const reached = new Set();
  const visit = (location) => {
    if (location === undefined || reached.has(location)) return;
    reached.add(location);
    const { dependencies = {}, peerDependencies = {} } = lock.packages[location];
    for (const name of Object.keys({ ...dependencies, ...peerDependencies })) visit(locate(location, name));
  };
  locations.forEach(visit);
  return reached;
}

const isProduction = ({ dev, devOptional, link }) => !dev && !devOptional && !link;
const production = Object.keys(lock.packages).filter(
  (location) => location.includes("node_modules/") && isProduction(lock.packages[location]),
);

function listed(locations) {
  const byLicence = new Map();
  for (const location of locations) {
    const { version, license = "not stated" } = lock.packages[location];
    const name = location.slice(location.lastIndexOf("node_modules/") + "node_modules/".length);
    const versions = byLicence.get(license) ?? new Map();
    byLicence.set(license, versions.set(name, [...(versions.get(name) ?? []), version]));
  }
  return [...byLicence]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([licence, versions]) => {
      const names = [...versions].sort(([a], [b]) => (a < b ? -1 : 1));
      const lines = names.map(([name, found]) => `- \`${name}\` ${[...new Set(found)].sort().join(", ")}`);
      return `#### ${licence}\n\n${lines.join("\n")}`;
    });
}

const inTheBrowser = [...closure(bundled.map((name) => locate("gateway", name)))];
const list = [
  `### On the server (${production.length})`,
  ...listed(production),
  `### In the page of the graph, in the browser (${inTheBrowser.length})`,
  ...listed(inTheBrowser),
].join("\n\n");

const text = await readFile(page, "utf8");
const before = text.slice(0, text.indexOf(begin) + begin.length);
const updated = `${before}\n\n${list}\n\n${text.slice(text.indexOf(end))}`;

if (!process.argv.includes("--check")) await writeFile(page, updated);
else if (updated !== text) {
  console.error("docs/licences.md is not what package-lock.json says: run node scripts/list-licences.mjs");
  process.exitCode = 1;
}
