import { demoAccounts } from "../demo/demoAccounts";
import { firstQuery } from "./firstQuery";

interface WelcomeFacts {
  readonly url: string;
  readonly askedPort: number;
  readonly port: number;
  readonly production: boolean;
}

const query = firstQuery.replaceAll(/\s+/g, " ").trim();

/** What the hub prints once the graph is open: where, how to sign in, and a query to paste. */
export function welcome({ url, askedPort, port, production }: WelcomeFacts): string {
  const taken =
    port === askedPort ? [] : [`Port ${String(askedPort)} is taken, so the graph is on ${String(port)}.`, ""];
  if (production) return ["", ...taken, `The graph is open: ${url}`, ""].join("\n");
  const width = Math.max(...demoAccounts.map(({ role }) => role.length));
  const signIns = demoAccounts.map(
    ({ role, account, name }) => `  ${role.padEnd(width)}  npx corespond token ${account}   (${name})`,
  );
  return [
    "",
    ...taken,
    `The graph is open: ${url}`,
    "Open it in a browser for GraphiQL, and choose who you are at the top.",
    "",
    "Demonstration sign-ins (a token on standard output):",
    ...signIns,
    "",
    "A query to paste into a second terminal:",
    "",
    `  curl -s ${url} -H 'content-type: application/json' -H "authorization: Bearer $(npx corespond token officer)" \\`,
    `    -d '${JSON.stringify({ query })}'`,
    "",
    "Ctrl-C stops everything.",
    "",
  ].join("\n");
}
