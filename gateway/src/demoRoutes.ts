import type { RouteAnswer, RouteHandler, RouteRequest } from "@corespond/kit";
import { z } from "zod";

/** A demonstration account as the sign-in list shows it. */
export interface DemoAccount {
  readonly account: string;
  readonly role: string;
  readonly name: string;
}

/** Where the page signs in, and as which client. */
export interface DemoProvider {
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly clientId: string;
}

/** What demonstration sign-in needs. */
export interface DemoSignIn {
  readonly accounts: readonly DemoAccount[];
  /** The OpenID provider at which the page signs in as it would in production; undefined while there is none. */
  readonly provider?: () => DemoProvider | undefined;
  readonly signIn: (account: string) => Promise<{ readonly token: string; readonly expiresAt: string }>;
}

const signInBody = z.object({ account: z.string() });

/**
 * Sign-in by choosing an account, for a demonstration on one machine. Only a page of this very origin gets a token: the
 * `host` must be loopback (a foreign name that resolves here is refused), and the header cannot be set across origins.
 */
export function demoRoutes({ accounts, signIn, provider }: DemoSignIn): Readonly<Record<string, RouteHandler>> {
  return {
    "GET /demo/accounts": (request) => Promise.resolve(isLocal(request) ? json(200, accounts.map(shown)) : refused),
    "GET /demo/provider": (request) => {
      const offered = isLocal(request) ? provider?.() : undefined;
      return Promise.resolve(offered ? json(200, offered) : json(200, null));
    },
    "POST /demo/sign-in": async (request) => {
      if (!isLocal(request) || request.headers["x-corespond-demo"] !== "1") return refused;
      const asked = signInBody.safeParse(parsed(request.body));
      const account = asked.success ? accounts.find((one) => one.account === asked.data.account) : undefined;
      return account
        ? json(200, await signIn(account.account))
        : json(404, { message: "There is no such demonstration account." });
    },
  };
}

const shown = ({ account, role, name }: DemoAccount): DemoAccount => ({ account, role, name });

const json = (status: number, body: unknown): RouteAnswer => ({ status, body: JSON.stringify(body) });

const refused = json(403, { message: "Demonstration sign-in answers pages of this machine only." });

const loopbackHosts = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

const loopbackAddresses: ReadonlySet<string | undefined> = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);

function isLocal({ headers, remoteAddress }: RouteRequest): boolean {
  return loopbackAddresses.has(remoteAddress) && loopbackHosts.test(headers.host ?? "");
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
