import type { AgencyKey } from "../county/countyAgencies";
import type { DemoLogin } from "../county/countyStaff";
import type { OrganizationKey } from "../directory/directoryOrganizations";
import type { ServiceKey } from "../directory/directoryServices";

/** Fields of an action's input as GraphQL takes them: the graph itself checks them. */
export type InputFields = Readonly<Record<string, unknown>>;

/** A call for service about a resident. `key` is its incident number's end; minutes follow on `hoursAgo`. */
export interface StoryCall {
  readonly key: string;
  readonly by: DemoLogin;
  /** Whose call it is; a dispatcher names the agency, an officer's is the own one. */
  readonly agency?: AgencyKey;
  readonly hoursAgo: number;
  readonly answeredAfter: number;
  readonly closedAfter: number;
  /** What the resident is in it; nobody known where it is left out. */
  readonly role?: "CALLER" | "SUBJECT";
  readonly input: InputFields;
}

/** Something done to a referral that gives no id for later steps. */
export interface StoryStep {
  readonly by: DemoLogin;
  readonly action:
    | "acceptReferral"
    | "rejectReferral"
    | "recordContact"
    | "putReferralOnHold"
    | "resumeReferral"
    | "completeReferral"
    | "cancelReferral"
    | "withdrawReferral";
  /** When it happened, for actions that take a time. */
  readonly hoursAgo?: number;
  readonly input?: InputFields;
}

/** What a provider, or the social worker, does to a service referral. */
export interface StoryAnswer {
  readonly by: DemoLogin;
  readonly action:
    "acceptServiceReferral" | "rejectServiceReferral" | "completeServiceReferral" | "cancelServiceReferral";
  readonly input?: InputFields;
}

/** A resident referred on to a service, and what became of it. */
export interface StoryServiceReferral {
  readonly by: DemoLogin;
  readonly action: "referToService";
  readonly service: ServiceKey;
  readonly input: InputFields;
  readonly answers: readonly StoryAnswer[];
}

/** A referral and what became of it, in order. */
export interface StoryReferral {
  readonly by: DemoLogin;
  readonly agency?: AgencyKey;
  /** The call that it comes from, by key. */
  readonly call?: string;
  readonly hoursAgo: number;
  readonly input: InputFields;
  readonly steps: readonly (StoryStep | StoryServiceReferral)[];
}

/** A consent that the resident has signed, before anybody is referred on by it. */
export interface StoryConsent {
  /** Who records it. */
  readonly by: DemoLogin;
  readonly categories: readonly string[];
  readonly agencies: readonly AgencyKey[];
  readonly organizations: readonly OrganizationKey[];
  readonly daysAgo: number;
  readonly expiresInDays: number;
  readonly isRevoked?: true;
  /** Who gave it, and what else it states. */
  readonly input: InputFields;
}

/** One resident's story: registered once, called about, referred, helped. Residents share nothing, so their stories run side by side. */
export interface StoryResident {
  readonly key: string;
  readonly registeredBy: DemoLogin;
  readonly person: InputFields;
  readonly calls: readonly StoryCall[];
  readonly referrals: readonly StoryReferral[];
  readonly consents?: readonly StoryConsent[];
  /** The demonstration account by which the resident signs in to see the own record. */
  readonly signsInAs?: string;
}
