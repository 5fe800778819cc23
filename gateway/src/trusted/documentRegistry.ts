import type { ViewerClaims } from "@corespond/kit";

import { hashOf, type TrustedDocument } from "./documentManifest";

/** Who wants to run a document. */
export type Asker = Pick<ViewerClaims, "client" | "role">;

/** The registered documents, by id and by the hash of their text; several manifests may register the same. */
export class DocumentRegistry {
  readonly #byKey = new Map<string, TrustedDocument[]>();

  constructor(documents: readonly TrustedDocument[]) {
    for (const document of documents)
      for (const key of new Set([document.id, document.hash]))
        this.#byKey.set(key, [...(this.#byKey.get(key) ?? []), document]);
  }

  get isEmpty(): boolean {
    return this.#byKey.size === 0;
  }

  /** The text registered under an id, or a hash, for this asker. */
  textOf(id: string, asker: Asker): string | undefined {
    return (
      this.#byKey.get(id.toLowerCase())?.find(opensTo(asker))?.body ?? this.#byKey.get(id)?.find(opensTo(asker))?.body
    );
  }

  /** Whether a text is registered for this asker, exactly as it stands. */
  holds(text: string, asker: Asker): boolean {
    return (
      this.#byKey.get(hashOf(text))?.some((document) => document.body === text && opensTo(asker)(document)) ?? false
    );
  }
}

const opensTo =
  ({ client, role }: Asker) =>
  ({ clients, roles }: TrustedDocument): boolean =>
    (clients === null || clients.includes(client)) && (roles === null || roles.includes(role));
