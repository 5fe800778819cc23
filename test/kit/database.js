"use strict";

const { createHash, randomBytes } = require("node:crypto");
const { Client } = require("pg");
const {
  ensureSliceDatabase,
  limitConnections,
  sliceAccess,
} = require("../../hub/src/postgres/ensureSliceDatabase.cjs");
const { testServer } = require("./config.js");

const addressOf = (url) => {
  const { hostname, port, username, password } = new URL(url);
  const superuser = { user: decodeURIComponent(username), password: decodeURIComponent(password) };
  return { host: hostname, port: Number(port || 5432), superuser };
};

const withAdmin = async (url, work) => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

const templateName = (run, { slice, migrate, fingerprint }) => {
  const made = createHash("sha256")
    .update(fingerprint ?? migrate.toString())
    .digest("hex")
    .slice(0, 8);
  return `tpl_${slice}_${run}${made}`;
};

// A template that takes no connections is finished: only the last step forbids them.
const isFinished = async (admin, template) => {
  const { rows } = await admin.query("SELECT datallowconn FROM pg_database WHERE datname = $1", [template]);
  return rows[0]?.datallowconn === false;
};

const buildTemplate = async (admin, template, { server, slice, migrate }) => {
  await admin.query(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
  const { ownerUrl } = await ensureSliceDatabase(server, slice, template);
  await migrate(ownerUrl);
  await admin.query(`ALTER DATABASE ${template} ALLOW_CONNECTIONS false`);
};

const ensureTemplate = async (admin, template, making) => {
  await admin.query("SELECT pg_advisory_lock(hashtext($1))", [template]);
  if (!(await isFinished(admin, template))) await buildTemplate(admin, template, making);
  await admin.query("SELECT pg_advisory_unlock(hashtext($1))", [template]);
};

exports.createTestDatabase = async function createTestDatabase({ slice, migrate, fingerprint }) {
  const { url, run } = testServer();
  const server = addressOf(url);
  const template = templateName(run, { slice, migrate, fingerprint });
  const database = `t_${slice}_${run}${randomBytes(4).toString("hex")}`;
  const { owner, app, ownerUrl, appUrl } = sliceAccess(server, slice, database);
  await withAdmin(url, async (admin) => {
    await ensureTemplate(admin, template, { server, slice, migrate });
    // Copying files takes half the time of the default, which writes every page to the log as well.
    await admin.query(`CREATE DATABASE ${database} OWNER ${owner} TEMPLATE ${template} STRATEGY file_copy`);
    await limitConnections(admin, database, app);
  });
  const superuserUrl = Object.assign(new URL(url), { pathname: `/${database}` }).href;
  const drop = () =>
    withAdmin(url, async (admin) => void (await admin.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`)));
  return { database, ownerUrl, appUrl, superuserUrl, drop };
};
