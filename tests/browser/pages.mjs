// pages.mjs SITE PROFILE: see run.sh. Prints 'ok ...' and 'not ok ...'.
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [site, profile] = process.argv.slice(2);
const axe = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const pages = readdirSync(site, { recursive: true })
  .filter((name) => name.endsWith(".html"))
  .sort();

// The first two pages of each kind: same folder, same language, index or not.
function sample(names) {
  const kinds = new Map();
  for (const name of names) {
    const kind = name.replace(/[^/]*$/, (file) =>
      file === "index.html" || !name.includes("/") ? file : "*");
    kinds.set(kind, [...(kinds.get(kind) ?? []), name].slice(0, 2));
  }
  return [...kinds.values()].flat();
}

// What a reader of the structure would stumble over.
function structure() {
  const found = [];
  const levels = [...document.querySelectorAll("h1,h2,h3,h4,h5,h6")]
    .map((heading) => Number(heading.tagName[1]));
  if (levels.filter((level) => level === 1).length !== 1)
    found.push("not one h1");
  levels.forEach((level, i) => {
    if (i > 0 && level > levels[i - 1] + 1)
      found.push(`h${level} after h${levels[i - 1]}`);
  });
  if (document.documentElement.scrollWidth > window.innerWidth)
    found.push(`page is ${document.documentElement.scrollWidth} px wide ` +
      `in a window of ${window.innerWidth}`);
  if (!document.documentElement.lang) found.push("no language");
  if (!document.querySelector('meta[name="viewport"]'))
    found.push("no viewport");
  return found;
}

async function findings(page) {
  const found = await page.evaluate(structure);
  // The page's own policy may forbid scripts, an isolated world may not.
  await page.evaluate(axe);
  const result = await page.evaluate(() => window.axe.run(document, {
    resultTypes: ["violations"],
    preload: false, // it would fetch the style sheet, which file:// forbids
  }));
  for (const violation of result.violations) {
    const nodes = violation.nodes.map((node) => node.target.join(" "));
    found.push(`axe ${violation.id}: ${violation.help}: ` +
      nodes.slice(0, 3).join(", "));
  }
  return found;
}

const context = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  headless: true,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update",
    "--disable-sync"],
});
const page = await context.newPage();
let noise = [];
page.on("console", (message) => {
  if (["error", "warning"].includes(message.type())) noise.push(message.text());
});
page.on("pageerror", (error) => noise.push(String(error)));
page.on("requestfailed", (request) => noise.push(`no ${request.url()}`));

let failed = 0;
function verdict(name, found) {
  console.log(`${found.length ? "not ok" : "ok"} browser: ${name}`);
  for (const line of found) console.log(`    ${line}`);
  failed += found.length ? 1 : 0;
}

for (const name of sample(pages)) {
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [1280, 360]) {
      noise = [];
      await page.emulateMedia({ colorScheme, media: "screen" });
      await page.setViewportSize({ width, height: 800 });
      await page.goto(pathToFileURL(join(site, name)).href);
      verdict(`${name} ${colorScheme} ${width}`,
        [...await findings(page), ...noise]);
    }
  }
}

// Without JavaScript nothing may be missing; on paper nothing may be cut off.
const role = pages.find((name) => /^roles\/(?!index)/.test(name));
if (role) {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(pathToFileURL(join(site, role)).href);
  const button = page.getByRole("button", { name: /copy/i });
  if (await button.count()) {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await button.first().click();
    await page.waitForTimeout(200);
    const copied = await page.evaluate(() =>
      navigator.clipboard.readText().catch((error) => `! ${error}`));
    const title = await page.locator("h1").first().innerText();
    verdict("copy button",
      copied.includes(title) ? [] : [`copied '${copied.slice(0, 80)}'`]);
  } else {
    verdict("copy button", ["there is none"]);
  }
  await page.emulateMedia({ media: "print" });
  const pdf = await page.pdf({ format: "A4" });
  verdict("print", pdf.length > 1000 ? [] : ["no page printed"]);
}
await context.close();
process.exit(failed ? 1 : 0);
