import type { PastReferral } from "@corespond/referrals";

import type { AgencyKey } from "../demo/county/countyAgencies";

/** A person of the tale, as an agency's record of them. Synthetic, and looks it. */
export interface TalePerson {
  /** Names the person within the tale; the record's key in its agency. */
  readonly key: string;
  readonly agency: AgencyKey;
  readonly given: string;
  readonly family: string;
  readonly birthDate: string;
}

/** A call for service, by the county's clock. */
export interface TaleCall {
  readonly agency: AgencyKey;
  readonly incidentNumber: string;
  readonly day: string;
  readonly minuteOfDay: number;
  /** One of the local codes of `natureCodes`. */
  readonly nature: string;
  readonly street: string;
  /** The person whom it is about, by key, where the agency's records say so. */
  readonly subject: string | null;
}

/** A referral that was worked, of a person by key. */
export interface TaleReferral extends Omit<PastReferral, "recordId"> {
  readonly person: string;
}

/** What happened in the county until a day, as the slices take it. */
export interface Tale {
  readonly persons: readonly TalePerson[];
  readonly calls: readonly TaleCall[];
  readonly referrals: readonly TaleReferral[];
}

/** One part of the tale after another. */
export function joinTales(...parts: readonly Tale[]): Tale {
  return {
    persons: parts.flatMap(({ persons }) => persons),
    calls: parts.flatMap(({ calls }) => calls),
    referrals: parts.flatMap(({ referrals }) => referrals),
  };
}
