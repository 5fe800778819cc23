import { randomUUID } from "node:crypto";

import { Role, type ViewerClaims } from "@corespond/kit";
import type { PortAnswers } from "@corespond/kit/testing";

interface Ids {
  readonly ids: readonly string[];
}

/** A program as the agencies slice tells of one. */
interface TestProgram {
  readonly id: string;
  readonly countyAgencyId: string;
  readonly timeZone: string;
  readonly memberships: readonly { agencyId: string; joinedOn: string; leftOn: string | null }[];
}

/** A consent as people knows one: on whose record, whom it names, and from when until when it holds for which purpose. */
export interface TestConsent {
  readonly id: string;
  readonly recordId: string;
  readonly regimes: readonly string[];
  readonly categories: readonly string[];
  readonly grantees: readonly string[];
  readonly purpose: string;
  readonly expiresAt: string | null;
  inForce: boolean;
}

/** Whether people would name a consent to a viewer: in force, for the request's purpose, to whom it names. */
function speaksFor({ inForce, purpose, grantees, regimes }: TestConsent, viewer: ViewerClaims): boolean {
  const police = viewer.role === Role.OFFICER || viewer.role === Role.DISPATCHER;
  const grantee = viewer.role === Role.PROVIDER ? viewer.organizationId : viewer.agencyId;
  const barred = police && regimes.some((regime) => regime === "PART_2" || regime === "VICTIM_RELEASE");
  return inForce && !barred && purpose === viewer.purpose && grantee !== null && grantees.includes(grantee);
}

/** Hours that never close, for tests that do not care. */
const always = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: "00:00", closes: "24:00" }));

/** What the other slices know, and whether they answer. */
export class Neighbours {
  readonly records = new Map<string, { recordId: string; personId: string; sourceAgencyId: string }>();
  readonly calls = new Map<string, { id: string; agencyId: string; recordIds: string[] }>();
  readonly services = new Map<string, Record<string, unknown>>();
  readonly programs = new Map<string, TestProgram>();
  readonly codeSets: { id: string; name: string; version: string; commonCodes: readonly string[] }[] = [];
  /** Incidents in every period by agency; none for an agency of which the viewer is told nothing. */
  readonly callCounts = new Map<string, { incidents: number; linkedIncidents: number }>();
  /** The person of a record, where several records are one person's. */
  readonly personOfRecord = new Map<string, string>();
  /** Agencies that are no member of a program. */
  readonly outsiders = new Set<string>();
  readonly sheriffs = new Set<string>();
  /** For how many days a provider sees a person after it closed a service referral that is sent from now on. */
  sightDays = 0;
  /** The social workers to whom a referral may be reassigned. */
  readonly workers = new Map<string, { agencyId: string; serves: readonly string[] }>();
  intake: Record<string, unknown> | null = {
    timeZone: "America/Chicago",
    hours: always,
    holidays: [],
    crisisNumbers: [],
  };
  readonly consents: TestConsent[] = [];
  /** Questions, as `slice.fn`, that find nobody at home. */
  readonly down = new Set<string>();
  /** What was asked, in order. */
  readonly asked: string[] = [];

  /** Adds a resident whom everybody who asks knows. */
  person(sourceAgencyId: string = randomUUID()): { personId: string; recordId: string } {
    const [personId, recordId] = [randomUUID(), randomUUID()];
    this.records.set(personId, { recordId, personId, sourceAgencyId });
    return { personId, recordId };
  }

  /** Adds a consent over substance use data that names these agencies and organizations, unless told otherwise. */
  consent(recordId: string, grantees: readonly string[], more: Partial<TestConsent> = {}): TestConsent {
    const scope = { regimes: ["PART_2"], categories: ["SUBSTANCE_USE"], purpose: "COC", expiresAt: null };
    const consent = { id: randomUUID(), recordId, grantees, ...scope, inForce: true, ...more };
    this.consents.push(consent);
    return consent;
  }

  /** Adds a service; an active one that takes referrals directly unless told otherwise. */
  service(organizationId: string, facts: Record<string, unknown> = {}): string {
    const id = randomUUID();
    const usual = { status: "active", acceptanceMode: "DIRECT", acceptsReferrals: true, protectedProgram: "NONE" };
    this.services.set(id, { id, organizationId, ...usual, ...facts });
    return id;
  }

