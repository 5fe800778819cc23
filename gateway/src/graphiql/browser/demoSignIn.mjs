/** Signing in again this early keeps a token from expiring on its way. */
const marginMs = 10_000;

/** Stands for whoever signed in at the provider's page. */
const atProvider = "@provider";

/** The accounts that this gateway offers for trying it out; none where it offers no such thing. */
export async function demoAccounts() {
  const response = await fetch("demo/accounts");
  return response.ok ? await response.json() : [];
}

/** The one who is signed in. The token lives here, in memory, and is gone with the page. */
export class DemoSession {
  #account = "";
  /** The promise of a token; everyone who asks while it is on its way gets the same one. */
  #grant;
  #expiresAt = 0;

  /** Signs in as an account, or out with an empty name. */
  async signIn(account) {
    this.#account = account;
    this.#grant = undefined;
    await this.token();
  }

  /** Takes the token that a sign-in at the provider brought; nobody renews it but its person. */
  adopt({ token, expiresAt }) {
    this.#account = atProvider;
    this.#grant = Promise.resolve(token);
    this.#expiresAt = expiresAt;
  }

  /** The token to send, renewed where it is about to expire; undefined for someone who is not signed in. */
  async token() {
    if (this.#account === "") return undefined;
    const holds = this.#grant !== undefined && Date.now() < this.#expiresAt - marginMs;
    if (!holds && this.#account === atProvider) throw new Error("The sign-in is over. Sign in again.");
    return await (holds ? this.#grant : this.#renew(this.#account));
  }

  #renew(account) {
    this.#expiresAt = Infinity;
    const grant = requestToken(account).then(
      ({ token, expiresAt }) => {
        if (this.#grant === grant) this.#expiresAt = Date.parse(expiresAt);
        return token;
      },
      (error) => {
        if (this.#grant === grant) this.#grant = undefined;
        throw error;
      },
    );
    this.#grant = grant;
    return grant;
  }
}

async function requestToken(account) {
  const response = await fetch("demo/sign-in", {
    method: "POST",
    headers: { "content-type": "application/json", "x-corespond-demo": "1" },
    body: JSON.stringify({ account }),
  });
  if (!response.ok) throw new Error(`Signing in as ${account} failed with status ${response.status}.`);
  return await response.json();
}
