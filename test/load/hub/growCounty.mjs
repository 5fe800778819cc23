// cspell:words indexrelid indrelid indexdef indisunique
import pg from "pg";

/** One person in so many was referred. */
const referredOneIn = 10;
const rowsAtOnce = 100_000;

/** Ids as the house makes them (UUIDv7: in the order of time), the same in every slice. */
const idOf = (kind, number = "n") =>
  `(lpad(to_hex(1577836800000 + ${number}::bigint * 60000), 12, '0') || '7' || substr(md5('${kind}' || ${number}), 1, 3)
    || '8' || substr(md5('${kind}' || ${number}), 4, 15))::uuid`;

/** When the n-th of all ($3) happened: in the three years before now, the last one last. */
const timeOf = "(now() - interval '1095 days' * (1 - n::float8 / ($3 + 1)))";

const peopleSql = [
  `INSERT INTO person (id) SELECT ${idOf("person")} FROM generate_series($1::bigint, $2::bigint) n WHERE $3::bigint > 0 AND cardinality($4::uuid[]) > 0`,
  `INSERT INTO person_record (id, person_id, source_agency_id, recorded_by, recorded_at)
   SELECT ${idOf("record")}, ${idOf("person")}, ($4::uuid[])[n % cardinality($4::uuid[]) + 1], ${idOf("officer", "(n % 500)")}, ${timeOf}
   FROM generate_series($1::bigint, $2::bigint) n`,
  `INSERT INTO person_name (record_id, source_agency_id, position, use, given, family)
   SELECT ${idOf("record")}, ($4::uuid[])[n % cardinality($4::uuid[]) + 1], 0, 'OFFICIAL', 'Many', 'Testperson ' || n
   FROM generate_series($1::bigint, $2::bigint) n WHERE $3::bigint > 0`,
];

const callSql = [
  `INSERT INTO call_for_service (id, agency_id, incident_number, received_at, nature_text, recorded_at)
   SELECT ${idOf("call")}, ($4::uuid[])[n % cardinality($4::uuid[]) + 1], 'GROWTH-' || n, ${timeOf}, 'Welfare check', ${timeOf}
   FROM generate_series($1::bigint, $2::bigint) n`,
  `INSERT INTO call_subject (call_id, record_id, role, agency_id, position)
   SELECT ${idOf("call")}, ${idOf("record")}, 'SUBJECT', ($4::uuid[])[n % cardinality($4::uuid[]) + 1], 0
   FROM generate_series($1::bigint, $2::bigint) n WHERE $3::bigint > 0`,
];

/** New referrals are like those that there are, but for whom and when they concern; the pattern's number is the agency's. */
const referralSql = [
  `INSERT INTO referral (id, record_id, agency_id, referring_agency_id, referred_by_id, call_id, source, reasons, urgency,
     status, submitted_at, recorded_at)
   SELECT ${idOf("referral")}, ${idOf("record")}, p.agency_id, p.referring_agency_id, p.referred_by_id, ${idOf("call")},
     p.source, p.reasons, p.urgency, 'REQUESTED', ${timeOf}, ${timeOf}
   FROM generate_series($1::bigint, $2::bigint) n
   JOIN (SELECT DISTINCT ON (referring_agency_id) * FROM referral WHERE narrative IS NOT NULL
     ORDER BY referring_agency_id, id) p ON p.referring_agency_id = ($4::uuid[])[n % cardinality($4::uuid[]) + 1]
   WHERE n % ${referredOneIn} = 0`,
];

const parts = { people: peopleSql, agencies: callSql, referrals: referralSql };

/**
 * Brings a county from so many made-up persons to so many more, each with a record, a name and a call, one in ten with a
 * referral. Rows are made by the databases themselves; `access` tells how their owners reach them.
 */
export async function growCounty(access, { from, to, say }) {
  say(`${to} persons …`);
  const owners = new Map(access.map(({ slice, ownerUrl }) => [slice.name, ownerUrl]));
  const agencies = await withOwner(owners.get("referrals"), async (client) => {
    const { rows } = await client.query(
      "SELECT DISTINCT referring_agency_id AS id FROM referral WHERE narrative IS NOT NULL ORDER BY 1",
    );
    return rows.map(({ id }) => id);
  });
  for (const [slice, statements] of Object.entries(parts))
    await withOwner(owners.get(slice), (client) =>
      withoutIndexes(client, async () => {
        for (let first = from + 1; first <= to; first += rowsAtOnce)
          for (const text of statements)
            await client.query(text, [first, Math.min(to, first + rowsAtOnce - 1), to, agencies]);
      }),
    );
}

const grownTables = "{person,person_record,person_name,call_for_service,call_subject,referral}";

/** An index is made several times faster over all rows than row by row. */
async function withoutIndexes(client, act) {
  const { rows } = await client.query(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index
     JOIN pg_class ON pg_class.oid = indrelid WHERE relname = ANY ($1) AND NOT indisunique`,
    [grownTables],
  );
  await client.query("SET synchronous_commit = off; SET maintenance_work_mem = '512MB'");
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  await act();
  for (const { definition } of rows) await client.query(definition);
  await client.query("VACUUM ANALYZE");
}

async function withOwner(ownerUrl, act) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}
