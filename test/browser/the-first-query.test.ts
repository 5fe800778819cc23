import { chromium, type Browser } from "playwright-core";

import { startTestHub, type TestHub } from "../e2e/harness/startTestHub";
import { findBrowser, launchOptions } from "./findBrowser";

const found = findBrowser();
const describeInBrowser = found === undefined ? describe.skip : describe;
const minute = 60_000;

describeInBrowser("a newcomer with a browser", () => {
  let browser: Browser;
  let hub: TestHub;

  beforeAll(async () => {
    hub = await startTestHub();
    browser = await chromium.launch(await launchOptions(found!));
  }, 3 * minute);
  afterAll(async () => {
    await browser.close();
    await hub.stop();
  });

  test(
    "signs in as each of two roles at the hub's own page, and reads of one referral what each may read",
    async () => {
      const page = await browser.newPage();
      const elsewhere: string[] = [];
      page.on("request", (request) => {
        if (!request.url().startsWith(new URL(hub.hub.url).origin) && !request.url().startsWith("data:"))
          elsewhere.push(request.url());
      });
      await page.goto(hub.hub.url);
      await page.locator(".graphiql-query-editor .view-lines").getByText("acknowledgement").waitFor();
      const answer = page.locator(".result-window");
      const askAs = async (account: string): Promise<void> => {
        await page.getByLabel("Ask as").selectOption(account);
        await page.getByRole("button", { name: "Execute query" }).click();
      };
      await askAs("officer");
      await answer.getByText(/"role":\s"OFFICER"/).waitFor();
      await answer
        .getByText(/"status":\snull/)
        .first()
        .waitFor();
      await askAs("social-worker");
      await answer.getByText(/"role":\s"SOCIAL_WORKER"/).waitFor();
      await answer
        .getByText(/"status":\s"\w+"/)
        .first()
        .waitFor();
      expect(elsewhere).toEqual([]);
    },
    minute,
  );

  test(
    "signs in at the provider's page, as in production, and comes back signed in",
    async () => {
      const page = await browser.newPage();
      const complaints: string[] = [];
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("console", (message) => {
        if (message.type() === "error") complaints.push(message.text());
      });
      await page.goto(hub.hub.url);
      await page.getByRole("button", { name: "Sign in at the provider" }).click();
      await page.getByRole("button", { name: /^dispatcher/ }).click();
      await page.getByText("Signed in at the provider.").waitFor();
      expect(page.url()).toBe(hub.hub.url);
      await page.getByRole("button", { name: "Execute query" }).click();
      await page
        .locator(".result-window")
        .getByText(/"role":\s"DISPATCHER"/)
        .waitFor();
      const kept = await page.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])");
      expect(kept).not.toMatch(/eyJ|corespond:sign-in/);
      expect(complaints).toEqual([]);
    },
    minute,
  );
});
