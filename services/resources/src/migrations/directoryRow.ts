/**
 * The columns that every row of a directory has: its id in the graph, made when it first comes in, and what its
 * directory (`source`) calls it, by which it is the same row again in the next import.
 */
export const directoryRow = `
  id uuid PRIMARY KEY,
  source text NOT NULL CHECK (btrim(source) <> ''),
  external_id text NOT NULL CHECK (external_id <> ''),
  UNIQUE (source, external_id)`;
