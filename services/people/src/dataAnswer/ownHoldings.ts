import { load, loadMany, loadPage, type RequestContext } from "@corespond/kit";

import { consentsOfRecords } from "../consent/consent.loader";
import { crisisPlanOfPerson } from "../crisisPlan/crisisPlan.loader";
import { disagreementsOfRecord } from "../disagreement/disagreement.loader";
import type { Person } from "../person/person.type";
import { recordById } from "../record/record.loader";
import type { PersonRecord } from "../record/record.type";
import type { DataHolding, HoldingDetail } from "./dataAnswer.type";

const details = (values: Readonly<Record<string, string | null | undefined>>): readonly HoldingDetail[] =>
  Object.entries(values).flatMap(([label, value]) => (value ? [{ label, value }] : []));

function ofRecord(record: PersonRecord): DataHolding {
  const { names, description, birthDate, sex, genderIdentity, languages, phones, addresses, guardians } = record;
  const lines = (addresses ?? []).map(({ kind, address1, address2, city, stateProvince, postalCode }) =>
    [kind, address1, address2, city, stateProvince, postalCode].filter(Boolean).join(", "),
  );
  return {
    kind: "What an agency has recorded of you",
    occurredAt: record.recordedAt,
    details: details({
      Names: names.map(({ text }) => text).join("; "),
      Description: description,
      "Birth date": birthDate?.date,
      Sex: sex,
      "Gender identity": genderIdentity,
      Languages: languages.map(({ code }) => code).join(", "),
      Phones: phones.map(({ raw }) => raw).join(", "),
      Addresses: lines.join("; "),
      "Safe contact": [record.safeContact?.channel, record.safeContact?.instructions].filter(Boolean).join(": "),
      Guardians: (guardians ?? []).map(({ name, relation }) => [name, relation].filter(Boolean).join(", ")).join("; "),
    }),
  };
}

const longestList = { size: 100, forward: true, after: null, before: null };

/** What this slice holds about a person, as the viewer's views show it. */
export async function ownHoldings(context: RequestContext, person: Person): Promise<readonly DataHolding[]> {
  const [records, consents, plan, disagreements] = await Promise.all([
    loadMany(context, recordById, person.recordIds),
    loadPage(context, consentsOfRecords, { parents: person.recordIds, page: longestList, filter: null }),
    load(context, crisisPlanOfPerson, person.id),
    loadMany(
      context,
      disagreementsOfRecord,
      person.recordIds.map((parent) => ({ parent, asOf: null })),
    ),
  ]);
  const known = records.filter((record) => record !== null);
  const planned = details({
    "Whom to call": (plan?.careContacts ?? []).map(({ name, phone }) => `${name}, ${phone}`).join("; "),
    "What helps": (plan?.strategies ?? []).join("; "),
  });
  return [
    ...known.map(ofRecord),
    ...consents.edges.map(({ node }) => ({
      kind: "A consent that you gave",
      occurredAt: node.effectiveFrom,
      details: details({ Law: node.regime, "Data covered": node.categories.join(", "), Purpose: node.purpose }),
    })),
    ...disagreements.flatMap((list) =>
      (list ?? []).map(({ statement, recordedAt }) => ({
        kind: "A statement of yours",
        occurredAt: recordedAt,
        details: details({ Statement: statement }),
      })),
    ),
    ...(planned.length === 0 || known[0] === undefined
      ? []
      : [{ kind: "What helps you in a crisis", occurredAt: known[0].recordedAt, details: planned }]),
  ];
}
