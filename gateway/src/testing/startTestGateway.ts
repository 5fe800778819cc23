import { readFileSync } from "node:fs";
import { join } from "node:path";

import { createLog, Role, type GraphRequest } from "@corespond/kit";
import type { FormattedExecutionResult } from "graphql";

import { startKeyServer } from "../identity/testing/keyServer";
import { remoteIssuer } from "../identity/trustedIssuer";
import type { SliceTransport } from "../slices/sliceTransport";
import { startGateway, type GatewayOptions, type RunningGateway } from "../startGateway";

/** What a client reads of the gateway's answer. */
export interface TestAnswer extends FormattedExecutionResult {
  readonly status: number;
  readonly headers: Headers;
  readonly codes: readonly unknown[];
}

/** A gateway over HTTP whose slices answer what a test wants. */
export interface TestGateway {
  readonly gateway: RunningGateway;
  readonly url: string;
  /** Requests that reached a slice. */
  readonly sliceRequests: () => number;
  /** Posts a body, as nobody or as a subject through a client; a subject's role stands before its first dash. */
  ask(body: object, as?: { readonly subject: string; readonly client: string }): Promise<TestAnswer>;
  stop(): Promise<void>;
}

type Settings = Partial<Pick<GatewayOptions, "limits" | "metrics" | "trusted" | "supergraphSdl">>;

/** Starts it on our own supergraph; every slice gives `answer`. */
export async function startTestGateway(
  settings: Settings,
  answer: (request: GraphRequest) => FormattedExecutionResult,
): Promise<TestGateway> {
  let asked = 0;
  const slice: SliceTransport = {
    send(request) {
      asked += 1;
      return Promise.resolve(answer(request));
    },
    close: () => Promise.resolve(),
  };
  const issuer = await startKeyServer();
  const gateway = await startGateway({
    supergraphSdl: readFileSync(join(__dirname, "../../../schema/supergraph.graphql"), "utf8"),
    slices: { agencies: slice, people: slice, referrals: slice, resources: slice },
    keys: { agencies: "a", people: "b", referrals: "c", resources: "d" },
    identity: {
      issuers: [remoteIssuer(issuer.settings)],
      findStaff: ({ subject }) => Promise.resolve({ ...nobody, id: subject, role: roleOf(subject) }),
    },
    http: { host: "127.0.0.1", port: 0 },
    log: createLog({ name: "gateway", level: "silent" }),
    ...settings,
  });
  const { url } = await gateway.listen();
  return {
    gateway,
    url,
    sliceRequests: () => asked,
    async ask(body, as) {
      const token = as && (await issuer.sign({ sub: as.subject, client_id: as.client }));
      const accept = "application/graphql-response+json";
      const headers = {
        accept,
        "content-type": "application/json",
        ...(token && { authorization: `Bearer ${token}` }),
      };
      return await answerOf(await fetch(url, { method: "POST", headers, body: JSON.stringify(body) }));
    },
    async stop() {
      await gateway.close(0);
      issuer.close();
    },
  };
}

/** Reads an answer. */
export async function answerOf(response: Response): Promise<TestAnswer> {
  const result = (await response.json()) as FormattedExecutionResult;
  const codes = (result.errors ?? []).map(({ extensions }) => extensions?.["code"]);
  return { status: response.status, headers: response.headers, ...result, codes };
}

const nobody = { agencyId: null, organizationId: null, serves: [], covers: [], records: [] };

const roleOf = (subject: string): Role =>
  Object.values(Role).find((role) => role === subject.split("-", 1)[0]) ?? Role.OFFICER;
