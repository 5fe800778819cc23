const headers = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
};

const longestBody = 1_000;

/** The login page of an interaction, and the choice that is made there. */
export async function answerLogin(provider, accounts, { request, response }) {
  const { uid } = await provider.interactionDetails(request, response);
  if (request.method !== "POST") return response.writeHead(200, headers).end(pageHtml(uid, accounts));
  const chosen = new URLSearchParams(await textOf(request)).get("account");
  const account = accounts.find((each) => each.account === chosen);
  if (!account) return response.writeHead(400, headers).end(pageHtml(uid, accounts));
  const login = { accountId: account.account, remember: false, amr: ["pwd", "otp", "mfa"] };
  await provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false });
}

async function textOf(request) {
  let text = "";
  for await (const part of request) {
    text += part;
    if (text.length > longestBody) throw new Error("The form is longer than any of its choices.");
  }
  return text;
}

const escaped = (text) => text.replaceAll(/[&<>"]/g, (sign) => `&#${String(sign.codePointAt(0))};`);

/** No password: whoever reads this page sits at the machine that shows the demonstration. */
function pageHtml(uid, accounts) {
  const choices = accounts.map(
    ({ account, role, name }) =>
      `<p><button name="account" value="${escaped(account)}">${escaped(role)}: ${escaped(name)}</button></p>`,
  );
  return `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Sign in to the demonstration</title></head>
  <body style="font-family: sans-serif; margin: 3rem">
    <h1>Who are you?</h1>
    <p>These are the demonstration's accounts. All persons are made up.</p>
    <form method="post" action="/interaction/${escaped(uid)}">${choices.join("")}</form>
  </body>
</html>
`;
}
