import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import type { LaunchOptions } from "playwright-core";

const installed: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ["/usr/bin/google-chrome", "/usr/bin/chromium"],
  darwin: ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"],
  win32: [
    String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
    String.raw`C:\Program Files (x86)\Google\Chrome\Application\chrome.exe`,
  ],
};

/** How to get a browser on this machine; undefined where there is none. */
export type Browser = { readonly kind: "packaged" } | { readonly kind: "installed"; readonly file: string };

/** Looks for a browser: the one that came with `npm ci` on Linux, elsewhere the system's Chrome. */
export function findBrowser(): Browser | undefined {
  if (process.platform === "linux" && process.arch === "x64") return { kind: "packaged" };
  const file = installed[process.platform]?.find((candidate) => existsSync(candidate));
  return file === undefined ? undefined : { kind: "installed", file };
}

// The page is tested as a user's browser runs it, so none of the package's own switches, which turn its defences off.
const args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"];

/** What to launch it with; the packaged one is unpacked at its first use, which takes some ten seconds. */
export async function launchOptions(browser: Browser): Promise<LaunchOptions> {
  if (browser.kind === "installed") return { executablePath: browser.file, args };
  const folder = path.join(__dirname, "..", "node_modules", ".cache", `chromium-${packagedVersion()}`);
  const executablePath = path.join(folder, "chromium");
  if (!existsSync(executablePath)) {
    await promisify(execFile)(process.execPath, [path.join(__dirname, "unpackChromium.mjs"), folder]);
  }
  const libraries = path.join(folder, "al2023", "lib");
  return { executablePath, args, env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: path.join(folder, "fonts") } };
}

function packagedVersion(): string {
  const manifest = readFileSync(path.join(__dirname, "..", "package.json"), "utf8");
  const { devDependencies } = JSON.parse(manifest) as { devDependencies: Readonly<Record<string, string>> };
  return String(devDependencies["@sparticuz/chromium"]);
}
