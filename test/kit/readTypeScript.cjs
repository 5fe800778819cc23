/** Lets a script of this workspace `require` TypeScript, compiled as everywhere else here. */
const { transformFileSync } = require("@swc/core");

const options = require("../../swc.config.js");

require.extensions[".ts"] = (module, file) => {
  const settings = {
    ...options,
    module: { ...options.module, ignoreDynamic: true },
    sourceMaps: "inline",
    swcrc: false,
  };
  module._compile(transformFileSync(file, settings).code, file);
};
