import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";
import { findBrowser, launchOptions } from "./findBrowser";
import { startToyGraph, type ToyGraph } from "./toyGraph";

const found = findBrowser();
const describeInBrowser = found === undefined ? describe.skip : describe;
const minute = 60_000;

if (found === undefined) {
  console.warn("Skipped the page at the graph's URL: this machine has no browser; install Chrome to run it.");
}

describeInBrowser("the page at the graph's URL", () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let graph: ToyGraph;
  let requested: string[];
  let complaints: string[];

  beforeAll(async () => {
    browser = await chromium.launch(await launchOptions(found!));
  }, 3 * minute);

  afterAll(() => browser.close());

  /** Opens the page as a new visitor, and notes what it loads and what the browser complains about. */
  const open = async (options: { offersAccounts?: boolean; tokenSeconds?: number } = {}): Promise<void> => {
    graph = await startToyGraph({ offersAccounts: true, tokenSeconds: 3_600, ...options });
    context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    page = await context.newPage();
    requested = [];
    complaints = [];
    page.on("request", (request) => requested.push(request.url()));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
    });
    await page.goto(graph.url);
    await page.locator(".graphiql-query-editor .view-lines").getByText("whoAmI").waitFor();
  };

  const run = async (): Promise<void> => {
    await page.getByRole("button", { name: "Execute query" }).click();
  };

  /** Waits until the answer says so. Monaco writes spaces as no-break spaces. */
  const answered = (text: string): Promise<void> =>
    page
      .locator(".result-window")
      .getByText(new RegExp(text.replaceAll(" ", "\\s")))
      .waitFor();

  afterEach(async () => {
    await context.close();
    await graph.stop();
  });

  test(
    "runs the query that it opens with, loads nothing from elsewhere, and breaks no rule of its policy",
    async () => {
      await open();
      await run();
      await answered("asked with nothing");
      expect(await page.title()).toBe("Corespond graph");
      const elsewhere = requested.filter((url) => !url.startsWith(`${graph.origin}/`) && !url.startsWith("data:"));
      expect(elsewhere).toEqual([]);
      expect(complaints).toEqual([]);
    },
    minute,
  );

  test(
    "checks a query while it is typed, in a worker of ours",
    async () => {
      await open();
      await page.locator(".graphiql-query-editor .view-lines").click();
      await page.keyboard.press("Control+End");
      await page.keyboard.type("{ nobody");
      await page.locator(".graphiql-query-editor .squiggly-error").first().waitFor({ state: "attached" });
      expect(page.workers().map((worker) => new URL(worker.url()).pathname)).toEqual(
        expect.arrayContaining([expect.stringMatching(/^\/graphiql\/graphql\.worker-\w+\.js$/)]),
      );
      expect(complaints).toEqual([]);
    },
    minute,
  );

  test(
    "asks as the account that is chosen, as another, and as nobody again, and keeps the token to itself",
    async () => {
      await open();
      const bar = page.getByLabel("Ask as");
      await bar.selectOption("worker");
      await run();
      await answered("asked with Bearer secret-worker-1");
      await bar.selectOption({ label: "Officer: Olga Testperson" });
      await run();
      await answered("asked with Bearer secret-officer-2");
      const kept = await page.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])");
      expect(kept).toContain("whoAmI");
      expect(kept).not.toContain("secret");
      await bar.selectOption("");
      await run();
      await answered("asked with nothing");
      expect(graph.signIns()).toBe(2);
      expect(complaints).toEqual([]);
    },
    minute,
  );

  test(
    "signs in again where the token has expired",
    async () => {
      await open({ tokenSeconds: 0 });
      await page.getByLabel("Ask as").selectOption("worker");
      await run();
      await answered("asked with Bearer secret-worker-\\d");
      await run();
      await answered("asked with Bearer secret-worker-[23]");
      expect(graph.signIns()).toBeGreaterThan(1);
    },
    minute,
  );

  test(
    "has no bar where the gateway offers no accounts",
    async () => {
      await open({ offersAccounts: false });
      await run();
      await answered("asked with nothing");
      expect(await page.getByLabel("Ask as").count()).toBe(0);
    },
    minute,
  );
});
