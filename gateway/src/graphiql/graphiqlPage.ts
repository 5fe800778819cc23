import type { RouteAnswer, RouteHandler } from "@corespond/kit";
import { assetRoutes, builtAssets, readManifest, type GraphiqlManifest } from "./graphiqlAssets";

interface GraphiqlPageOptions {
  /** What stands in the editor when the page is first opened. */
  readonly defaultQuery: string;
  /** Where the built files are; for tests. */
  readonly directory?: string;
  /** Origins beside our own that the page may ask: the one that gives it tokens. */
  readonly connectTo?: () => readonly string[];
}

/** What `serveHttp` serves to a browser at the graph's URL: the page, and the files that it loads. */
export interface GraphiqlPage {
  readonly htmlPage: () => RouteAnswer;
  readonly routes: Readonly<Record<string, RouteHandler>>;
}

/** The files' folder, beside the graph's own path; the page names it relatively, so that a proxy may add a prefix. */
const folder = "graphiql";

/**
 * Monaco writes its colours and positions into style elements and attributes, hence `unsafe-inline` for styles, and
 * GraphiQL's style sheet carries its fonts and cursors within itself, hence `data:`. Everything else is ours or nothing.
 */
const contentSecurityPolicy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const pageHeaders = (origins: readonly string[]) => ({
  "content-type": "text/html; charset=utf-8",
  "content-security-policy":
    origins.length === 0 ? contentSecurityPolicy : `${contentSecurityPolicy}; connect-src 'self' ${origins.join(" ")}`,
  "referrer-policy": "no-referrer",
  "x-frame-options": "DENY",
});

/** Makes the page. Where GraphiQL has not been built, the page says so and the graph works all the same. */
export function graphiqlPage({
  defaultQuery,
  directory = builtAssets,
  connectTo = () => [],
}: GraphiqlPageOptions): GraphiqlPage {
  const manifest = readManifest(directory);
  const body = manifest === undefined ? unbuiltHtml : pageHtml(manifest, defaultQuery);
  return {
    htmlPage: () => ({ status: 200, headers: pageHeaders(connectTo()), body }),
    routes: manifest === undefined ? {} : assetRoutes(directory, `/${folder}`),
  };
}

function pageHtml({ script, style, workers }: GraphiqlManifest, defaultQuery: string): string {
  const workerFiles = Object.entries(workers).map(([label, file]) => [label, `${folder}/${file}`]);
  const config = { defaultQuery, workers: Object.fromEntries(workerFiles) as Record<string, string> };
  return document(`
    <link rel="stylesheet" href="${folder}/${style}">
    <script type="application/json" id="config">${jsonInHtml(config)}</script>
    <script type="module" src="${folder}/${script}"></script>`);
}

const unbuiltHtml = document(
  "",
  "<p>This is a GraphQL endpoint. Its page has not been built: <code>npm run build</code>.</p>",
);

function document(head: string, page = ""): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Corespond graph</title>
    <link rel="icon" href="data:,">${head}
  </head>
  <body><div id="page">${page}</div></body>
</html>
`;
}

/** JSON whose text cannot end the script element that it stands in. */
function jsonInHtml(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", String.raw`\u003c`);
}
