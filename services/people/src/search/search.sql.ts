import { roleIs } from "@corespond/kit";

import { recordVisible } from "../record/record.policy";
import { searchingRoles } from "../record/viewerRoles";

const mayFind = (columns: Parameters<typeof recordVisible>[0]): string =>
  `${roleIs(...searchingRoles)} AND ${recordVisible(columns)}`;

/** A record's date says a day only where its precision is a day; search by what a date lacks would be a guess. */
const isSame = "r.birth_date_precision = 'DAY' AND r.birth_date = $2";
const isTransposed = `r.birth_date_precision = 'DAY' AND extract(year FROM r.birth_date) = extract(year FROM $2)
      AND extract(month FROM r.birth_date) = extract(day FROM $2) AND extract(day FROM r.birth_date) = extract(month FROM $2)`;
const byBirthDate = (same: string, transposed: string, year: string): string =>
  `CASE WHEN ${isSame} THEN ${same} WHEN ${isTransposed} THEN ${transposed} ELSE ${year} END`;

/** How similar a name must be: pg_trgm's own defaults, stated so that no session's setting changes what is found. */
const thresholds = { "pg_trgm.similarity_threshold": 0.3, "pg_trgm.word_similarity_threshold": 0.6 };

/**
 * The query behind every search. `$1` name as typed, `$2` birth date, `$3` phone in E.164, `$4` its last seven digits,
 * `$5` how many; a criterion that is not asked for is null. Each criterion is one branch: first what its index serves,
 * then, word for word, the condition of row-level security.
 */
export const searchQuery = `
  WITH hit (record_id, criterion, share, matched_on) AS (
    SELECT n.record_id, 'name', greatest(
        similarity(n.normalized, (select search_normalized($1))),
        0.95 * word_similarity((select search_normalized($1)), n.normalized)), 'NAME'
    FROM person_name n
    WHERE (n.normalized % (select search_normalized($1)) OR (select search_normalized($1)) <% n.normalized)
      AND ${mayFind({ recordId: "n.record_id", sourceAgencyId: "n.source_agency_id" })}
    UNION ALL
    SELECT n.record_id, 'name', 0.6, 'NAME_SOUND'
    FROM person_name n
    WHERE n.phonetic @> (select nullif(phonetic_codes(search_normalized($1)), '{}'))
      AND ${mayFind({ recordId: "n.record_id", sourceAgencyId: "n.source_agency_id" })}
    UNION ALL
    SELECT r.id, 'birthDate', ${byBirthDate("1", "0.7", "0.4")}, ${byBirthDate("'BIRTH_DATE'", "'BIRTH_DATE_TRANSPOSED'", "'BIRTH_YEAR'")}
    FROM person_record r
    WHERE r.birth_date BETWEEN date_trunc('year', $2::timestamp)::date AND (date_trunc('year', $2::timestamp) + interval '1 year - 1 day')::date
      AND ${mayFind({ recordId: "r.id", sourceAgencyId: "r.source_agency_id" })}
    UNION ALL
    SELECT p.record_id, 'phone', CASE WHEN p.e164 = $3 THEN 1 ELSE 0.6 END, CASE WHEN p.e164 = $3 THEN 'PHONE' ELSE 'PHONE_LAST_SEVEN' END
    FROM person_phone p
    WHERE (p.e164 = $3 OR p.last_seven = $4)
      AND ${mayFind({ recordId: "p.record_id", sourceAgencyId: "p.source_agency_id" })}
  ), best AS (
    SELECT DISTINCT ON (record_id, criterion) record_id, criterion, share, matched_on
    FROM hit ORDER BY record_id, criterion, share DESC, matched_on
  ), weight (criterion, weight, asked) AS (
    VALUES ('name', 0.5, $1 IS NOT NULL), ('birthDate', 0.3, $2 IS NOT NULL), ('phone', 0.2, $4 IS NOT NULL)
  ), scored AS (
    SELECT best.record_id, sum(best.share * weight.weight) / (SELECT sum(w.weight) FROM weight w WHERE w.asked) AS score,
      array_agg(best.matched_on ORDER BY best.matched_on) AS matched_on
    FROM best JOIN weight USING (criterion) GROUP BY best.record_id
  ), person_best AS (
    SELECT DISTINCT ON (r.person_id) r.person_id, scored.score::double precision AS score, scored.matched_on
    FROM scored JOIN person_record r ON r.id = scored.record_id
    ORDER BY r.person_id, scored.score DESC, r.recorded_at DESC, r.id DESC
  )
  SELECT person_id, score, matched_on FROM person_best ORDER BY score DESC, person_id LIMIT $5`;

/**
 * The search as a function of the owner's. Similarity operators are not leakproof: below a viewer's row-level security
 * PostgreSQL may not try them before the policy, so no index could serve them. The owner's own policy is `true`; the
 * viewer's condition stands in the query instead.
 */
export function searchFunctionSql(appRole: string): string {
  const signature = "search_persons(text, date, text, text, integer)";
  const settings = Object.entries(thresholds).map(([name, value]) => `SET ${name} = ${value}`);
  // Only a superuser may name a setting of a library that this session has not loaded; calling it loads it.
  return `
    SELECT similarity('', '');
    CREATE OR REPLACE FUNCTION ${signature} RETURNS TABLE (person_id uuid, score double precision, matched_on text[])
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp ${settings.join(" ")}
      AS $search$ ${searchQuery} $search$;
    REVOKE ALL ON FUNCTION ${signature} FROM PUBLIC;
    GRANT EXECUTE ON FUNCTION ${signature} TO "${appRole}";`;
}
