/**
 * SQL, repeatable: the lists of ids among a viewer's claims that came after the foundation, each as a function beside
 * `corespond.viewer_serves()`. A claim that a viewer does not carry is an empty list.
 */
export const viewerListsSql = Object.entries({ viewer_covers: "covers", viewer_records: "records" })
  .map(
    ([name, claim]) => `
CREATE OR REPLACE FUNCTION corespond.${name}() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(array_agg(listed::uuid), '{}') FROM jsonb_array_elements_text(corespond.viewer() -> '${claim}') listed $$;`,
  )
  .join("");
