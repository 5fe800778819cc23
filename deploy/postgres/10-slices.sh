#!/bin/bash
# Makes one database and two roles per slice, on the first start of the server: <slice>_owner owns the tables and brings
# them up to date, <slice>_app runs the slice, owns nothing, and is held by row-level security.
set -euo pipefail

for slice in agencies people referrals resources; do
  owner_password_variable="${slice^^}_OWNER_PASSWORD"
  app_password_variable="${slice^^}_APP_PASSWORD"
  psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" \
    --set slice="$slice" \
    --set owner="${slice}_owner" --set owner_password="${!owner_password_variable}" \
    --set app="${slice}_app" --set app_password="${!app_password_variable}" <<'SQL'
CREATE ROLE :"owner" LOGIN PASSWORD :'owner_password';
CREATE ROLE :"app" LOGIN PASSWORD :'app_password';
CREATE DATABASE :"slice" OWNER :"owner" TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C';
REVOKE ALL ON DATABASE :"slice" FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE :"slice" TO :"app";
\connect :"slice"
CREATE EXTENSION IF NOT EXISTS pgcrypto;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS unaccent;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT CREATE, USAGE ON SCHEMA public TO :"owner";
SQL
done
