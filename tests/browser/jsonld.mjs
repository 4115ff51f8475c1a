// jsonld.mjs PAGE: the page holds one JobPosting as JSON-LD, with the
// properties that schema.org readers ask for, in the right types.
import { readFileSync } from "node:fs";

const html = readFileSync(process.argv[2], "utf8");
const blocks = [...html.matchAll(
  /<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)]
  .map((match) => JSON.parse(match[1]));
const jobs = blocks.flatMap((block) => block["@graph"] ?? [block])
  .filter((item) => item["@type"] === "JobPosting");
const found = [];
const text = (value) => typeof value === "string" && value.trim() !== "";
const date = /^\d{4}-\d\d-\d\d(T\d\d:\d\d.*)?$/;

if (jobs.length !== 1) found.push(`${jobs.length} JobPostings`);
for (const job of jobs) {
  for (const name of ["title", "description", "datePosted"])
    if (!text(job[name])) found.push(`no ${name}`);
  if (!date.test(job.datePosted ?? "")) found.push("datePosted is no date");
  if (job.validThrough && !date.test(job.validThrough))
    found.push("validThrough is no date");
  if (!text(job.hiringOrganization?.name)) found.push("no hiringOrganization");
  const places = [job.jobLocation ?? []].flat();
  if (places.length === 0 && job.jobLocationType !== "TELECOMMUTE")
    found.push("no jobLocation");
  for (const place of places)
    if (!text(place.address?.addressCountry)) found.push("no addressCountry");
  if (job.jobLocationType === "TELECOMMUTE" &&
      !job.applicantLocationRequirements && places.length === 0)
    found.push("remote from nowhere");
  const pay = job.baseSalary;
  if (pay && (typeof (pay.value?.minValue ?? pay.value?.value) !== "number" ||
      !/^[A-Z]{3}$/.test(pay.currency ?? "")))
    found.push("baseSalary is no amount");
  if (/<script|\{\{/.test(job.description ?? "")) found.push("raw description");
}
for (const line of found) console.log(line);
process.exit(found.length ? 1 : 0);
