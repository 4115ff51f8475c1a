// structured-data.mjs FILE...: Adobe's validator finds no error in the
// structured data of these pages, which name only properties that
// schema.org 30.0 has. A .json file holds an item, or a list of them.
// structured-data.mjs --test FILE: it finds what is broken in a JobPosting.
import { readFileSync } from "node:fs";
import Validator from "@adobe/structured-data-validator";
import WebAutoExtractor from "@marbec/web-auto-extractor";

const vocabulary = new URL("../boards/schema-org-30.jsonld", import.meta.url);
const validator = new Validator(JSON.parse(readFileSync(vocabulary, "utf8")));
const script = (text) => '<script type="application/ld+json">' +
  text.replaceAll("</", "<\\/") + "</script>";

// Recommendations are no defect; a property that schema.org lacks is one.
const isDefect = (issue) =>
  issue.severity === "ERROR" || issue.errorType === "schemaOrg";

// It looks into one place, not into a list: a job of several is as many jobs.
const eachPlace = (job) => Array.isArray(job.jobLocation)
  ? job.jobLocation.map((place) => ({ ...job, jobLocation: place }))
  : [job];

async function issues(html) {
  const data = new WebAutoExtractor().parse(html);
  const jsonld = { ...data.jsonld };

  jsonld.JobPosting = (jsonld.JobPosting ?? []).flatMap(eachPlace);
  const found = await validator.validate({ ...data, jsonld });
  const blocks = html.match(/<script type="application\/ld\+json">/g) ?? [];
  const read = Object.values(data.jsonld).flat().length;

  if (read < blocks.length)
    return [`${read} of ${blocks.length} items could be read`];
  return [...found.filter(isDefect), ...data.errors ?? []]
    .map((issue) => issue.issueMessage ?? JSON.stringify(issue));
}

function load(path) {
  const text = readFileSync(path, "utf8");

  return path.endsWith(".json")
    ? [JSON.parse(text)].flat().map((item) => script(JSON.stringify(item))).join("")
    : text;
}

// Each change breaks a rule; the page as it is breaks none.
const mutations = [
  ["title is gone", (job) => { delete job.title; }],
  ["datePosted is no date", (job) => { job.datePosted = "soon"; }],
  ["nobody hires", (job) => { delete job.hiringOrganization; }],
  ["no place", (job) => { delete job.jobLocation; }],
  ["a place without country", (job) => {
    delete job.jobLocation.address.addressCountry;
  }],
  ["two places, one without country", (job) => {
    const place = structuredClone(job.jobLocation);

    delete place.address.addressCountry;
    job.jobLocation = [job.jobLocation, place];
  }],
  ["remote from nowhere", (job) => {
    job.jobLocationType = "TELECOMMUTE";
    delete job.applicantLocationRequirements;
  }],
  ["a property that is none", (job) => { job.salary = "much"; }],
  ["a superseded property", (job) => { job.benefits = "many"; }],
  ["a property of another type", (job) => {
    job.hiringOrganization.jobTitle = "Keeper";
  }],
  ["a type that is none", (job) => {
    job.hiringOrganization["@type"] = "Corp";
  }],
];

async function test(path) {
  const html = readFileSync(path, "utf8");
  const [, text] =
    /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(html);
  const found = [];

  for (const [name, change] of mutations) {
    let job = JSON.parse(text);

    [job] = eachPlace(job);
    change(job);
    if ((await issues(script(JSON.stringify(job)))).length === 0)
      found.push(`not found: ${name}`);
  }
  return found;
}

const args = process.argv.slice(2);
let found = [];
if (args[0] === "--test") {
  found = await test(args[1]);
} else {
  for (const path of args)
    found.push(...(await issues(load(path))).map((line) => `${path}: ${line}`));
}
for (const line of found) console.log(line);
process.exit(found.length > 0 ? 1 : 0);
