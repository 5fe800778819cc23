import { redactionsOf, type RequestContext } from "@corespond/kit";

import { callBasis } from "../call/call.policy";
import type { NatureCodeSet } from "../natureCode/natureCodeSet.type";
import type { RepeatPerson } from "./repeatCallers.group";
import type { RepeatedIncidents } from "./repeatCallers.loader";
import { RepeatCaller, RepeatCallers } from "./repeatCallers.type";
import type { RepeatTotals } from "./repeatCallerTotals.loader";
import { smallestCell } from "./repeatCalls.policy";
import type { RepeatWindow } from "./repeatWindow";

/** What was asked, as the answer states it. */
export interface RepeatQuestion {
  readonly agencyId: string;
  readonly codeSet: NatureCodeSet;
  readonly window: RepeatWindow;
}

const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** Makes the view of repeat callers for who may know who they are. */
export function viewRepeatCallers(
  question: RepeatQuestion,
  { incidents, linkedIncidents }: RepeatedIncidents,
  persons: readonly RepeatPerson[],
): RepeatCallers {
  const together = new Set(persons.flatMap((person) => [...person.incidents]));
  return view(question, {
    incidents,
    linkedIncidents,
    persons: persons.length,
    personsIncidents: together.size,
    ranking: persons.map((person) => viewRepeatCaller(person, incidents)),
    redactions: [],
  });
}

/** Makes the view for an analyst: totals alone, and of few persons none. */
export function viewRepeatTotals(question: RepeatQuestion, totals: RepeatTotals): RepeatCallers {
  const { incidents, linkedIncidents, records, recordsIncidents } = totals;
  const tooFew = records < smallestCell;
  return view(question, {
    incidents,
    linkedIncidents,
    persons: tooFew ? null : records,
    personsIncidents: tooFew ? null : recordsIncidents,
    ranking: null,
    redactions: redactionsOf(["callers"]),
  });
}

type Counted = Pick<
  RepeatCallers,
  "incidents" | "linkedIncidents" | "persons" | "personsIncidents" | "ranking" | "redactions"
>;

function view({ agencyId, codeSet, window }: RepeatQuestion, counted: Counted): RepeatCallers {
  const { since, until, timeZone, knownAt, threshold } = window;
  const { incidents, linkedIncidents, personsIncidents } = counted;
  return Object.freeze(
    Object.assign(new RepeatCallers(), {
      ...counted,
      agencyId,
      codeSet,
      since,
      until,
      timeZone,
      knownAt,
      threshold,
      unlinkedShare: shareOf(incidents - linkedIncidents, incidents),
      personsShare: personsIncidents === null ? null : shareOf(personsIncidents, incidents),
    }),
  );
}

function viewRepeatCaller(person: RepeatPerson, ofAll: number): RepeatCaller {
  const { recordId, incidentsBefore, firstOn, lastOn } = person;
  const incidents = person.incidents.size;
  return Object.freeze(
    Object.assign(new RepeatCaller(), {
      person: Object.freeze({ recordId }),
      incidents,
      share: shareOf(incidents, ofAll) ?? 0,
      incidentsBefore,
      change: incidentsBefore === 0 ? null : (incidents - incidentsBefore) / incidentsBefore,
      firstOn,
      lastOn,
    }),
  );
}

/** Tells the audit which repeat callers of an agency the viewer is shown. */
export function auditRepeatCallers(
  { audit, viewer }: RequestContext,
  agencyId: string,
  shown: readonly RepeatCaller[],
): void {
  for (const { person } of shown) {
    if (person === null) continue;
    const { recordId } = person;
    audit.saw({ type: "RepeatCaller", id: recordId, recordIds: [recordId], basis: callBasis(viewer, agencyId) });
  }
}
