// Schemas of the boards whose feeds are JSON or CSV.
//   node boards.mjs check BOARD FILE...     a line for each thing wrong; exit 1 if there is one
//   node boards.mjs test BOARD              its fixtures, and each mutation of them
//   node boards.mjs official DIR FILE...    HR Open: the schemas of the standard, unknown
//                                           properties refused
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(join(here, "../browser/package.json"));
const read = (path) => readFileSync(path, "utf8");
const schemaOf = (board) => JSON.parse(read(join(here, `${board}.schema.json`)));

// --- formats -----------------------------------------------------------------

const isDay = (text) => {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
};
const isTime = (text) => {
  const part = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d):(\d\d)/.exec(text);
  return part !== null && isDay(part[1]) && part[2] < "24" && part[3] < "60" &&
    part[4] < "61";
};
const formats = {
  date: isDay,
  "date-time": isTime,
  uri: (text) => URL.canParse(text),
  email: (text) => /^[^@\s]+@[^@\s]+$/.test(text),
};

// --- JSON --------------------------------------------------------------------

function jsonChecker(board) {
  const Ajv = require("ajv").default;
  const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false,
    strictTypes: false, formats });
  const validate = ajv.compile(schemaOf(board));
  return (text) => {
    let value;
    try {
      value = JSON.parse(text);
    } catch (error) {
      return [error.message];
    }
    if (!validate(value))
      return validate.errors.map((e) => `${e.instancePath || "/"} ${e.message}`);
    return cross(board, value);
  };
}

// What a JSON schema cannot say.
function cross(board, value) {
  const found = [];
  const day = (text) => new Date(text).getTime();
  if (board === "google") {
    const pay = value.baseSalary?.value;
    if (value.description.replace(/<[^>]*>/g, "").trim() === value.title.trim())
      found.push("description equals title (D03)");
    if (pay?.minValue > pay?.maxValue) found.push("range upside down (S05)");
    if (day(value.validThrough) < day(value.datePosted))
      found.push("ends before it begins (X01)");
  } else if (board === "json-feed") {
    const ids = value.items.map((item) => item.id);
    if (new Set(ids).size !== ids.length) found.push("an id twice (F04)");
  } else if (board === "hr-open") {
    for (const profile of value.positionProfiles)
      for (const range of profile.offeredRemunerationPackage?.ranges ?? [])
        if (range.minimumAmount?.value > range.maximumAmount?.value)
          found.push("range upside down (S05)");
  }
  return found;
}

// --- CSV ---------------------------------------------------------------------

// RFC 4180: an array of rows, each an array of cells; throws at what it does not allow.
export function parseCsv(text) {
  const rows = [];
  let row = [], cell = "", quoted = false, at = 0;
  const end = () => { row.push(cell); cell = ""; };
  text = text.replace(/^\uFEFF/, "");
  while (at < text.length) {
    const c = text[at++];
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text[at] === '"') { cell += '"'; at++; }
      else {
        quoted = false;
        if (at < text.length && !/[,\r\n]/.test(text[at]))
          throw new Error(`text after a quote in row ${rows.length + 1}`);
      }
    } else if (c === '"') {
      if (cell !== "") throw new Error(`a quote within row ${rows.length + 1}`);
      quoted = true;
    } else if (c === ",") end();
    else if (c === "\n") { end(); rows.push(row); row = []; }
    else if (c !== "\r" || text[at] !== "\n") cell += c;
  }
  if (quoted) throw new Error("a quote is not closed");
  if (cell !== "" || row.length > 0) { end(); rows.push(row); }
  return rows;
}

const types = {
  string: () => true,
  number: (cell) => /^-?\d+(\.\d+)?$/.test(cell),
  integer: (cell) => /^-?\d+$/.test(cell),
  date: (cell) => /^\d{4}-\d\d-\d\d$/.test(cell) && isDay(cell),
};

