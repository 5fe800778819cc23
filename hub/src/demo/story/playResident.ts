import { agencyId } from "../county/countyAgencies";
import { localIssuerName } from "../../issuer/localIssuer";
import type { DemoActors } from "../demoActors";
import { organizationId } from "../directory/directoryOrganizations";
import { serviceId } from "../directory/directoryServices";
import type { StoryClock } from "./storyClock";
import type {
  StoryAnswer,
  StoryCall,
  StoryConsent,
  StoryReferral,
  StoryResident,
  StoryServiceReferral,
  StoryStep,
} from "./storyResident";

/** What a story is played on. */
export interface Stage {
  readonly actors: DemoActors;
  readonly clock: StoryClock;
}

/** One action of a story. */
export type StoryAct = () => Promise<void>;

interface Named {
  readonly id: string;
}

/** A resident's story as actions that follow each other; each uses the ids that those before it made. */
export function playResident(stage: Stage, resident: StoryResident): readonly StoryAct[] {
  const scene = new Scene(stage, resident);
  const { calls, referrals, consents = [], signsInAs } = resident;
  return [
    () => scene.register(),
    ...calls.map((call) => () => scene.recordCall(call)),
    ...consents.map((consent, number) => () => scene.consent(consent, `consent-${String(number + 1)}`)),
    ...referrals.flatMap((referral, number) => scene.referral(referral, `referral-${String(number + 1)}`)),
    ...(signsInAs === undefined ? [] : [() => scene.signIn(signsInAs)]),
  ];
}

/** A resident on the stage, with the ids of what has been made so far. */
class Scene {
  readonly #stage: Stage;
  readonly #resident: StoryResident;
  readonly #made = new Map<string, string>();

  constructor(stage: Stage, resident: StoryResident) {
    this.#stage = stage;
    this.#resident = resident;
  }

  async register(): Promise<void> {
    const { registeredBy, person } = this.#resident;
    const made = await this.#stage.actors.act<{ person: Named; personRecord: Named }>(registeredBy, {
      name: "registerPerson",
      key: this.#key("registered"),
      input: person,
      select: "person { id } personRecord { id }",
    });
    this.#made.set("person", made.person.id).set("record", made.personRecord.id);
  }

  async recordCall({ key, by, agency, hoursAgo, answeredAfter, closedAfter, role, input }: StoryCall): Promise<void> {
    const { clock, actors } = this.#stage;
    const { call } = await actors.act<{ call: Named }>(by, {
      name: "recordCall",
      key: this.#key(key),
      input: {
        ...input,
        ...(agency && { agencyId: agencyId(agency) }),
        incidentNumber: `DEMO-${key}`,
        receivedAt: clock.hoursAgo(hoursAgo),
        answeredAt: clock.hoursAgo(hoursAgo, answeredAfter),
        closedAt: clock.hoursAgo(hoursAgo, closedAfter),
        subjects: role ? [{ personId: this.#id("person"), role }] : [],
      },
      select: "call { id }",
    });
    this.#made.set(key, call.id);
  }

  referral(referral: StoryReferral, key: string): readonly StoryAct[] {
    return [
      () => this.#submit(referral, key),
      ...referral.steps.flatMap((step, number) => {
        const stepKey = `${key}.${String(number + 1)}`;
        if (step.action !== "referToService") return [() => this.#step(step, { key: stepKey, referral: key })];
        return [
          () => this.#referToService(step, { key: stepKey, referral: key }),
          ...step.answers.map(
            (answer, index) => () =>
              this.#answer(answer, { key: `${stepKey}.${String(index + 1)}`, serviceReferral: stepKey }),
          ),
        ];
      }),
    ];
  }

  async consent(consent: StoryConsent, key: string): Promise<void> {
    const { clock, actors } = this.#stage;
    const { by, input, categories, agencies, organizations, daysAgo, expiresInDays } = consent;
    const granted = await actors.act<{ consent: Named }>(by, {
      name: "grantConsent",
      key: this.#key(key),
      input: {
        ...{ categories, purpose: "COC", signature: "WRITTEN", revocationRightStated: true, plainLanguage: true },
        ...input,
        recordId: this.#id("record"),
        disclosingAgencyIds: [agencyId("county")],
        granteeAgencyIds: agencies.map(agencyId),
        granteeOrganizationIds: organizations.map(organizationId),
        signedOn: clock.inDays(-daysAgo).slice(0, 10),
        expiresAt: clock.inDays(expiresInDays),
      },
      select: "consent { id }",
    });
    if (!consent.isRevoked) return;
    await actors.act(by, {
      name: "revokeConsent",
      key: this.#key(`${key}.revoked`),
      input: { consentId: granted.consent.id },
      select: "__typename",
    });
  }

  async signIn(subject: string): Promise<void> {
    await this.#stage.actors.act("privacy-officer", {
      name: "linkResidentLogin",
      key: this.#key("sign-in"),
      input: {
        ...{ issuer: localIssuerName, subject, recordIds: [this.#id("record")] },
        proofing: "Came in person with a made-up card that a made-up clerk looked at.",
      },
      select: "person { id }",
    });
  }

  async #submit({ by, agency, call, hoursAgo, input }: StoryReferral, key: string): Promise<void> {
    const { referral } = await this.#stage.actors.act<{ referral: Named }>(by, {
      name: "submitReferral",
      key: this.#key(key),
      input: {
        ...input,
        personId: this.#id("person"),
        ...(agency && { agencyId: agencyId(agency) }),
        ...(call !== undefined && { callId: this.#id(call) }),
        submittedAt: this.#stage.clock.hoursAgo(hoursAgo),
      },
      select: "referral { id }",
    });
    this.#made.set(key, referral.id);
  }

  async #step(
    { by, action, hoursAgo, input }: StoryStep,
    { key, referral }: { readonly key: string; readonly referral: string },
  ): Promise<void> {
    const { actors, clock } = this.#stage;
    const occurredAt = hoursAgo === undefined ? {} : { occurredAt: clock.hoursAgo(hoursAgo) };
    await actors.act(by, {
      name: action,
      key: this.#key(key),
      input: { ...input, ...occurredAt, referralId: this.#id(referral) },
      select: "__typename",
    });
  }

  async #referToService(
    { by, service, input }: StoryServiceReferral,
    { key, referral }: { readonly key: string; readonly referral: string },
  ): Promise<void> {
    const { serviceReferral } = await this.#stage.actors.act<{ serviceReferral: Named }>(by, {
      name: "referToService",
      key: this.#key(key),
      input: { ...input, referralId: this.#id(referral), serviceId: serviceId(service) },
      select: "serviceReferral { id }",
    });
    this.#made.set(key, serviceReferral.id);
  }

  async #answer(
    { by, action, input }: StoryAnswer,
    { key, serviceReferral }: { readonly key: string; readonly serviceReferral: string },
  ): Promise<void> {
    await this.#stage.actors.act(by, {
      name: action,
      key: this.#key(key),
      input: { ...input, serviceReferralId: this.#id(serviceReferral) },
      select: "__typename",
    });
  }

  #key(part: string): string {
    return `${this.#resident.key}.${part}`;
  }

  #id(name: string): string {
    const id = this.#made.get(name);
    if (id === undefined)
      throw new Error(`The demonstration's ${this.#resident.key} has no "${name}" before it is used.`);
    return id;
  }
}
