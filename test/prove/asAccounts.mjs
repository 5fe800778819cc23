import { readSecrets, signLocalToken, slices } from "@corespond/hub";

/** Asks the public graph as an account of the data folder's local issuer; `null` has not signed in. */
export async function asAccounts(dataFolder, url) {
  const { issuerKey } = await readSecrets(
    dataFolder,
    slices.map(({ name }) => name),
  );
  return async (account, query, variables) => {
    const { token } = account === null ? {} : await signLocalToken(issuerKey, account);
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query, variables }),
    });
    return await response.json();
  };
}
