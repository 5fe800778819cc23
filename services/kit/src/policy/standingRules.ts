import { Role } from "../viewer/role";
import type { RowRule } from "./rowRule";

/** Every role there is, the hub itself included. */
export const everyRole: readonly Role[] = Object.values(Role);

/** Rows that anybody may read, without signing in. */
export const publicRows: RowRule = {
  id: "public",
  roles: everyRole,
  relation: "everybody",
  basis: "PUBLIC",
  source: "public data",
};

/** Rows that the hub itself reads or writes: imports, configuration, event consumers. No person acts as it. */
export const byTheHub: RowRule = {
  id: "hub",
  roles: [Role.SYSTEM],
  relation: "the hub itself",
  basis: "STATUTE",
  source: "its own bookkeeping",
};

/** Nobody but the hub writes such rows. */
export const writtenByTheHub = { insert: [byTheHub], update: [byTheHub], delete: [byTheHub] } as const;
