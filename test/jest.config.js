module.exports = {
  ...require("../jest.preset.js"),
  globalSetup: "<rootDir>/kit/postgres.globalSetup.mjs",
  globalTeardown: "<rootDir>/kit/postgres.globalTeardown.mjs",
};
