// links.mjs SITE: every relative href and src of every page leads to a file of
// the site, and a fragment to an id in it.
import { readFileSync, readdirSync, existsSync, statSync } from "node:fs";
import { dirname, join, resolve, relative } from "node:path";

const site = resolve(process.argv[2]);
const pages = readdirSync(site, { recursive: true })
  .filter((name) => name.endsWith(".html"))
  .sort();
const decode = (text) =>
  text.replace(/&amp;/g, "&").replace(/&#(\d+);/g, (_, n) =>
    String.fromCodePoint(Number(n)));
const ids = new Map();

function idsOf(file) {
  if (!ids.has(file)) {
    const text = readFileSync(file, "utf8");
    ids.set(file, new Set([...text.matchAll(/\sid="([^"]*)"/g)]
      .map((match) => decode(match[1]))));
  }
  return ids.get(file);
}

let bad = 0;
function finding(page, text) {
  console.log(`${page}: ${text}`);
  bad++;
}

for (const page of pages) {
  const file = join(site, page);
  const html = readFileSync(file, "utf8");
  const seen = new Set();
  for (const match of html.matchAll(/\sid="([^"]*)"/g)) {
    if (seen.has(match[1])) finding(page, `id '${match[1]}' stands twice`);
    seen.add(match[1]);
  }
  for (const match of html.matchAll(/\s(?:href|src)="([^"]*)"/g)) {
    const link = decode(match[1]);
    if (/^[a-z][a-z0-9+.-]*:/i.test(link)) continue;
    if (link.startsWith("/")) {
      finding(page, `'${link}' does not work from file://`);
      continue;
    }
    const [path, fragment] = link.split("#");
    const target = path === "" ? file
      : resolve(dirname(file), decodeURIComponent(path.split("?")[0]));
    if (!existsSync(target) || !statSync(target).isFile()) {
      finding(page, `'${link}' leads to no file`);
    } else if (relative(site, target).startsWith("..")) {
      finding(page, `'${link}' leads out of the site`);
    } else if (fragment && target.endsWith(".html") &&
               !idsOf(target).has(decodeURIComponent(fragment))) {
      finding(page, `'${link}' leads to no id`);
    }
  }
}
console.log(`${pages.length} pages, ${bad} findings`);
process.exit(bad || pages.length === 0 ? 1 : 0);
