import type { LoaderDefinition } from "@corespond/kit";

import { grantRelated, type Wanted } from "./record.grants";

/** A loader that reads only after the referrals slice has said what of the wanted the viewer may see by a relation. */
export function grantedLoader<K, V>(
  loader: LoaderDefinition<K, V>,
  wanted: (keys: readonly K[]) => Wanted,
): LoaderDefinition<K, V> {
  return {
    ...loader,
    async batch(context, keys) {
      await grantRelated(context, wanted(keys));
      return await loader.batch(context, keys);
    },
  };
}
