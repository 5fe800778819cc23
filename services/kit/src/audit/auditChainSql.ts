/**
 * The chain over the audit, docs/adr/0009-the-audit-is-sealed-in-blocks.md. Rows are ordered by the transaction that
 * added them and their position; a block holds the rows between the last of the block before it and its own last, both of
 * transactions that had ended when it was cut, so that no row can commit into a block that is sealed.
 */
export const auditChainSql = `
CREATE TABLE corespond.audit_counter (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  transaction_offset bigint NOT NULL DEFAULT 0
);
INSERT INTO corespond.audit_counter DEFAULT VALUES;

CREATE FUNCTION corespond.audit_transaction() RETURNS bigint
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = corespond, public, pg_temp
  AS $$ SELECT pg_current_xact_id()::text::bigint + transaction_offset FROM audit_counter $$;

ALTER TABLE audit_entry
  ADD COLUMN outcome text NOT NULL DEFAULT 'SUCCESS' CHECK (outcome IN ('SUCCESS', 'DENIED', 'FAILED')),
  ADD COLUMN codes text[] NOT NULL DEFAULT '{}',
  ADD COLUMN position bigint GENERATED ALWAYS AS IDENTITY,
  ADD COLUMN transaction bigint NOT NULL DEFAULT corespond.audit_transaction();
CREATE UNIQUE INDEX audit_entry_order ON audit_entry (transaction, position);

CREATE TABLE audit_block (
  number bigint PRIMARY KEY,
  last_transaction bigint NOT NULL,
  last_position bigint NOT NULL,
  first_recorded_at timestamptz NOT NULL,
  last_recorded_at timestamptz NOT NULL,
  row_count integer NOT NULL,
  entries uuid[],
  row_hashes bytea,
  rows_hash bytea NOT NULL,
  previous_hash bytea NOT NULL,
  sealed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  hash bytea NOT NULL,
  purged_at timestamptz
);

CREATE FUNCTION corespond.audit_row_hash(e audit_entry) RETURNS bytea LANGUAGE sql STABLE
  AS $$ SELECT sha256(convert_to(jsonb_build_array(
    e.id, extract(epoch FROM e.recorded_at), e.request_id, e.viewer_id, e.viewer_role, e.agency_id, e.organization_id,
    e.client, e.purpose, e.operation, e.action, e.subjects, e.record_ids, e.fields, e.basis, e.withheld, e.outcome, e.codes
  )::text, 'UTF8')) $$;

CREATE FUNCTION corespond.audit_rows_hash(entries uuid[], row_hashes bytea) RETURNS bytea LANGUAGE sql STABLE
  AS $$ SELECT sha256(convert_to(array_to_string(entries, ','), 'UTF8') || row_hashes) $$;

CREATE FUNCTION corespond.audit_block_hash(b audit_block) RETURNS bytea LANGUAGE sql STABLE
  AS $$ SELECT sha256(convert_to(jsonb_build_array(
    b.number, b.last_transaction, b.last_position, extract(epoch FROM b.first_recorded_at),
    extract(epoch FROM b.last_recorded_at), b.row_count, encode(b.rows_hash, 'hex'), encode(b.previous_hash, 'hex'),
    extract(epoch FROM b.sealed_at))::text, 'UTF8')) $$;

CREATE FUNCTION corespond.audit_for_system() RETURNS void
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = corespond, public, pg_temp
  AS $$ BEGIN
    IF corespond.viewer() ->> 'role' IS DISTINCT FROM 'SYSTEM' THEN
      RAISE insufficient_privilege USING MESSAGE = 'the audit is sealed, verified, exported and purged by the hub alone';
    END IF;
  END $$;

CREATE FUNCTION corespond.audit_horizon() RETURNS bigint
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = corespond, public, pg_temp
  AS $$ SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint + transaction_offset FROM audit_counter $$;

CREATE FUNCTION corespond.audit_seal(block_size integer)
  RETURNS TABLE (block bigint, sealed integer, block_hash text)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = corespond, public, pg_temp
  AS $$
  DECLARE
    before audit_block;
    made audit_block;
    horizon bigint;
  BEGIN
    PERFORM audit_for_system();
    PERFORM pg_advisory_xact_lock(hashtext('corespond.audit.seal'));
    SELECT * INTO before FROM audit_block ORDER BY number DESC LIMIT 1;
    horizon := audit_horizon();
    SELECT coalesce(before.number, 0) + 1, (array_agg(e.transaction ORDER BY e.transaction DESC, e.position DESC))[1],
      (array_agg(e.position ORDER BY e.transaction DESC, e.position DESC))[1],
      min(e.recorded_at), max(e.recorded_at), count(*), array_agg(e.id ORDER BY e.transaction, e.position),
      string_agg(audit_row_hash(e), ''::bytea ORDER BY e.transaction, e.position)
    INTO made.number, made.last_transaction, made.last_position, made.first_recorded_at, made.last_recorded_at,
      made.row_count, made.entries, made.row_hashes
    FROM (
      SELECT * FROM audit_entry a
      WHERE (a.transaction, a.position) > (coalesce(before.last_transaction, -1), coalesce(before.last_position, -1))
        AND a.transaction < horizon
      ORDER BY a.transaction, a.position LIMIT block_size) e;
    IF made.row_count = 0 THEN RETURN; END IF;
    made.rows_hash := audit_rows_hash(made.entries, made.row_hashes);
    made.previous_hash := coalesce(before.hash, sha256(''::bytea));
    made.sealed_at := clock_timestamp();
    made.hash := audit_block_hash(made);
    INSERT INTO audit_block SELECT (made).*;
    RETURN QUERY SELECT made.number, made.row_count, encode(made.hash, 'hex');
  END $$;

CREATE FUNCTION corespond.audit_state()
  RETURNS TABLE (blocks bigint, head text, oldest_unsealed_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = corespond, public, pg_temp
  AS $$
    SELECT coalesce(last.number, 0), encode(last.hash, 'hex'), (
      SELECT e.recorded_at FROM audit_entry e
      WHERE (e.transaction, e.position) > (coalesce(last.last_transaction, -1), coalesce(last.last_position, -1))
      ORDER BY e.transaction, e.position LIMIT 1)
    FROM (SELECT) always LEFT JOIN (SELECT * FROM audit_block ORDER BY number DESC LIMIT 1) last ON true
  $$;
`;

/** A restored dump begins its count of transactions anew: rows must go on after those that are sealed. */
export const continueAuditSql = `
DO $$
DECLARE reached bigint;
BEGIN
  SELECT greatest((SELECT max(transaction) FROM audit_entry), (SELECT max(last_transaction) FROM audit_block)) INTO reached;
  IF reached > corespond.audit_transaction() THEN
    LOCK TABLE audit_entry IN SHARE ROW EXCLUSIVE MODE;
    UPDATE corespond.audit_counter SET transaction_offset = transaction_offset + reached - corespond.audit_transaction() + 1;
  END IF;
END $$`;
