// Bundles the scripts of a report into one file: node bundle.mjs PACKAGES_FOLDER OUTPUT
//
// Builds may run side by side. The packages go into a folder named after the lock file and come
// there by one rename, and so does the bundle: whoever comes second finds what the first one made.
import { createHash } from "node:crypto";
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync }
  from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const LEAST_NODE = 18;
const here = dirname(fileURLToPath(import.meta.url));
const manifest = ["package.json", "package-lock.json", ".npmrc"];
const licences = ["echarts/NOTICE", "echarts/LICENSE", "zrender/LICENSE", "tslib/LICENSE.txt"];

function fail(message) {
  console.error(message);
  process.exit(1);
}

function install(root) {
  const hash = createHash("sha256");
  for (const file of manifest) hash.update(readFileSync(join(here, file)));
  const place = join(root, hash.digest("hex").slice(0, 16));
  if (existsSync(place)) return place;
  const draft = join(root, ".draft-" + process.pid);
  mkdirSync(draft, { recursive: true });
  for (const file of manifest) copyFileSync(join(here, file), join(draft, file));
  const run = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
    cwd: draft, encoding: "utf8", shell: process.platform === "win32",
  });
  if (run.error || run.status !== 0) {
    rmSync(draft, { recursive: true, force: true });
    const why = run.error ? run.error.message : run.stderr.trim().split("\n").slice(0, 4).join(" ");
    fail("npm could not install the packages of the report's charts (npm ci): " + why);
  }
  try {
    renameSync(draft, place);
  } catch (problem) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(place)) throw problem;
  }
  return place;
}

// What is bundled stays under its licences, which therefore travel with it.
function noticesOf(packages) {
  const texts = licences.map((file) => file + "\n\n"
    + readFileSync(join(packages, "node_modules", file), "utf8").trim());
  return "/*!\n" + texts.join("\n\n").replaceAll("*/", "* /").replaceAll("\r", "") + "\n*/";
}

const [root, output] = process.argv.slice(2);
if (!root || !output) fail("usage: node bundle.mjs PACKAGES_FOLDER OUTPUT");
const major = Number(process.versions.node.split(".")[0]);
if (major < LEAST_NODE) {
  fail("Node.js " + process.versions.node + " is too old to bundle the report's charts; "
    + LEAST_NODE + " is the least, 20 or newer is recommended");
}
const packages = install(resolve(root));
const { build } = createRequire(join(packages, "package.json"))("esbuild");
const result = await build({
  entryPoints: [join(here, "scripts", "main.js")],
  nodePaths: [join(packages, "node_modules")],
  bundle: true,
  minify: true,
  format: "iife",
  target: ["es2020"],
  charset: "utf8",
  legalComments: "none",
  banner: { js: noticesOf(packages) },
  logLevel: "silent",
  write: false,
}).catch((problem) => fail("the scripts of the report cannot be bundled: "
  + problem.message.split("\n").slice(0, 3).join(" ")));
mkdirSync(dirname(resolve(output)), { recursive: true });
const draft = resolve(output) + "." + process.pid;
writeFileSync(draft, result.outputFiles[0].contents);
renameSync(draft, resolve(output));
