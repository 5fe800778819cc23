/** Signing in again this early keeps a token from expiring on its way. */
const marginMs = 10_000;

/** The accounts that this gateway offers for trying it out; none where it offers no such thing. */
export async function demoAccounts() {
  const response = await fetch("demo/accounts");
  return response.ok ? await response.json() : [];
}

/** The one who is signed in. The token lives here, in memory, and is gone with the page. */
export class DemoSession {
  #account = "";
  #token = "";
  #expiresAt = 0;

  /** Signs in as an account, or out with an empty name. */
  async signIn(account) {
    this.#account = account;
    this.#token = "";
    this.#expiresAt = 0;
    await this.token();
  }

  /** The token to send, renewed where it is about to expire; undefined for someone who is not signed in. */
  async token() {
    if (this.#account === "") return undefined;
    if (Date.now() > this.#expiresAt - marginMs) await this.#renew(this.#account);
    return this.#token;
  }

  async #renew(account) {
    const response = await fetch("demo/sign-in", {
      method: "POST",
      headers: { "content-type": "application/json", "x-corespond-demo": "1" },
      body: JSON.stringify({ account }),
    });
    if (!response.ok) throw new Error(`Signing in as ${account} failed with status ${response.status}.`);
    const { token, expiresAt } = await response.json();
    // Whoever signs in meanwhile as somebody else must not be given this token.
    if (account !== this.#account) return;
    this.#token = token;
    this.#expiresAt = new Date(expiresAt).getTime();
  }
}
