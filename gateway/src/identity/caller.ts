import { Role, type ViewerClaims } from "@corespond/kit";

/** Who asks, and what their token allows: all that the coarse gates of the schema may look at, beside the document. */
export interface Caller {
  readonly viewer: ViewerClaims;
  readonly machine: boolean;
  /** Whether they signed in as criminal justice information asks. */
  readonly strong: boolean;
  /** The authentication context classes that would have been strong (RFC 9470). */
  readonly acrValues: readonly string[];
}

/** A caller whom this process vouches for, without a token: the demonstration's own actors. */
export function vouchedFor(viewer: ViewerClaims): Caller {
  const machine = viewer.role === Role.PARTNER_CLIENT;
  return { viewer, machine, strong: !machine && viewer.role !== Role.ANONYMOUS, acrValues: [] };
}
