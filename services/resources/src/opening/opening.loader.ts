import { defineLoader, isUuid, load, readBatch, type RequestContext } from "@corespond/kit";

interface OpenKey {
  readonly serviceId: string;
  /** Milliseconds since 1970; null means now. */
  readonly at: number | null;
}

/** Whether services are open; "no" only where all their schedules are understood, and one of them holds at the time. */
const isOpenLoader = defineLoader<OpenKey, boolean>("resources.opening.isOpen", async (context, keys) => {
  const rows = await readBatch<{ number: number; open: boolean | null }>(context, {
    name: "resources.opening.isOpen",
    text: `SELECT key.number, CASE
        WHEN bool_or(opening_holds(o, asked.at)) THEN true
        WHEN bool_and(d.hours_known) AND bool_or(asked.at BETWEEN coalesce(o.valid_from, '-infinity') AND coalesce(o.valid_to + 1, 'infinity'))
          THEN false END AS open
      FROM jsonb_to_recordset($1::jsonb) AS key (number integer, service_id uuid, at timestamptz)
      CROSS JOIN LATERAL (SELECT coalesce(key.at, transaction_timestamp()) AS at) asked
      JOIN opening o ON o.service_id = key.service_id JOIN service_search d ON d.service_id = key.service_id
      GROUP BY key.number`,
    values: [JSON.stringify(keys.map(rowOf).filter(({ service_id }) => isUuid(service_id)))],
  });
  const open = new Map(rows.map((row) => [row.number, row.open]));
  return keys.map((_, number) => open.get(number) ?? null);
});

/** Tells whether a service is open at an instant, or now; null where no schedule says when. */
export async function isOpen(
  context: RequestContext,
  service: { readonly id: string },
  at: Date | null,
): Promise<boolean | null> {
  return await load(context, isOpenLoader, { serviceId: service.id, at: at?.getTime() ?? null });
}

const rowOf = (
  { serviceId, at }: OpenKey,
  number: number,
): { readonly number: number; readonly service_id: string; readonly at: string | null } => ({
  number,
  service_id: serviceId,
  at: at === null ? null : new Date(at).toISOString(),
});
