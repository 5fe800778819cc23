/* global history, location, sessionStorage */

/** Where what a sign-in began with waits for the browser to come back; gone with the tab, and of no use without it. */
const waiting = "corespond:sign-in";

/** The OpenID provider that this gateway offers; undefined where it offers none. */
export async function offeredProvider() {
  const response = await fetch("demo/provider");
  return (response.ok ? await response.json() : null) ?? undefined;
}

/** Leaves for the provider's login page: authorization code with PKCE (RFC 7636), as any client of the graph does. */
export async function leaveToSignIn({ authorizationEndpoint, clientId }) {
  const verifier = randomText();
  const state = randomText();
  sessionStorage.setItem(waiting, JSON.stringify({ verifier, state, redirectUri: ownAddress() }));
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
  const asked = {
    client_id: clientId,
    response_type: "code",
    redirect_uri: ownAddress(),
    scope: "openid",
    state,
    code_challenge: base64url(new Uint8Array(digest)),
    code_challenge_method: "S256",
  };
  location.assign(`${authorizationEndpoint}?${new URLSearchParams(asked)}`);
}

/** The token that a finished sign-in brings; undefined where the browser does not come back from one. */
export async function finishSignIn({ tokenEndpoint, clientId }) {
  const answer = new URLSearchParams(location.search);
  const began = JSON.parse(sessionStorage.getItem(waiting) ?? "null");
  if (!answer.has("state") || began === null) return undefined;
  sessionStorage.removeItem(waiting);
  history.replaceState(null, "", ownAddress());
  const code = answer.get("code");
  if (answer.get("state") !== began.state || code === null) throw new Error("Signing in was not finished.");
  const body = new URLSearchParams({
    grant_type: "authorization_code",
    client_id: clientId,
    redirect_uri: began.redirectUri,
    code,
    code_verifier: began.verifier,
  });
  const response = await fetch(tokenEndpoint, { method: "POST", body });
  if (!response.ok) throw new Error(`The provider refused to sign in, with status ${response.status}.`);
  const { access_token: token, expires_in: seconds } = await response.json();
  return { token, expiresAt: Date.now() + seconds * 1_000 };
}

const ownAddress = () => location.origin + location.pathname;

const randomText = () => base64url(crypto.getRandomValues(new Uint8Array(32)));

const base64url = (bytes) =>
  btoa(String.fromCodePoint(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
