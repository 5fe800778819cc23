import path from "node:path";

/** The repository's root, from `hub/src` and from `hub/dist` alike. */
export const repositoryRoot = path.resolve(__dirname, "../..");
