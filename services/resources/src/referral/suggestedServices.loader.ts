import { defineLoader, load, readBatch, rowColumns, type RequestContext } from "@corespond/kit";

import { viewService } from "../service/service.policy";
import { ServiceRow } from "../service/service.row";
import type { Service } from "../service/service.type";
import { reasonKeywords } from "./reasonKeywords";

/** Suggestions depend on the reasons alone, so referrals with the same reasons share them. */
interface SuggestionKey {
  readonly keywords: string;
  readonly first: number;
}

const suggestedServices = defineLoader<SuggestionKey, readonly Service[]>(
  "resources.service.suggested",
  async (context, keys) => {
    const rows = await readBatch<ServiceRow & { keyNumber: number }>(context, {
      name: "resources.service.suggested",
      text: `SELECT key.number AS "keyNumber", ${rowColumns(context.database.dataSource, ServiceRow, "s")}
      FROM jsonb_to_recordset($1::jsonb) AS key (number integer, keywords text, first integer)
      CROSS JOIN LATERAL (
        SELECT best.id, row_number() OVER (ORDER BY best.accepts_referrals DESC, best.rank DESC, best.id) AS place
        FROM (
          SELECT a.id, a.accepts_referrals, ts_rank_cd(d.document, websearch_to_tsquery('english', key.keywords)) AS rank
          FROM service_search d JOIN service a ON a.id = d.service_id
          WHERE a.status = 'ACTIVE' AND d.document @@ websearch_to_tsquery('english', key.keywords)) best
        ORDER BY place LIMIT key.first) suggestion
      JOIN service s ON s.id = suggestion.id
      ORDER BY key.number, suggestion.place`,
      values: [JSON.stringify(keys.map((key, number) => ({ number, ...key })))],
    });
    const lists: Service[][] = keys.map(() => []);
    for (const row of rows) lists[row.keyNumber]?.push(viewService(context, row));
    return lists;
  },
);

/** The services that answer a referral's reasons best: active ones, those that accept referrals first. */
export async function loadSuggestedServices(
  context: RequestContext,
  reasonCodes: readonly string[],
  first: number,
): Promise<readonly Service[]> {
  const keywords = [...new Set(reasonCodes)].sort().flatMap((code) => reasonKeywords[code] ?? []);
  if (keywords.length === 0) return [];
  return (await load(context, suggestedServices, { keywords: keywords.join(" or "), first })) ?? [];
}