function csvChecker(board) {
  const { fields } = schemaOf(board);
  return (text) => {
    let rows;
    try {
      rows = parseCsv(text);
    } catch (error) {
      return [error.message];
    }
    const [head = [], ...body] = rows;
    const found = head.filter((name, i) => head.indexOf(name) !== i ||
      !fields.some((field) => field.name === name))
      .map((name) => `column '${name}' is unknown or there twice`);
    if (body.length === 0) found.push("no row");
    body.forEach((row, i) => row.length === head.length ||
      found.push(`row ${i + 1} has ${row.length} cells`));
    for (const { name, type, constraints: c = {} } of fields) {
      const column = head.indexOf(name);
      if (column < 0 && c.required) found.push(`no column '${name}'`);
      const seen = new Set();
      for (const row of column < 0 ? [] : body) {
        const cell = row[column] ?? "";
        const bad = (what) => found.push(`${name} '${cell.slice(0, 40)}' ${what}`);
        if (cell.trim() === "") {
          if (c.required) bad("is required");
          continue;
        }
        if (!types[type](cell)) bad(`is no ${type}`);
        if (c.pattern && !new RegExp(`^(?:${c.pattern})$`, "s").test(cell))
          bad("has not the form");
        if (c.enum && !c.enum.includes(cell)) bad("is not in the list");
        if (Number(cell) < c.minimum || Number(cell) > c.maximum)
          bad("is out of range");
        if (c.unique && seen.has(cell)) bad("is there twice");
        seen.add(cell);
      }
    }
    return found;
  };
}

const checker = (board) => board === "csv" ? csvChecker(board) : jsonChecker(board);

// --- mutations ---------------------------------------------------------------

// 'a/0/b' -> [["a", "0"], "b"]; '~1' is a slash.
const split = (path) => {
  const keys = path.split("/").slice(1).map((key) => key.replace("~1", "/"));
  return [keys.slice(0, -1), keys.at(-1)];
};

// A copy of 'value' with that at 'path' removed, or set to what 'change' gives.
function mutate(value, path, change) {
  const copy = structuredClone(value);
  const [way, last] = split(path);
  const holder = way.reduce((inner, key) => inner[key], copy);
  if (!(last in holder) && change === undefined) throw new Error(`nothing at ${path}`);
  if (change !== undefined) holder[last] = change(holder[last]);
  else if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else delete holder[last];
  return copy;
}

// The paths of all properties and items in a value.
function paths(value, at = "") {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const path = `${at}/${key.replace("/", "~1")}`;
    return [path, ...paths(inner, path)];
  });
}

