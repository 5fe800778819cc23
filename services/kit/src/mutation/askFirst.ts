import type { RequestContext } from "../context/requestContext";
import type { Role } from "../viewer/role";

/**
 * Asks other slices what an action needs before its transaction opens. Asked inside it, a port that comes back to this
 * slice for an answer of its own would wait for a connection that the transaction holds. Whatever fails is told when
 * the action asks for the answer, so that a repeated request finds its first result even while another slice is down.
 */
export async function askFirst<A>(
  context: RequestContext,
  roles: readonly Role[],
  ask: () => Promise<A>,
): Promise<() => A> {
  if (!roles.includes(context.viewer.role)) return unasked;
  const [answer] = await Promise.allSettled([ask()]);
  return () => {
    if (answer.status === "rejected") throw answer.reason;
    return answer.value;
  };
}

const unasked = (): never => {
  throw new Error("An action went on for a role that it is not for.");
};