  /** The ports' answers, for `startTestSlice`. */
  get answers(): PortAnswers {
    const found = <V>(known: ReadonlyMap<string, V>, ids: readonly string[]): V[] =>
      ids.flatMap((id) => known.get(id.toLowerCase()) ?? []);
    return {
      "people.recordFacts": this.#answer(
        "people.recordFacts",
        ({ personIds = [], recordIds = [] }: { personIds?: readonly string[]; recordIds?: readonly string[] }) => [
          ...found(this.records, personIds),
          ...[...this.records.values()].filter(({ recordId }) => recordIds.includes(recordId)),
        ],
      ),
      "people.consentsFor": this.#answer(
        "people.consentsFor",
        ({ recordIds, categories }: { recordIds?: readonly string[]; categories?: readonly string[] }, viewer) =>
          this.consents.filter(
            (consent) =>
              speaksFor(consent, viewer) &&
              (recordIds?.includes(consent.recordId) ?? true) &&
              (categories?.some((category) => consent.categories.includes(category)) ?? true),
          ),
      ),
      "people.consentsTo": this.#answer(
        "people.consentsTo",
        ({ recordId, organizationId }: { recordId: string; organizationId: string }, viewer) =>
          this.consents
            .filter((consent) => consent.recordId === recordId)
            .map((consent) => ({
              ...consent,
              namesRecipient: consent.grantees.includes(organizationId),
              coversPurpose: consent.purpose === viewer.purpose,
            })),
      ),
      "agencies.callFacts": this.#answer("agencies.callFacts", ({ ids }: Ids) => found(this.calls, ids)),
      "agencies.agencyFacts": this.#answer("agencies.agencyFacts", ({ ids }: Ids) =>
        ids.map((id) => ({
          id,
          kind: this.sheriffs.has(id) ? "SHERIFF" : "POLICE_DEPARTMENT",
          countyAgencyId: null,
          memberSince: this.outsiders.has(id) ? null : "2019-01-01",
          providerSightDays: this.sightDays,
        })),
      ),
      "agencies.socialWorkerFact": this.#answer("agencies.socialWorkerFact", ({ staffId }: { staffId: string }) => {
        const worker = this.workers.get(staffId);
        return worker ? { id: staffId, ...worker } : null;
      }),
      "agencies.intakeOf": this.#answer("agencies.intakeOf", () => this.intake),
      "agencies.programFacts": this.#answer(
        "agencies.programFacts",
        ({ programId }: { programId: string }) => this.programs.get(programId) ?? null,
      ),
      "agencies.codeSet": this.#answer(
        "agencies.codeSet",
        ({ name, version }: { name: string; version: string | null }) =>
          this.codeSets.findLast((set) => set.name === name && (version === null || set.version === version)) ?? null,
      ),
      "agencies.callCounts": this.#answer("agencies.callCounts", ({ agencyIds }: { agencyIds: readonly string[] }) =>
        agencyIds.flatMap((agencyId) => {
          const counts = this.callCounts.get(agencyId);
          return counts ? [{ agencyId, ...counts }] : [];
        }),
      ),
      "people.personGroups": this.#answer("people.personGroups", ({ recordIds }: { recordIds: readonly string[] }) => {
        const persons = recordIds.map((id) => this.personOfRecord.get(id) ?? id);
        const first = new Map<string, number>();
        persons.forEach((person, position) => {
          if (!first.has(person)) first.set(person, position);
        });
        return persons.map((person) => first.get(person));
      }),
      "resources.serviceFacts": this.#answer("resources.serviceFacts", ({ ids }: Ids) => found(this.services, ids)),
    };
  }

  #answer<I>(
    question: string,
    answer: (input: I, viewer: ViewerClaims) => unknown,
  ): (input: never, viewer: ViewerClaims) => unknown {
    return (input, viewer) => {
      this.asked.push(question);
      if (this.down.has(question)) throw new Error(`${question} finds nobody at home`);
      return answer(input, viewer);
    };
  }
}
