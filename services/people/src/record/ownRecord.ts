import { Role } from "@corespond/kit";

/**
 * The right of whom data are about to see them (Minn. Stat. 13.04, subd. 3), given by the sign-in to the records that it
 * was linked to after proof of identity. It gives nothing of others: not who reported, who recorded, or who is a guardian.
 */
export const ofOwnRecord = {
  roles: [Role.RESIDENT],
  relation: "the person whom it is about",
  basis: "OWN_RECORD",
  source: "Minn. Stat. 13.04, subd. 3",
} as const;
