/**
 * `node scripts/bundle-graphiql.mjs`: GraphiQL, its editor and the editor's workers become files of ours in
 * `dist/graphiql/assets`, so that the page needs nothing from elsewhere. `manifest.json` beside them says which file is
 * which, their names being hashes of what they hold.
 */
import { build } from "esbuild";
import { readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const gateway = fileURLToPath(new URL("..", import.meta.url));
const outdir = path.join(gateway, "dist/graphiql/assets");
const page = "src/graphiql/browser/main.jsx";

// Monaco is GraphiQL's affair: its workers must be of the very version that GraphiQL's editor is.
const graphiql = createRequire(createRequire(import.meta.url).resolve("graphiql"));
const graphiqlReact = createRequire(graphiql.resolve("@graphiql/react"));
const workers = {
  editor: graphiqlReact.resolve("monaco-editor/esm/vs/editor/editor.worker.js"),
  json: graphiqlReact.resolve("monaco-editor/esm/vs/language/json/json.worker.js"),
  graphql: graphiqlReact.resolve("monaco-graphql/esm/graphql.worker.js"),
};

const shared = {
  absWorkingDir: gateway,
  outdir,
  bundle: true,
  minify: true,
  metafile: true,
  entryNames: "[name]-[hash]",
  chunkNames: "[name]-[hash]",
  target: "es2022",
  legalComments: "external",
  logLevel: "warning",
  define: { "process.env.NODE_ENV": '"production"' },
};

/** GraphiQL's own style sheet holds Monaco's already. */
const withoutMonacoStyles = {
  name: "without-monaco-styles",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]monaco-editor[\\/].*\.css$/ }, () => ({ contents: "", loader: "css" }));
  },
};

/** The files of a build by the entry point that they came from. */
function outputsOf({ metafile }) {
  const outputs = Object.entries(metafile.outputs).filter(([, { entryPoint }]) => entryPoint !== undefined);
  return new Map(outputs.map(([file, output]) => [path.resolve(gateway, output.entryPoint), { file, ...output }]));
}

async function bundlePage() {
  const built = await build({
    ...shared,
    entryPoints: [page],
    format: "esm",
    splitting: true,
    jsx: "automatic",
    plugins: [withoutMonacoStyles],
  });
  const { file, cssBundle } = outputsOf(built).get(path.join(gateway, page));
  return { script: path.basename(file), style: path.basename(cssBundle) };
}

async function bundleWorkers() {
  const outputs = outputsOf(await build({ ...shared, entryPoints: Object.values(workers), format: "iife" }));
  const files = Object.entries(workers).map(([label, entry]) => [label, path.basename(outputs.get(entry).file)]);
  return Object.fromEntries(files);
}

async function compress() {
  for (const name of await readdir(outdir)) {
    await writeFile(path.join(outdir, `${name}.gz`), gzipSync(await readFile(path.join(outdir, name))));
  }
}

await rm(outdir, { recursive: true, force: true });
const manifest = { ...(await bundlePage()), workers: await bundleWorkers() };
await compress();
await writeFile(path.join(outdir, "manifest.json"), JSON.stringify(manifest, null, 2));
