/**
 * What can be changed behind a viewer's back, by type: the slice and table, the field of the parent that shows it where it
 * is no entity of its own, how to write each of its columns anew, and which field of the view a column stands behind.
 */
const secretTypes = [
  {
    ...{ type: "Referral", slice: "referrals", table: "referral" },
    columns: {
      narrative: ["narrative", "'a secret ' || clock_timestamp()"],
      statusReason: [
        "status_reason_text",
        "CASE WHEN status_reason_code IS NOT NULL THEN 'secretly ' || clock_timestamp() END",
      ],
      legalBasisCitation: [
        "legal_basis_citation",
        "CASE WHEN legal_basis IS NOT NULL THEN 'secret citation ' || clock_timestamp() END",
      ],
      status: [
        "status",
        "CASE status WHEN 'ACCEPTED' THEN 'IN_PROGRESS' WHEN 'IN_PROGRESS' THEN 'ACCEPTED' ELSE status END",
      ],
    },
    whole: {
      urgency: "CASE urgency WHEN 'URGENT' THEN 'ROUTINE' ELSE 'URGENT' END",
      submitted_at: "submitted_at - interval '1 hour'",
    },
  },
  {
    ...{ type: "ServiceReferral", slice: "referrals", table: "service_referral" },
    columns: {
      message: ["message", "'a secret ' || clock_timestamp()"],
      statusReason: [
        "status_reason_text",
        "CASE WHEN status_reason_code IS NOT NULL THEN 'secretly ' || clock_timestamp() END",
      ],
      legalBasisCitation: [
        "legal_basis_citation",
        "CASE WHEN legal_basis IS NOT NULL THEN 'secret citation ' || clock_timestamp() END",
      ],
    },
    whole: { submitted_at: "submitted_at - interval '1 hour'" },
  },
  {
    ...{ type: "PersonRecord", slice: "people", table: "person_record" },
    columns: {
      description: ["description", "'a secret ' || clock_timestamp()"],
      genderIdentity: ["gender_identity", "'secret ' || clock_timestamp()"],
      sex: ["sex", "CASE sex WHEN 'MALE' THEN 'FEMALE' ELSE 'MALE' END"],
      safeContact: [
        "safe_contact",
        "coalesce(safe_contact, '{}') || jsonb_build_object('instructions', clock_timestamp()::text)",
      ],
    },
    whole: { recorded_at: "recorded_at - interval '1 hour'" },
  },
  {
    ...{ type: "CallForService", slice: "agencies", table: "call_for_service" },
    columns: {},
    whole: { nature_text: "'a secret ' || clock_timestamp()", received_at: "received_at - interval '1 minute'" },
  },
  {
    ...{ type: "Consent", slice: "people", table: "consent" },
    columns: {},
    whole: { signed_on: "signed_on - 1" },
  },
];

/** Rows that are shown by a field of their parent, and what can be changed of them. */
const secretParts = [
  {
    ...{ parent: "Referral", field: "contacts", slice: "referrals", table: "contact", parentColumn: "referral_id" },
    whole: { notes: "'a secret ' || clock_timestamp()", occurred_at: "occurred_at - interval '1 hour'" },
  },
  {
    ...{
      parent: "Referral",
      field: "messages",
      slice: "referrals",
      table: "referral_message",
      parentColumn: "referral_id",
    },
    whole: { sent_at: "sent_at - interval '1 hour'" },
  },
  {
    ...{
      parent: "Referral",
      field: "timeline",
      slice: "referrals",
      table: "referral_event",
      parentColumn: "referral_id",
    },
    whole: { occurred_at: "occurred_at - interval '1 hour'" },
  },
];

/** What a viewer is told of records at their slice's own door: null where they may not know of it, else what is withheld. */
async function withheldOf(world, claims, { slice, type }, ids) {
  const redacted = type === "Consent" ? "" : "redactions { field }";
  const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${type} { id ${redacted} } } }`;
  const of = ids.map((id) => ({ __typename: type, id }));
  const { data } = await world.askSlice(slice, claims, query, { of });
  return (data?._entities ?? ids.map(() => null)).map(
    (view) => view && (view.redactions ?? []).map(({ field }) => field),
  );
}

/** The records of every kind, each with what this viewer is told of it. */
export async function recordsBefore(world, claims) {
  const records = [];
  for (const kind of secretTypes) {
    const rows = await world.owner(kind.slice, `SELECT id FROM ${kind.table} ORDER BY id LIMIT 100`);
    const ids = rows.map(({ id }) => id);
    const known = await withheldOf(world, claims, kind, ids);
    records.push(...ids.map((id, index) => ({ kind, id, withheld: known[index] })));
  }
  return records;
}

/** Everything of these records that may be changed without the viewer's knowledge. */
export async function secretsOf(world, records) {
  const secrets = records.flatMap(({ kind, id, withheld }) => {
    if (withheld === null)
      return [{ ...kind, id, columns: { ...kind.whole, ...Object.fromEntries(Object.values(kind.columns)) } }];
    return withheld
      .filter((field) => field in kind.columns)
      .map((field) => ({ ...kind, id, columns: Object.fromEntries([kind.columns[field]]) }));
  });
  for (const part of secretParts) {
    const hidden = records.filter(
      ({ kind, withheld }) => kind.type === part.parent && (withheld === null || withheld.includes(part.field)),
    );
    const parts = await world.owner(part.slice, `SELECT id FROM ${part.table} WHERE ${part.parentColumn} = ANY ($1)`, [
      hidden.map(({ id }) => id),
    ]);
    for (const { id } of parts) secrets.push({ ...part, id, columns: part.whole });
  }
  return secrets;
}

/** Changes a secret, runs `act`, and puts everything back as it was. */
export async function withSecretChanged(world, { slice, table, id, columns }, act) {
  const names = Object.keys(columns);
  const [before] = await world.owner(slice, `SELECT to_jsonb(t) AS row FROM ${table} t WHERE id = $1`, [id]);
  const changes = names.map((name) => `${name} = ${columns[name]}`).join(", ");
  await world.owner(slice, `UPDATE ${table} SET ${changes} WHERE id = $1`, [id]);
  try {
    return await act();
  } finally {
    const back = names.map((name) => `${name} = was.${name}`).join(", ");
    await world.owner(
      slice,
      `UPDATE ${table} t SET ${back} FROM jsonb_populate_record(NULL::${table}, $2) was WHERE t.id = $1`,
      [id, JSON.stringify(before.row)],
    );
  }
}
