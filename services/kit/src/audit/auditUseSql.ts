/** How many years an audit row is kept at least: HIPAA asks for six (45 CFR 164.316), CJIS for one; the longest rules. */
export const leastYearsKept = 6;

/**
 * What the hub does with the sealed audit: verify it, export it, purge what every rule lets go. Each is a function of the
 * owner that answers a viewer of the role SYSTEM alone.
 */
export const auditUseSql = `
CREATE FUNCTION corespond.audit_faults(before audit_block, b audit_block)
  RETURNS TABLE (fault text, entry_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = corespond, public, pg_temp
  AS $$
    WITH sealed AS (
      SELECT s.id, s.place, substr(b.row_hashes, (s.place::integer - 1) * 32 + 1, 32) AS hash
      FROM unnest(b.entries) WITH ORDINALITY s (id, place)
    ), found AS (
      SELECT e.id, row_number() OVER (ORDER BY e.transaction, e.position) AS place, audit_row_hash(e) AS hash
      FROM audit_entry e
      WHERE (e.transaction, e.position) > (coalesce(before.last_transaction, -1), coalesce(before.last_position, -1))
        AND (e.transaction, e.position) <= (b.last_transaction, b.last_position)
    ), both_sides AS (
      SELECT sealed.id AS sealed_id, found.id AS found_id, sealed.hash IS DISTINCT FROM found.hash AS changed,
        row_number() OVER (PARTITION BY sealed.id IS NOT NULL AND found.id IS NOT NULL ORDER BY sealed.place)
          <> row_number() OVER (PARTITION BY sealed.id IS NOT NULL AND found.id IS NOT NULL ORDER BY found.place) AS moved
      FROM sealed FULL JOIN found ON found.id = sealed.id
    )
    SELECT 'ROW_INSERTED', found_id FROM both_sides WHERE sealed_id IS NULL
    UNION ALL SELECT 'ROW_REMOVED', sealed_id FROM both_sides WHERE found_id IS NULL
    UNION ALL SELECT CASE WHEN changed THEN 'ROW_CHANGED' ELSE 'ROW_REORDERED' END, found_id
      FROM both_sides WHERE found_id IS NOT NULL AND sealed_id IS NOT NULL AND (changed OR moved)
    UNION ALL SELECT 'BLOCK_REMOVED', NULL WHERE b.number <> coalesce(before.number, 0) + 1
    UNION ALL SELECT 'CHAIN_BROKEN', NULL WHERE b.previous_hash <> coalesce(before.hash, sha256(''::bytea))
    UNION ALL SELECT 'BLOCK_CHANGED', NULL
      WHERE b.hash <> audit_block_hash(b)
        OR (b.purged_at IS NULL AND b.rows_hash IS DISTINCT FROM audit_rows_hash(b.entries, b.row_hashes))
    UNION ALL SELECT 'PURGED_EARLY', NULL
      WHERE b.purged_at < b.last_recorded_at + make_interval(years => ${String(leastYearsKept)})
  $$;

CREATE FUNCTION corespond.audit_verify(after_block bigint, most integer)
  RETURNS TABLE (block bigint, row_count integer, block_hash text, purged boolean, faults jsonb)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = corespond, public, pg_temp
  AS $$
  DECLARE
    before audit_block;
    b audit_block;
  BEGIN
    PERFORM audit_for_system();
    SELECT * INTO before FROM audit_block WHERE number <= after_block ORDER BY number DESC LIMIT 1;
    FOR b IN SELECT * FROM audit_block WHERE number > after_block ORDER BY number LIMIT most LOOP
      RETURN QUERY SELECT b.number, b.row_count, encode(b.hash, 'hex'), b.purged_at IS NOT NULL, (
        SELECT coalesce(jsonb_agg(jsonb_build_object('fault', f.fault, 'entryId', f.entry_id)), '[]')
        FROM audit_faults(before, b) f);
      before := b;
    END LOOP;
  END $$;

CREATE FUNCTION corespond.audit_export(after_transaction bigint, after_position bigint, since timestamptz, most integer)
  RETURNS TABLE (transaction text, "position" text, entry jsonb)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = corespond, public, pg_temp
  AS $$
  BEGIN
    PERFORM audit_for_system();
    RETURN QUERY
    SELECT e.transaction::text, e.position::text, to_jsonb(e) - ARRAY['transaction', 'position']
    FROM audit_entry e
    WHERE (e.transaction, e.position) > (after_transaction, after_position)
      AND e.transaction < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
        + (SELECT transaction_offset FROM audit_counter)
      AND (since IS NULL OR e.recorded_at >= since)
    ORDER BY e.transaction, e.position LIMIT most;
  END $$;

CREATE FUNCTION corespond.audit_purge(years integer) RETURNS TABLE (block bigint, removed integer)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = corespond, public, pg_temp
  AS $$
  DECLARE
    before audit_block;
    b audit_block;
  BEGIN
    PERFORM audit_for_system();
    PERFORM pg_advisory_xact_lock(hashtext('corespond.audit.seal'));
    SELECT * INTO b FROM audit_block WHERE purged_at IS NULL ORDER BY number LIMIT 1;
    IF b.number IS NULL OR b.last_recorded_at >= clock_timestamp() - make_interval(years => greatest(years, ${String(leastYearsKept)})) THEN
      RETURN;
    END IF;
    SELECT * INTO before FROM audit_block WHERE number < b.number ORDER BY number DESC LIMIT 1;
    DELETE FROM audit_entry e
    WHERE (e.transaction, e.position) > (coalesce(before.last_transaction, -1), coalesce(before.last_position, -1))
      AND (e.transaction, e.position) <= (b.last_transaction, b.last_position);
    UPDATE audit_block SET entries = NULL, row_hashes = NULL, purged_at = clock_timestamp() WHERE number = b.number;
    RETURN QUERY SELECT b.number, b.row_count;
  END $$;
`;
