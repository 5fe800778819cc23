import { existsSync, readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { RouteAnswer, RouteHandler, RouteRequest } from "@corespond/kit";
import { z } from "zod";

/** Where `npm run build` puts GraphiQL, seen from the sources and from the build alike. */
export const builtAssets = path.join(__dirname, "..", "..", "dist", "graphiql", "assets");

const manifestSchema = z.object({
  script: z.string(),
  style: z.string(),
  workers: z.object({ editor: z.string(), graphql: z.string(), json: z.string() }),
});

/** Which of the built files the page starts with. */
export type GraphiqlManifest = z.infer<typeof manifestSchema>;

/** Reads what the build left; undefined where nothing has been built. */
export function readManifest(directory: string): GraphiqlManifest | undefined {
  const file = path.join(directory, "manifest.json");
  return existsSync(file) ? manifestSchema.parse(JSON.parse(readFileSync(file, "utf8"))) : undefined;
}

const mediaTypes: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
};

/** A route for each built file. Their names are hashes of what they hold, so that browsers may keep them for ever. */
export function assetRoutes(directory: string, base: string): Readonly<Record<string, RouteHandler>> {
  const names = readdirSync(directory).filter((name) => path.extname(name) in mediaTypes);
  return Object.fromEntries(names.map((name) => [`GET ${base}/${name}`, assetRoute(path.join(directory, name))]));
}

function assetRoute(file: string): RouteHandler {
  return async (request): Promise<RouteAnswer> => {
    const compressed = acceptsGzip(request);
    const headers = {
      "content-type": mediaTypes[path.extname(file)] ?? "application/octet-stream",
      "cache-control": "public, max-age=31536000, immutable",
      vary: "accept-encoding",
    };
    return {
      status: 200,
      headers: compressed ? { ...headers, "content-encoding": "gzip" } : headers,
      body: await readFile(compressed ? `${file}.gz` : file),
    };
  };
}

function acceptsGzip({ headers }: RouteRequest): boolean {
  return /(^|,)\s*gzip\s*(,|$)/i.test(String(headers["accept-encoding"] ?? ""));
}
