import type { LoaderDefinition, RequestContext } from "@corespond/kit";

import { welfareRoles } from "../access/rolesOfReferrals";
import { ProtectedProgram, protectionOf } from "../vocabulary/protectedProgram";
import { answered } from "./knownConsents";

const programs = Object.values(ProtectedProgram);

/** The question of each request, asked once. */
const questions = new WeakMap<RequestContext, Promise<void>>();

/** The records whose consents open service referrals to a kind of protected program, as row-level security reads them. */
export const grantedSql = (program: ProtectedProgram): string =>
  `((select corespond.granted('${protectionOf[program].grant}'))::uuid[])`;

/**
 * A loader that reads only after people has named the records whose consents open protected service referrals to the
 * viewer: the 1,000 latest signed. The question is the same whether there is anything to open or not, so that it tells
 * nothing either.
 */
export function withProtectedGrants<K, V>(loader: LoaderDefinition<K, V>): LoaderDefinition<K, V> {
  return {
    ...loader,
    async batch(context, keys) {
      await granted(context);
      return await loader.batch(context, keys);
    },
  };
}

async function granted(context: RequestContext): Promise<void> {
  if (!welfareRoles.includes(context.viewer.role)) return;
  const question = questions.get(context) ?? grant(context);
  questions.set(context, question);
  await question;
}

async function grant(context: RequestContext): Promise<void> {
  const consents = await answered(context, { categories: programs.map((program) => protectionOf[program].category) });
  for (const program of programs) {
    const { regime, category, grant: kind } = protectionOf[program];
    const opened = consents.filter((c) => c.regimes.includes(regime) && c.categories.includes(category));
    context.grants.allow(kind, [...new Set(opened.map(({ recordId }) => recordId))]);
  }
}
