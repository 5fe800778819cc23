import { createHmac } from "node:crypto";

import { keysOf } from "../config/keysOf";

/**
 * Ids that another slice's port allowed this viewer, signed by this process for its own database
 * (`corespond.granted(kind)`), so that hand-written SQL on a stolen connection cannot claim a relation.
 */
export class Grants {
  readonly #ids = new Map<string, readonly string[]>();
  readonly #signer: GrantSigner;

  constructor(signer: GrantSigner) {
    this.#signer = signer;
  }

  /** Sets the allowed ids of one kind for the rest of the request. */
  allow(kind: string, ids: readonly string[]): void {
    this.#ids.set(kind, ids);
  }

  /** The allowed ids of one kind, or undefined where nobody has asked yet. */
  allowed(kind: string): readonly string[] | undefined {
    return this.#ids.get(kind);
  }

  /** The signed text for `corespond.grants`, empty where nothing was allowed. */
  token(): string {
    if (this.#ids.size === 0) return "";
    const { slice, key, viewer } = this.#signer;
    const claims = { ...Object.fromEntries(this.#ids), viewer: viewer.id, exp: viewer.exp };
    const signed = `${slice}/grants.${Buffer.from(JSON.stringify(claims), "utf8").toString("base64url")}`;
    return `${signed}.${createHmac("sha256", keysOf(key)[0]).update(signed).digest("base64url")}`;
  }
}

/** For whom, and with which key, grants are signed. */
export interface GrantSigner {
  readonly slice: string;
  readonly key: string;
  readonly viewer: { readonly id: string | null; readonly exp: number };
}
