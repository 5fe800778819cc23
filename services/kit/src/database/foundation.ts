/**
 * The SQL that every slice's first migration runs, as `<slice>_owner`: who asks (`corespond.viewer()`, whose signature
 * is checked here, inside the database, with a key that `<slice>_app` cannot read), audit, outbox, inbox, idempotency.
 * A token is `audience.claims.signature` as `signViewer` writes it.
 */
export function foundationSql(slice: string): string {
  return `${viewerSql(slice)}\n${bookkeepingSql}`;
}

const viewerSql = (slice: string): string => `
CREATE EXTENSION IF NOT EXISTS pgcrypto;
CREATE SCHEMA IF NOT EXISTS corespond;
CREATE TABLE corespond.viewer_key (
  key bytea PRIMARY KEY,
  added_at timestamptz NOT NULL DEFAULT now()
);

CREATE FUNCTION corespond.base64url(encoded text) RETURNS bytea
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  AS $$ SELECT decode(translate(encoded, '-_', '+/') || repeat('=', (4 - length(encoded) % 4) % 4), 'base64') $$;

CREATE FUNCTION corespond.signed_claims(token text, audiences text[]) RETURNS jsonb
  LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = corespond, public, pg_temp
  AS $$
  DECLARE
    part text[] := string_to_array(token, '.');
    claims jsonb;
  BEGIN
    IF token IS NULL OR cardinality(part) <> 3 OR part[1] <> ALL (audiences) THEN RETURN NULL; END IF;
    IF NOT EXISTS (
      SELECT FROM viewer_key k
      WHERE hmac(convert_to(part[1] || '.' || part[2], 'UTF8'), k.key, 'sha256') = base64url(part[3])
    ) THEN RETURN NULL; END IF;
    claims := convert_from(base64url(part[2]), 'UTF8')::jsonb;
    IF (claims ->> 'exp')::bigint <= extract(epoch FROM transaction_timestamp()) THEN RETURN NULL; END IF;
    RETURN claims;
  END $$;
REVOKE ALL ON FUNCTION corespond.signed_claims(text, text[]) FROM PUBLIC;

CREATE FUNCTION corespond.viewer() RETURNS jsonb
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = corespond, public, pg_temp
  AS $$ SELECT corespond.signed_claims(
    current_setting('corespond.viewer', true), ARRAY['${slice}/graph', '${slice}/port', '${slice}/system']) $$;

CREATE FUNCTION corespond.viewer_role() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT corespond.viewer() ->> 'role' $$;
CREATE FUNCTION corespond.viewer_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT (corespond.viewer() ->> 'id')::uuid $$;
CREATE FUNCTION corespond.viewer_agency() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT (corespond.viewer() ->> 'agencyId')::uuid $$;
CREATE FUNCTION corespond.viewer_organization() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT (corespond.viewer() ->> 'organizationId')::uuid $$;
CREATE FUNCTION corespond.viewer_serves() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(array_agg(served::uuid), '{}') FROM jsonb_array_elements_text(corespond.viewer() -> 'serves') served $$;

CREATE FUNCTION corespond.granted(kind text) RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = corespond, public, pg_temp
  AS $$
    SELECT coalesce(array_agg(granted::uuid), '{}')
    FROM corespond.signed_claims(current_setting('corespond.grants', true), ARRAY['${slice}/grants']) AS claims,
         jsonb_array_elements_text(claims -> kind) granted
    WHERE claims ->> 'viewer' IS NOT DISTINCT FROM corespond.viewer() ->> 'id'
  $$;
`;

const bookkeepingSql = `
CREATE TABLE corespond.data_mark (
  mark text PRIMARY KEY CHECK (mark IN ('real')),
  marked_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE audit_entry (
  id uuid PRIMARY KEY,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  request_id text NOT NULL,
  viewer_id uuid,
  viewer_role text NOT NULL,
  agency_id uuid,
  organization_id uuid,
  client text NOT NULL,
  purpose text NOT NULL,
  operation text NOT NULL,
  action text NOT NULL,
  subjects jsonb NOT NULL,
  record_ids uuid[] NOT NULL,
  fields text[] NOT NULL,
  basis text[] NOT NULL,
  withheld text[] NOT NULL
);
CREATE INDEX audit_entry_record ON audit_entry USING gin (record_ids);
CREATE INDEX audit_entry_recorded ON audit_entry (recorded_at);

CREATE TABLE outbox (
  id uuid PRIMARY KEY,
  sequence bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  type text NOT NULL,
  entity_id uuid NOT NULL,
  payload jsonb NOT NULL,
  occurred_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  delivered_to text[] NOT NULL DEFAULT '{}',
  attempts integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  published_at timestamptz
);
CREATE INDEX outbox_waiting ON outbox (entity_id, sequence) WHERE published_at IS NULL;
CREATE FUNCTION corespond.outbox_notify() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN PERFORM pg_notify('corespond_outbox', ''); RETURN NULL; END $$;
CREATE TRIGGER outbox_notify AFTER INSERT ON outbox FOR EACH STATEMENT EXECUTE FUNCTION corespond.outbox_notify();

CREATE TABLE inbox (
  event_id uuid PRIMARY KEY,
  source text NOT NULL,
  type text NOT NULL,
  received_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE idempotency (
  client text NOT NULL,
  staff_id uuid NOT NULL,
  mutation text NOT NULL,
  key text NOT NULL,
  input_hash text NOT NULL,
  result jsonb,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (client, staff_id, mutation, key)
);
CREATE INDEX idempotency_recorded ON idempotency (recorded_at);
`;
