"use strict";

const { randomBytes } = require("node:crypto");

const given = "CORESPOND_TEST_POSTGRES_URL";
const inUse = "CORESPOND_TEST_POSTGRES";
const run = "CORESPOND_TEST_RUN";

/** The server that the person who runs the tests names; undefined where they leave it to us. */
exports.givenServerUrl = () => process.env[given] || undefined;

/** Tells the workers of this run where the server is, and gives the run a name for its databases. */
exports.announceServer = (url) => {
  process.env[inUse] = url;
  process.env[run] ??= randomBytes(4).toString("hex");
};

/** What `announceServer` said; throws where a test runs without the kit's globalSetup. */
exports.testServer = () => {
  const url = process.env[inUse];
  const name = process.env[run];
  if (url && name) return { url, run: name };
  throw new Error(
    `${inUse} is not set: the workspace's jest.config.js must name test/kit/postgres.globalSetup.mjs as globalSetup.`,
  );
};
