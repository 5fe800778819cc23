"use strict";

const { createHmac } = require("node:crypto");
const { Client } = require("pg");

const extensions = ["pgcrypto", "pg_trgm", "fuzzystrmatch", "btree_gist", "unaccent"];
const plainName = /^[a-z][a-z0-9_]{0,54}$/;
// One lock for all slices: roles belong to the whole server, and two sessions that alter one at once fail.
const setUpLock = 0x534c4943;

// Derived, so that any process which may read the server's password finds the same ones without another file.
const rolePassword = (server, role) => createHmac("sha256", server.superuser.password).update(role).digest("hex");

const checked = (name) => {
  if (plainName.test(name)) return name;
  throw new Error(
    `A database name is lower case letters, digits and _, at most 55 of them, but got: ${JSON.stringify(name)}`,
  );
};

const urlFor = ({ host, port }, { user, password, database }) =>
  `postgres://${encodeURIComponent(user)}:${encodeURIComponent(password)}@${host}:${port}/${database}`;

const withClient = async (url, work) => {
  const client = new Client({ connectionString: url, application_name: "slice set-up" });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

const ensureRole = async (client, role, password) => {
  const { rowCount } = await client.query("/* postgres.roleExists */ SELECT FROM pg_roles WHERE rolname = $1", [role]);
  const verb = rowCount ? "ALTER" : "CREATE";
  const rights = "LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION";
  await client.query(`/* postgres.ensureRole */ ${verb} ROLE ${role} ${rights} PASSWORD '${password}'`);
};

const ensureDatabase = async (client, database, owner) => {
  const { rowCount } = await client.query("/* postgres.databaseExists */ SELECT FROM pg_database WHERE datname = $1", [
    database,
  ]);
  if (rowCount) return false;
  const alike = "TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C'";
  await client.query(`/* postgres.createDatabase */ CREATE DATABASE ${database} OWNER ${owner} ${alike}`);
  return true;
};

/** Who may connect, and stage an import in temporary tables: the owner and the slice's application. A clone does not inherit this. */
const limitConnections = async (client, database, app) => {
  await client.query(`/* postgres.limitConnections */ REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
  await client.query(`/* postgres.allowApp */ GRANT CONNECT, TEMPORARY ON DATABASE ${database} TO ${app}`);
};

const furnish = async (client) => {
  for (const extension of extensions)
    await client.query(`/* postgres.extension */ CREATE EXTENSION IF NOT EXISTS ${extension}`);
  await client.query("/* postgres.closePublic */ REVOKE CREATE ON SCHEMA public FROM PUBLIC");
};

const sliceAccess = (server, slice, database) => {
  const owner = `${slice}_owner`;
  const app = `${slice}_app`;
  const login = (user) => urlFor(server, { user, password: rolePassword(server, user), database });
  return { slice, database, owner, app, ownerUrl: login(owner), appUrl: login(app) };
};

const ensureSliceDatabase = async (server, slice, database = slice) => {
  const access = sliceAccess(server, checked(slice), checked(database));
  const adminUrl = (name) => urlFor(server, { ...server.superuser, database: name });
  const created = await withClient(adminUrl("postgres"), async (admin) => {
    await admin.query("/* postgres.setUpLock */ SELECT pg_advisory_lock($1)", [setUpLock]);
    for (const role of [access.owner, access.app]) await ensureRole(admin, role, rolePassword(server, role));
    const made = await ensureDatabase(admin, database, access.owner);
    await limitConnections(admin, database, access.app);
    await withClient(adminUrl(database), furnish);
    return made;
  });
  return { ...access, created };
};

module.exports = { ensureSliceDatabase, limitConnections, sliceAccess };