// A table as an array of objects, so that it is mutated as JSON is.
const toRows = (text) => {
  const [head, ...body] = parseCsv(text);
  return body.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i]])));
};
const quote = (cell) => /[",\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
const fromRows = (rows) => {
  const head = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [head, ...rows.map((row) => head.map((name) => String(row[name] ?? "")))]
    .map((row) => row.map(quote).join(",") + "\n").join("");
};

// '*61' is 61 letters; what is no JSON is a text.
function literal(text) {
  if (/^\*\d+$/.test(text)) return "a".repeat(Number(text.slice(1)));
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function test(board) {
  const check = checker(board);
  const csv = board === "csv";
  const parse = csv ? toRows : JSON.parse;
  const write = csv ? fromRows : JSON.stringify;
  const fixture = (name) => {
    const path = join(here, "valid", `${name}.${csv ? "csv" : "json"}`);
    return existsSync(path) ? read(path) : undefined;
  };
  const say = (good, name, context = []) => {
    console.log(`${good ? "ok" : "not ok"} boards: ${board}: ${name}`);
    if (!good) for (const line of context.slice(0, 5)) console.log(`    ${line}`);
  };
  const refused = (value, name) => {
    say(check(write(value)).length > 0, name, ["was accepted"]);
  };

  for (const name of [board, `${board}-remote`, `${board}-full`]) {
    const text = fixture(name);
    if (text === undefined) continue;
    const found = check(text);
    say(found.length === 0, `valid/${name} is valid`, found);
    if (name.endsWith("-full")) continue;
    const value = parse(text);
    for (const path of paths(value)) {
      refused(mutate(value, path), `${name}: without ${path}`);
      const [way, last] = split(path);
      const inner = [...way, last].reduce((v, key) => v[key], value);
      if (typeof inner === "string")
        refused(mutate(value, path, () => ""), `${name}: ${path} empty`);
    }
    // Of HR Open the standard itself says what is known: see official().
    if (board !== "hr-open")
      refused(mutate(value, csv ? "/0/x-more" : "/x-more", () => "x"),
        `${name}: with a part that nobody knows`);
  }
  const full = parse(fixture(`${board}-full`));
  const lines = read(join(here, "mutations.tsv")).split("\n")
    .map((line) => line.split("\t")).filter(([id]) => id === board);
  for (const [, verdict, path, values] of lines) {
    for (const text of values.split("|")) {
      const value = text === "-" ? mutate(full, path)
        : text === "+" ? mutate(full, path, (item) => [...item, item[0]])
        : mutate(full, path, () => literal(text));
      const found = check(write(value));
      say(verdict === "ok" ? found.length === 0 : found.length > 0,
        `${path} = ${text.slice(0, 60)} is ${verdict === "ok" ? "accepted" : "refused"}`,
        found.length ? found : ["was accepted"]);
    }
  }
}

// --- HR Open -----------------------------------------------------------------

// The schemas of the standard leave unknown properties alone, and allOf keeps
// additionalProperties from helping: so each object is compared with the properties that
// the schemas for its place name.
function official(root, files) {
  const Ajv = require("ajv-draft-04").default;
  const cache = new Map();
  const load = (path) => {
    if (!cache.has(path)) cache.set(path, JSON.parse(read(path)));
    return cache.get(path);
  };
  const follow = (ref, file) => {
    const [path, pointer = ""] = ref.split("#");
    const target = path ? resolve(dirname(file), path) : file;
    const schema = pointer.split("/").slice(1)
      .reduce((inner, key) => inner[key], load(target));
    return [schema, target];
  };
  // A schema and all that it includes, each with its file.
  const parts = (schema, file, seen = new Set()) => {
    if (!schema || seen.has(schema)) return [];
    seen.add(schema);
    const inner = [schema.allOf, schema.anyOf, schema.oneOf].flat().filter(Boolean)
      .flatMap((part) => parts(part, file, seen));
    if (schema.$ref) inner.push(...parts(...follow(schema.$ref, file), seen));
    return [[schema, file], ...inner];
  };
  const unknown = (value, places, at, found) => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      const next = Array.isArray(value)
        ? places.filter(([s]) => s.items).map(([s, f]) => [s.items, f])
        : places.filter(([s]) => s.properties && key in s.properties)
          .map(([s, f]) => [s.properties[key], f]);
      if (!Array.isArray(value) && next.length === 0)
        found.push(`${at}/${key} is not known to the standard`);
      else
        unknown(inner, next.flatMap(([s, f]) => parts(s, f)), `${at}/${key}`, found);
    }
  };

  const main = join(root, "recruiting/json/PositionOpeningType.json");
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false,
    formats, logger: false });
  const added = new Set();
  const add = (path) => {
    if (added.has(path)) return;
    added.add(path);
    const schema = structuredClone(load(path));
    const refs = (node) => {
      if (typeof node !== "object" || node === null) return;
      if (typeof node.$ref === "string") {
        const [file, pointer = ""] = node.$ref.split("#");
        const target = file ? resolve(dirname(path), file) : path;
        node.$ref = `file://${target}#${pointer}`;
        add(target);
      }
      Object.values(node).forEach(refs);
    };
    refs(schema);
    delete schema.$schema;
    ajv.addSchema(schema, `file://${path}`);
  };
  add(main);
  const validate = ajv.getSchema(`file://${main}`);
  let failed = false;
  for (const file of files) {
    const value = JSON.parse(read(file));
    const found = validate(value) ? []
      : validate.errors.map((e) => `${e.instancePath || "/"} ${e.message}`);
    unknown(value, parts(load(main), main), "", found);
    for (const line of found) console.log(`${file}: ${line}`);
    failed ||= found.length > 0;
  }
  return failed;
}

// --- command line ------------------------------------------------------------

const [command, board, ...files] = process.argv.slice(2);
if (command === "check") {
  const check = checker(board);
  let failed = false;
  for (const file of files) {
    for (const line of check(read(file))) {
      console.log(`${file}: ${line}`);
      failed = true;
    }
  }
  process.exit(failed ? 1 : 0);
} else if (command === "test") {
  test(board);
} else if (command === "official") {
  process.exit(official(board, files) ? 1 : 0);
} else {
  console.log("usage: boards.mjs check BOARD FILE... | test BOARD | official DIR FILE...");
  process.exit(2);
}
