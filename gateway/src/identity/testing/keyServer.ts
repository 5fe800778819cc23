import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK, type JWTHeaderParameters } from "jose";

import type { IssuerSettings } from "../issuerSettings";

/** An issuer in a test, which publishes its keys over HTTP and may take new ones. */
export interface TestIssuer {
  readonly settings: IssuerSettings;
  /** How often the keys were fetched. */
  readonly fetches: () => number;
  /** Publishes one new key in the place of the old one, and signs with it from now on. */
  rotate(): Promise<void>;
  /** Signs an access token; claims and header may be changed, `undefined` leaves one out. */
  sign(claims?: Readonly<Record<string, unknown>>, header?: Partial<JWTHeaderParameters>): Promise<string>;
  /** The public key that is published now. */
  readonly published: () => JWK;
  close(): void;
}

/** The issuer's name in its tokens. */
export const testIssuerName = "https://sign-in.police.example";

const now = (): number => Math.floor(Date.now() / 1000);

/** Starts an issuer whose keys are served on loopback. */
export async function startKeyServer(): Promise<TestIssuer> {
  let rotations = 0;
  let fetches = 0;
  let key: { readonly privateKey: CryptoKey; readonly jwk: JWK };
  const rotate = async (): Promise<void> => {
    rotations += 1;
    const { privateKey, publicKey } = await generateKeyPair("RS256");
    key = { privateKey, jwk: { ...(await exportJWK(publicKey)), kid: `key-${String(rotations)}`, alg: "RS256" } };
  };
  await rotate();
  const server = createServer((_request, response) => {
    fetches += 1;
    response.setHeader("content-type", "application/json").end(JSON.stringify({ keys: [key.jwk] }));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    settings: {
      issuer: testIssuerName,
      audience: "corespond",
      jwksUri: `http://127.0.0.1:${String(port)}/keys`,
    },
    fetches: () => fetches,
    rotate,
    published: () => key.jwk,
    sign: async (claims = {}, header = {}) => {
      const standard = { iss: testIssuerName, aud: "corespond", sub: "badge-7", iat: now(), exp: now() + 600 };
      return await new SignJWT({ ...standard, ...claims })
        .setProtectedHeader({ alg: "RS256", typ: "at+jwt", ...(key.jwk.kid && { kid: key.jwk.kid }), ...header })
        .sign(key.privateKey);
    },
    close: () => server.close(),
  };
}
