/* global Worker */

import { pageConfig } from "./pageConfig.mjs";

/** Monaco asks here for its workers; they come from our own origin, as the page's policy demands. */
globalThis.MonacoEnvironment = {
  getWorker(_moduleId, label) {
    return new Worker(pageConfig.workers[label] ?? pageConfig.workers.editor);
  },
};
