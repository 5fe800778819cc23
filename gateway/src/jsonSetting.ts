import { z } from "zod";

/** A variable whose text is JSON of a schema; `what` says in the error what it should have been. */
export function jsonSetting<T>(schema: z.ZodType<T>, what: string) {
  return z.string().transform((text, context): T => {
    const { data, error } = schema.safeParse(jsonOf(text));
    if (error === undefined) return data;
    const wrong = error.issues.map(({ path, message }) => `${path.join(".")} ${message}`.trim());
    context.addIssue({ code: "custom", message: `is not ${what}: ${wrong.join("; ")}` });
    return z.NEVER;
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
