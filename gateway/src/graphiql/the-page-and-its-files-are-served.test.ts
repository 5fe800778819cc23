import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import type { RouteAnswer } from "@corespond/kit";
import { graphiqlPage, type GraphiqlPage } from "./graphiqlPage";

const script = "console.log('the page')";
const workers = { editor: "editor-1.js", graphql: "graphql-2.js", json: "json-3.js" };
let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "graphiql page-"));
});

afterEach(() => rm(directory, { recursive: true }));

async function builtPage(defaultQuery = "{ agencies }"): Promise<GraphiqlPage> {
  const manifest = { script: "main-4.js", style: "main-5.css", workers };
  await writeFile(path.join(directory, "manifest.json"), JSON.stringify(manifest));
  await writeFile(path.join(directory, "main-4.js"), script);
  await writeFile(path.join(directory, "main-4.js.gz"), gzipSync(script));
  await writeFile(path.join(directory, "main-5.css"), "body {}");
  await writeFile(path.join(directory, "main-4.js.LEGAL.txt"), "MIT");
  return graphiqlPage({ defaultQuery, directory });
}

async function get({ routes }: GraphiqlPage, route: string, encoding?: string): Promise<RouteAnswer> {
  const headers = encoding === undefined ? {} : { "accept-encoding": encoding };
  const handler = routes[route];
  if (handler === undefined) throw new Error(`There is no route ${route}.`);
  return await handler({ headers, url: "/", body: Buffer.alloc(0), remoteAddress: undefined });
}

test("the page names its files relatively, so that it works behind a prefix", async () => {
  const { body } = (await builtPage()).htmlPage();
  expect(body).toContain('<link rel="stylesheet" href="graphiql/main-5.css">');
  expect(body).toContain('<script type="module" src="graphiql/main-4.js"></script>');
  expect(body).toContain('"graphql":"graphiql/graphql-2.js"');
});

test("the page allows itself what is its own and nothing else", async () => {
  const { headers } = (await builtPage()).htmlPage();
  const policy = headers?.["content-security-policy"]?.split("; ");
  expect(policy).toEqual([
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self' data:",
    "img-src 'self' data:",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]);
});

test("a query cannot end the script element that it stands in", async () => {
  const query = "# </script><script>alert(1)</script>";
  const body = String((await builtPage(query)).htmlPage().body);
  const [, config = ""] = /id="config">(.*?)<\/script>/s.exec(body) ?? [];
  expect(JSON.parse(config)).toMatchObject({ defaultQuery: query });
});

test("its files may be kept for ever, and come compressed to those who take that", async () => {
  const page = await builtPage();
  const plain = await get(page, "GET /graphiql/main-4.js");
  expect(plain).toMatchObject({
    status: 200,
    headers: {
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "public, max-age=31536000, immutable",
      vary: "accept-encoding",
    },
  });
  expect(plain.headers).not.toHaveProperty("content-encoding");
  expect(String(plain.body)).toBe(script);
  const compressed = await get(page, "GET /graphiql/main-4.js", "br, gzip, deflate");
  expect(compressed.headers).toMatchObject({ "content-encoding": "gzip" });
  expect(String(gunzipSync(compressed.body))).toBe(script);
  expect((await get(page, "GET /graphiql/main-4.js", "gzip;q=0")).headers).not.toHaveProperty("content-encoding");
});

test("only scripts and styles are served", async () => {
  expect(Object.keys((await builtPage()).routes).sort()).toEqual([
    "GET /graphiql/main-4.js",
    "GET /graphiql/main-5.css",
  ]);
});

test("where nothing has been built, the page says so and there are no files", () => {
  const { htmlPage, routes } = graphiqlPage({ defaultQuery: "{ agencies }", directory });
  expect(htmlPage()).toMatchObject({ status: 200, body: expect.stringContaining("npm run build") });
  expect(routes).toEqual({});
});

test("a manifest that is not one is refused at the start", async () => {
  await writeFile(path.join(directory, "manifest.json"), '{ "script": 1 }');
  expect(() => graphiqlPage({ defaultQuery: "{ agencies }", directory })).toThrow(/script/);
});
