import { pino, type DestinationStream, type Logger } from "pino";

/**
 * A logger whose lines hold ids, never names or narratives: of an error only its kind, code and stack are written, since
 * drivers put rows' values into `message` and `detail`.
 */
export function createLog(
  options: { readonly name: string; readonly level: string },
  destination?: DestinationStream,
): Logger {
  return pino(
    {
      name: options.name,
      level: options.level,
      base: { name: options.name },
      serializers: { err: safeError },
      redact: {
        paths: ["*.authorization", "authorization", "*.token", "token", "variables", "*.variables"],
        censor: "withheld",
      },
    },
    destination ?? pino.destination({ fd: 2, sync: true }),
  );
}

interface SafeError {
  readonly type: string;
  readonly code: string | undefined;
  readonly stack: string | undefined;
}

function safeError(error: unknown): SafeError {
  if (!(error instanceof Error)) return { type: typeof error, code: undefined, stack: undefined };
  const code: unknown = (error as { readonly code?: unknown }).code;
  return {
    type: error.name,
    code: typeof code === "string" ? code : undefined,
    stack: error.stack
      ?.split("\n")
      .filter((line) => /^\s+at /.test(line))
      .join("\n"),
  };
}
