import { type Viewer, viewerSql } from "@corespond/kit";

/**
 * The condition that a referral, under an alias, is of the viewer's own caseload, or of one that is lent to the viewer
 * today.
 */
export const ownCase = (alias: string): string =>
  `${alias}.owner_id = ANY (${viewerSql.covers} || (${viewerSql.id})::uuid)`;

/** Whether a viewer acts as the owner of what somebody owns: as the owner, or as who covers for the owner today. */
export function actsAsOwner({ id, covers }: Viewer, ownerId: string | null): boolean {
  return ownerId !== null && (ownerId === id || covers.includes(ownerId));
}
