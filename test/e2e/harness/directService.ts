import { dataOf } from "./graphClient";
import type { As } from "./startTestHub";

/** A service of the provider account's organization that takes referrals directly and is no protected program. */
export async function directService(as: As): Promise<string> {
  const { me } = dataOf(
    await as<{ me: { organization: { id: string } } }>("provider", "{ me { organization { id } } }"),
  );
  const { organization } = dataOf(
    await as<{
      organization: {
        services: { edges: readonly { node: { id: string; acceptsReferrals: boolean; protectedProgram: string } }[] };
      };
    }>(
      null,
      "query ($id: ID!) { organization(id: $id) { services(first: 50) { edges { node { id acceptsReferrals protectedProgram } } } } }",
      { id: me.organization.id },
    ),
  );
  const direct = organization.services.edges.find(
    ({ node }) => node.acceptsReferrals && node.protectedProgram === "NONE",
  );
  if (!direct) throw new Error("The demonstration's provider offers no service that takes referrals directly.");
  return direct.node.id;
}
