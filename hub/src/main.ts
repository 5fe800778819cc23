#!/usr/bin/env node
import { CountyDataError } from "@corespond/agencies";
import { DatabaseUnreachableError, EnvironmentError, ImportError } from "@corespond/kit";

import { cli } from "./cli";
import { CommandError } from "./commandError";
import { EmbeddedPostgresError } from "./postgres/embeddedPostgres";

const expected = [
  CommandError,
  CountyDataError,
  DatabaseUnreachableError,
  EmbeddedPostgresError,
  EnvironmentError,
  ImportError,
];

cli()
  .parseAsync()
  .catch((error: unknown) => {
    const known = expected.some((kind) => error instanceof kind);
    process.stderr.write(known ? `\n${(error as Error).message}\n` : `\n${String((error as Error).stack)}\n`);
    process.exit(1);
  });
