import type { SliceDefinition } from "@corespond/kit";
import { migrate, reachingDatabase } from "@corespond/kit";

import type { HubConfig } from "../config";
import { startEmbeddedPostgres, type EmbeddedPostgres } from "../postgres/embeddedPostgres";
import { ensureSliceDatabase } from "../postgres/sliceDatabase";
import type { Secrets } from "../secrets";

/** How the hub reaches one slice's database. */
export interface SliceAccess {
  readonly slice: SliceDefinition;
  readonly appUrl: string;
  readonly ownerUrl: string | undefined;
  readonly viewerKey: string;
}

/** The slices' databases, and the embedded server where one of them needs it. */
export interface Databases {
  readonly access: readonly SliceAccess[];
  readonly embedded: EmbeddedPostgres | undefined;
}

/** Finds every slice's database: where the environment says, else on the embedded server, which is started or attached to. */
export async function openDatabases(
  slices: readonly SliceDefinition[],
  config: HubConfig,
  secrets: Secrets,
): Promise<Databases> {
  const allExternal = slices.every(({ name }) => config.external[name]?.appUrl !== undefined);
  const embedded = allExternal
    ? undefined
    : await startEmbeddedPostgres({ dataFolder: `${config.dataFolder}/postgres` });
  const access: SliceAccess[] = [];
  for (const slice of slices) {
    const external = config.external[slice.name];
    const viewerKey = external?.viewerKey ?? secrets.viewerKeys[slice.name] ?? "";
    if (external?.appUrl !== undefined) {
      access.push({ slice, appUrl: external.appUrl, ownerUrl: external.ownerUrl, viewerKey });
    } else if (embedded) {
      const { appUrl, ownerUrl } = await ensureSliceDatabase(embedded, slice.name);
      access.push({ slice, appUrl, ownerUrl, viewerKey });
    }
  }
  return { access, embedded };
}

/** Brings a slice's database up to date, where the hub has the owner's role. */
export async function migrateSlice({ slice, appUrl, ownerUrl, viewerKey }: SliceAccess): Promise<void> {
  if (ownerUrl === undefined) return;
  const appRole = decodeURIComponent(new URL(appUrl).username);
  await reachingDatabase(slice.name, ownerUrl, () =>
    migrate({ ...slice, slice: slice.name, ownerUrl, appRole, viewerKey }),
  );
}
