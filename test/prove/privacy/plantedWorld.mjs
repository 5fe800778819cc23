// cspell:words confrelid typbasetype attnotnull contype conrelid conkey attgenerated attidentity attrelid attname atttypid attnum attisdropped contypid conname indexrelid indrelid indisunique indisprimary regclass recordset constraintdef
import { slices } from "@corespond/hub";
import { rowsSql, ruledOn } from "@corespond/kit";

const rowsPerTable = 900;

/** So few that rows which a rule joins meet often. */
const referredRows = 20;

/**
 * Fills every table that policies guard with made-up rows in every combination that its rules could look at: who of the
 * witnesses, which of their agencies and organizations, which state, before and after now. What constraints would forbid
 * is there too, for a rule must not rest on them. The world is of no use for anything else afterwards.
 */
export async function plantWorld(world) {
  const pools = await poolsOf(world);
  for (const { name: slice, policies } of slices) {
    const guarded = policies.flatMap(({ tables }) => tables);
    const columns = await columnsOf(world, slice, guarded);
    for (const { table } of guarded) await withoutConstraints(world, slice, table);
    await world.owner(slice, `TRUNCATE ${guarded.map(({ table }) => table).join(", ")} CASCADE`);
    for (const [number, policy] of guarded.entries()) {
      const literals = [...commandsText(policy).matchAll(/'([A-Z][A-Z_]+)'/g)].map(([, word]) => word);
      const ownRecords = policy.table === "person_record" ? pools.record : [];
      const oneself = /(^|[^_.])id = \(select corespond\.viewer_id/.test(commandsText(policy));
      await plantTable(world, {
        slice,
        table: policy.table,
        number,
        columns,
        pools,
        guarded,
        literals,
        oneself,
        ownRecords,
      });
    }
    if (slice === "people") await authorizeDisclosures(world);
    for (const { table } of guarded) await world.owner(slice, `ANALYZE ${table}`);
  }
}

/**
 * Lets the police witnesses have asked for the disclosures that are in force: who asked, from where, for which record and
 * until when meet too seldom by chance.
 */
async function authorizeDisclosures(world) {
  const asking = [world.claims.officer, world.claims.dispatcher];
  await world.owner(
    "people",
    `UPDATE crisis_disclosure d SET requested_by = ($1::uuid[])[1 + number % 2], requesting_agency_id = ($2::uuid[])[1 + number % 2]
     FROM (SELECT disclosure_id, row_number() OVER (ORDER BY disclosure_id) AS number FROM crisis_decision
           WHERE expires_at > now()) open
     WHERE open.disclosure_id = d.id`,
    [asking.map(({ id }) => id), asking.map(({ agencyId }) => agencyId)],
  );
}

const commandsText = (policy) =>
  ruledOn(policy)
    .map(({ rules }) => rowsSql(rules))
    .join(" ");

async function poolsOf(world) {
  const { officer, dispatcher, provider } = world.claims;
  const worker = world.claims["social-worker"];
  const [other] = await world.owner("agencies", "SELECT id FROM agency WHERE id <> ALL ($1) ORDER BY id LIMIT 1", [
    [officer, dispatcher, worker].map(({ agencyId }) => agencyId),
  ]);
  const [elsewhere] = await world.owner("resources", "SELECT id FROM organization WHERE id <> $1 ORDER BY id LIMIT 1", [
    provider.organizationId,
  ]);
  return {
    agency: [officer.agencyId, dispatcher.agencyId, worker.agencyId, other.id],
    organization: [provider.organizationId, elsewhere.id],
    person: [officer.id, worker.id, dispatcher.id, provider.id],
    record: world.claims.resident.records,
  };
}

/** The columns of guarded tables, with the words that their constraints allow. */
async function columnsOf(world, slice, guarded) {
  const names = guarded.map(({ table }) => table);
  const rows = await world.owner(
    slice,
    `SELECT a.attrelid::regclass::text AS table, a.attname AS name, format_type(coalesce(nullif(t.typbasetype, 0), t.oid), NULL) AS type,
       NOT a.attnotnull AS nullable,
       (SELECT c.confrelid::regclass::text FROM pg_constraint c
        WHERE c.contype = 'f' AND c.conrelid = a.attrelid AND a.attnum = ANY (c.conkey) LIMIT 1) AS refers,
       concat((SELECT string_agg(pg_get_constraintdef(c.oid), ' ') FROM pg_constraint c WHERE c.contypid = t.oid OR (c.contype = 'c' AND c.conrelid = a.attrelid AND c.conkey = ARRAY[a.attnum]))) AS rule
     FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
     WHERE a.attrelid = ANY ($1::regclass[]) AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND a.attidentity = ''
     ORDER BY 1, a.attnum`,
    [names],
  );
  const named = (wanted) => rows.filter(({ table }) => table.replaceAll('"', "") === wanted);
  return new Map(names.map((name) => [name, named(name)]));
}

async function withoutConstraints(world, slice, table) {
  const constraints = await world.owner(
    slice,
    "SELECT conname AS name FROM pg_constraint WHERE conrelid = $1::regclass AND contype IN ('c', 'f', 'u', 'x')",
    [table],
  );
  for (const { name } of constraints)
    await world.owner(slice, `ALTER TABLE ${table} DROP CONSTRAINT IF EXISTS "${name}" CASCADE`);
  const indexes = await world.owner(
    slice,
    "SELECT indexrelid::regclass::text AS name FROM pg_index WHERE indrelid = $1::regclass AND indisunique AND NOT indisprimary",
    [table],
  );
  for (const { name } of indexes) await world.owner(slice, `DROP INDEX ${name}`);
  await world.owner(slice, `ALTER TABLE ${table} DISABLE TRIGGER USER`);
}

async function plantTable(world, { slice, table, number, columns, guarded, ...means }) {
  const next = chance(number + 1);
  const of = columns.get(table);
  const planted = new Map(guarded.map(({ table: name }, index) => [name, index]));
  const rows = Array.from({ length: rowsPerTable }, (_, row) =>
    Object.fromEntries(of.map((column) => [column.name, valueOf(column, { ...means, row, number, next, planted })])),
  );
  await world.owner(
    slice,
    `INSERT INTO ${table} (${of.map(({ name }) => `"${name}"`).join(", ")})
     SELECT ${of.map(({ name }) => `r."${name}"`).join(", ")} FROM jsonb_populate_recordset(NULL::${table}, $1) r ON CONFLICT DO NOTHING`,
    [JSON.stringify(rows)],
  );
}

const plantedId = (table, row) =>
  `00000000-0000-7000-8${String(table).padStart(3, "0")}-${String(row).padStart(12, "0")}`;

function valueOf(column, means) {
  const { name, type, nullable, rule } = column;
  const { row, number, next, literals, pools, oneself, ownRecords } = means;
  if (name === "id" && type === "uuid")
    return (oneself ? pools.person[row] : ownRecords[row]) ?? plantedId(number, row);
  if (nullable && next(5) === 0) return null;
  const words = [...rule.matchAll(/'([A-Z][A-Za-z0-9_]*)'/g)].map(([, word]) => word);
  const word = () => pick(words.length > 0 ? words : [...literals, "x"], next);
  switch (type) {
    case "uuid":
      return idOf(column, means);
    case "uuid[]":
      return [idOf(column, means), idOf(column, means)];
    case "text":
    case "character varying":
      return word();
    case "text[]":
      return [word()];
    case "boolean":
      return next(2) === 0;
    case "timestamp with time zone":
    case "date":
      return pick(["2020-01-01", "2039-01-01"], next);
    case "jsonb":
    case "json":
      return [];
    case "time without time zone":
      return "10:00";
    case "bytea":
      return "\\x00";
    default:
      return next(3);
  }
}

/** An id that a rule might compare with: of the witnesses' world, or of one of the first rows of the table it refers to. */
function idOf({ name, refers }, { row, next, pools, planted }) {
  if (name.includes("agency")) return pick([...pools.agency, plantedId(999, row)], next);
  if (name.includes("organization")) return pick(pools.organization, next);
  if (refers === "staff_member") return pick(pools.person, next);
  if (name.includes("record") && next(4) === 0) return pick(pools.record, next);
  const noun = name.replace(/_id$/, "");
  const named = planted.get(refers) ?? planted.get(noun) ?? planted.get(noun.replace("record", "person_record"));
  return named === undefined ? pick(pools.person, next) : plantedId(named, next(referredRows));
}

const pick = (list, next) => list[next(list.length)];

/** Numbers that look random, and are the same every time. */
function chance(seed) {
  let state = (seed * 2_654_435_761) % 2 ** 32;
  return (bound) => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return Math.floor((state / 2 ** 32) * bound);
  };
}
