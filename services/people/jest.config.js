module.exports = {
  ...require("../../jest.preset.js"),
  globalSetup: "<rootDir>/../../test/kit/postgres.globalSetup.mjs",
  globalTeardown: "<rootDir>/../../test/kit/postgres.globalTeardown.mjs",
};
