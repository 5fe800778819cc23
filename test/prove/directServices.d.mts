import type { As } from "../e2e/harness/startTestHub";

/** A service that takes referrals directly and is no protected program. */
export interface DirectService {
  readonly id: string;
  readonly name: string;
  readonly organization: { readonly id: string };
}

/** Every such service. */
export function directServices(as: As): Promise<readonly DirectService[]>;

/** The id of such a service of the organization that the demonstration's provider works for. */
export function demoService(as: As): Promise<string>;
