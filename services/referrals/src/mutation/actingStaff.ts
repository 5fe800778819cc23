import { invariant, type Viewer } from "@corespond/kit";

/** The staff member who acts. Every action has authorized its viewer before it begins, so there is one. */
export function actingStaff({ id }: Viewer): string {
  invariant(id, "an action has a signed-in viewer");
  return id;
}
