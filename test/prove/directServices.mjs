import { Steps } from "./steps.mjs";

/** Every service that takes referrals directly and is no protected program: `{ id, name, organization { id } }`. */
export async function directServices(as) {
  const steps = new Steps(as);
  const found = [];
  let after = null;
  do {
    const { searchServices } = await steps.read(
      null,
      `query ($after: String) {
        searchServices(acceptanceMode: DIRECT, first: 100, after: $after) {
          pageInfo { hasNextPage endCursor }
          edges { node { id name acceptsReferrals protectedProgram organization { id } } }
        }
      }`,
      { after },
    );
    found.push(...searchServices.edges.map(({ node }) => node));
    after = searchServices.pageInfo.hasNextPage ? searchServices.pageInfo.endCursor : null;
  } while (after !== null);
  return found.filter(({ acceptsReferrals, protectedProgram }) => acceptsReferrals && protectedProgram === "NONE");
}

/** The id of such a service of the organization that the demonstration's provider works for. */
export async function demoService(as) {
  const { me } = await new Steps(as).read("provider", "{ me { organization { id } } }");
  const service = (await directServices(as)).find(({ organization }) => organization.id === me.organization.id);
  if (!service) throw new Error("The demonstration's provider offers no service that takes referrals directly.");
  return service.id;
}
