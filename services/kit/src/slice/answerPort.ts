import { writeAudit } from "../audit/writeAudit";
import type { RequestContext } from "../context/requestContext";
import { graphError } from "../errors/graphError";
import type { PortFunctions } from "../port/portFunction";

/** Answers one question at a slice's port, as plain JSON. What it tells of persons is audited before the answer leaves. */
export async function answerPort(
  functions: PortFunctions,
  question: { readonly fn: string; readonly input: unknown },
  contextOf: () => RequestContext,
): Promise<unknown> {
  const { fn, input } = question;
  const asked = Object.hasOwn(functions, fn) ? functions[fn] : undefined;
  if (!asked) throw graphError("BAD_REQUEST", "The port has no such function.");
  const context = contextOf();
  const answer = await asked.answer(context, asked.input.parse(input));
  await writeAudit(context, context.audit.portRows(fn));
  return JSON.parse(JSON.stringify(answer)) as unknown;
}
