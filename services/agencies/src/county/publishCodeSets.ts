import type { WriteTransaction } from "@corespond/kit";

import type { CheckedCountyData } from "./countyData";
import { CountyDataError } from "./countyDataError";

type CodeSets = CheckedCountyData["natureCodeSets"];

/**
 * Publishes sets of codes, and answers how many were new. A published version is what figures were counted by, so it
 * never changes: the same name and version with other codes is an error, as is another text or id.
 */
export async function publishCodeSets(transaction: WriteTransaction, sets: CodeSets): Promise<number> {
  if (sets.length === 0) return 0;
  const values = [JSON.stringify(sets)];
  await expectAsPublished(transaction, values);
  const published = await transaction.query({ name: "agencies.county.publishCodeSets", text: publishSql, values });
  return published.length;
}

const givenSql = `jsonb_to_recordset($1::jsonb) AS given (id uuid, name text, version text, description text, "commonCodes" text[])`;

const publishSql = `
  WITH published AS (
    INSERT INTO nature_code_set (id, name, version, description)
    SELECT id, name, version, description FROM ${givenSql}
    ON CONFLICT DO NOTHING RETURNING id
  ), codes AS (
    INSERT INTO nature_code_set_code (set_id, common_code)
    SELECT DISTINCT published.id, code FROM published JOIN ${givenSql} USING (id), unnest(given."commonCodes") code
  )
  SELECT id FROM published`;

const differingSql = `
  SELECT given.name, given.version FROM ${givenSql}
  JOIN nature_code_set s ON s.id = given.id OR (s.name = given.name AND s.version = given.version)
  WHERE (s.id, s.name, s.version, s.description) IS DISTINCT FROM (given.id, given.name, given.version, given.description)
    OR ARRAY(SELECT c.common_code FROM nature_code_set_code c WHERE c.set_id = s.id ORDER BY 1)
      <> ARRAY(SELECT DISTINCT code FROM unnest(given."commonCodes") code ORDER BY 1)
  UNION
  SELECT given.name, given.version FROM ${givenSql} GROUP BY given.name, given.version HAVING count(*) > 1
  ORDER BY 1, 2`;

async function expectAsPublished(transaction: WriteTransaction, values: readonly unknown[]): Promise<void> {
  const differing = await transaction.query<{ name: string; version: string }>({
    name: "agencies.county.codeSetsPublished",
    text: differingSql,
    values,
  });
  if (differing.length > 0) {
    throw new CountyDataError(
      differing.map(
        ({ name, version }) =>
          `natureCodeSets: ${name} ${version} is published and never changes; publish other codes as another version`,
      ),
    );
  }
}
