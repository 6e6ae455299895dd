// First step of `npm start`, `npm test` and `npm run demo` on a machine that has only Node >= 20,
// npm and git. Plain JavaScript and Node's own modules, since nothing is installed yet.
// It installs what is missing, then hands over to the project's own Node 24.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const windows = process.platform === "win32";
const say = (line) => process.stderr.write(`candour: ${line}\n`);

const [major] = process.versions.node.split(".").map(Number);
if (major < 20) {
  say(`Node ${process.versions.node} is too old; version 20 or newer is needed.`);
  process.exit(2);
}

/** Hash of what decides node_modules: a changed lock installs again, an unchanged one costs nothing. */
function wanted() {
  const hash = createHash("sha256");
  for (const file of ["package.json", "package-lock.json"]) {
    const path = join(root, file);
    if (existsSync(path)) hash.update(readFileSync(path));
  }
  return hash.digest("hex");
}

const stamp = join(root, "node_modules", ".candour-installed");
const node = join(root, "node_modules", ".bin", windows ? "node.cmd" : "node");
const installed = existsSync(stamp) ? readFileSync(stamp, "utf8") : "";
if (installed !== wanted() || !existsSync(node)) {
  say("installing dependencies (npm install) ...");
  const started = Date.now();
  const done = spawnSync("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    shell: windows,
  });
  if (done.status !== 0) {
    say("npm install did not finish; see its lines above.");
    process.exit(2);
  }
  writeFileSync(stamp, wanted());
  say(`installed in ${Math.round((Date.now() - started) / 1000)} s`);
}
if (!existsSync(node) || statSync(node).size === 0) {
  say("the project's own Node was not installed; run: npm install --include=dev");
  process.exit(2);
}

const [task, ...rest] = process.argv.slice(2);
const run = spawnSync(
  node,
  ["--disable-warning=ExperimentalWarning", join(root, "build", `${task}.ts`), ...rest],
  {
    cwd: root,
    stdio: "inherit",
    shell: windows,
    env: {
      ...process.env,
      PATH: `${join(root, "node_modules", ".bin")}${windows ? ";" : ":"}${process.env.PATH}`,
    },
  },
);
process.exit(run.status ?? 1);
