import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { ApolloServer } from "@apollo/server";
import { demoRoutes, graphiqlPage } from "@corespond/gateway";
import { serveHttp } from "@corespond/kit";

/** The query that stands in the editor when the page opens; its comment would end a careless page's script. */
const defaultQuery = "# </script><script>document.title = 'taken'</script>\n{\n  whoAmI\n}\n";

/** A graph that says who asks, with its page. */
export interface ToyGraph {
  readonly url: string;
  readonly origin: string;
  /** How often somebody signed in. */
  readonly signIns: () => number;
  readonly stop: () => Promise<void>;
}

interface ToyOptions {
  readonly offersAccounts: boolean;
  /** How long a token lasts. */
  readonly tokenSeconds: number;
}

const accounts = [
  { account: "officer", role: "Officer", name: "Olga Testperson" },
  { account: "worker", role: "Social worker", name: "Wim Example" },
];

/** Starts the toy graph behind the real door, with the page as the build makes it. */
export async function startToyGraph({ offersAccounts, tokenSeconds }: ToyOptions): Promise<ToyGraph> {
  await buildPageOnce();
  let signIns = 0;
  const signIn = (account: string): Promise<{ readonly token: string; readonly expiresAt: string }> => {
    signIns += 1;
    const expiresAt = new Date(Date.now() + tokenSeconds * 1_000).toISOString();
    return Promise.resolve({ token: `secret-${account}-${signIns}`, expiresAt });
  };
  const apollo = new ApolloServer<{ readonly authorization: string }>({
    typeDefs: "type Query { whoAmI: String! }",
    resolvers: { Query: { whoAmI: (_: unknown, __: unknown, { authorization }) => `asked with ${authorization}` } },
    introspection: true,
    stopOnTerminationSignals: false,
  });
  await apollo.start();
  const page = graphiqlPage({ defaultQuery });
  const server = await serveHttp({
    apollo,
    context: ({ headers }) => Promise.resolve({ authorization: headers.authorization ?? "nothing" }),
    host: "127.0.0.1",
    port: 0,
    htmlPage: page.htmlPage,
    routes: { ...page.routes, ...(offersAccounts ? demoRoutes({ accounts, signIn }) : {}) },
  });
  const stop = async (): Promise<void> => {
    await server.close(0);
    await apollo.stop();
  };
  return { url: server.url, origin: server.origin, signIns: () => signIns, stop };
}

async function buildPageOnce(): Promise<void> {
  const gateway = path.join(__dirname, "..", "..", "gateway");
  if (!existsSync(path.join(gateway, "dist", "graphiql", "assets", "manifest.json"))) {
    await promisify(execFile)(process.execPath, [path.join(gateway, "scripts", "bundle-graphiql.mjs")]);
  }
}
