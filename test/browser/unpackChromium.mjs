/**
 * `node unpackChromium.mjs FOLDER` unpacks the Chromium of @sparticuz/chromium, and the libraries that a bare Linux
 * lacks, into FOLDER. A process of its own, because the package takes where to and what from the environment.
 */
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";

const folder = process.argv[2];
await mkdir(path.dirname(folder), { recursive: true });
// Unpacked aside and moved at once: another test that comes by must not run half a browser.
const aside = await mkdtemp(`${folder}-`);
process.env.TMPDIR = aside;
process.env.AWS_EXECUTION_ENV = "AWS_Lambda_nodejs20.x";
try {
  const { default: chromium } = await import("@sparticuz/chromium");
  await chromium.executablePath();
  await writeFile(path.join(aside, "fonts", "fonts.conf"), fontsIn(path.join(folder, "fonts")));
  await rename(aside, folder);
} catch (error) {
  await rm(aside, { recursive: true });
  if (!existsSync(folder)) throw error;
}

/** The package's own file looks in the folders of AWS Lambda, and Chromium aborts where it finds no font at all. */
function fontsIn(directory) {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${directory}</dir>
  <cachedir>${directory}/cache</cachedir>
</fontconfig>
`;
}
