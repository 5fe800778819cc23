import { type z } from "zod";

/** One environment variable: what it must be, and what it is for. `docs/environment.md` lists them all. */
export interface EnvironmentVariable<T> {
  readonly schema: z.ZodType<T, string | undefined>;
  readonly description: string;
  readonly fallback?: string;
}

/** A group of environment variables, by name. */
export type EnvironmentCatalogue = Readonly<Record<string, EnvironmentVariable<unknown>>>;

/** The values that a catalogue's variables take. */
export type EnvironmentValues<C extends EnvironmentCatalogue> = {
  readonly [Name in keyof C]: C[Name] extends EnvironmentVariable<infer T> ? T : never;
};

/** Thrown where the environment is not as it must be; lists every variable that is wrong, never its value. */
export class EnvironmentError extends Error {
  override readonly name = "EnvironmentError";
}

/** Describes a variable. */
export function variable<T>(
  schema: z.ZodType<T, string | undefined>,
  description: string,
  fallback?: string,
): EnvironmentVariable<T> {
  return { schema, description, ...(fallback !== undefined && { fallback }) };
}

/** Reads a catalogue's variables. Values are not repeated in errors: some are secrets. */
export function readEnvironment<C extends EnvironmentCatalogue>(
  catalogue: C,
  environment: Readonly<Record<string, string | undefined>>,
): EnvironmentValues<C> {
  const problems: string[] = [];
  const values = Object.entries(catalogue).map(([name, { schema, description, fallback }]) => {
    const given = environment[name] === "" ? undefined : environment[name];
    const parsed = schema.safeParse(given ?? fallback);
    if (!parsed.success)
      problems.push(`${name}: ${given === undefined ? "is not set" : "is not valid"}. ${description}`);
    return [name, parsed.data] as const;
  });
  if (problems.length > 0) throw new EnvironmentError(`The environment is not complete:\n  ${problems.join("\n  ")}`);
  return Object.fromEntries(values) as EnvironmentValues<C>;
}
