import type { GatewayContext } from "../gatewayContext";
import { networkOf } from "./networkOf";

/**
 * Whose budget a request spends: that of the client together with the person for whom it asks, so that one person's script
 * does not stop a whole agency's console; a machine asks for itself. Who has not signed in is known by address. Undefined
 * for what this process asks itself.
 */
export function clientOf({ viewer, door }: Pick<GatewayContext, "viewer" | "door">): string | undefined {
  if (!door) return undefined;
  return viewer.id === null
    ? `address ${networkOf(door.address ?? "unknown")}`
    : `client ${viewer.client} ${viewer.id}`;
}
