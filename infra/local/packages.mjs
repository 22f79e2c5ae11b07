// Installs the packages of the lock file when what is installed differs from it.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./run-command.mjs";
import { StartFailure } from "./start-failure.mjs";

/** True when node_modules holds what package-lock.json asks for. */
export function packagesAreCurrent(root) {
  const hash = hashOfLock(root);
  if (readOr(markerOf(root)) === hash) return true;
  if (!installedMatchesLock(root)) return false;
  writeFileSync(markerOf(root), hash);
  return true;
}

export async function installPackages(root) {
  // npm tells its scripts where it lives; that one also works where npm is not on the path.
  const npm = process.env.npm_execpath;
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--prefix", root];
  const { code, output } =
    npm?.endsWith(".js") === true ? await run(process.execPath, [npm, ...args]) : await run("npm", args);
  if (code !== 0) {
    throw new StartFailure(
      {
        zh: `依赖包安装失败（npm ci 退出码 ${code}，输出见上）。请检查网络或 npm 镜像设置，然后重试。`,
        en: `Installing the packages failed (npm ci, exit code ${code}, output above). Check the network or the npm registry setting, then try again.`,
      },
      output,
    );
  }
  mkdirSync(join(root, "node_modules"), { recursive: true });
  writeFileSync(markerOf(root), hashOfLock(root));
}

/**
 * npm keeps a list of what it installed. Comparing it spares a reinstallation after `npm install`;
 * the marker spares the comparison.
 */
function installedMatchesLock(root) {
  const installed = parseOr(readOr(join(root, "node_modules", ".package-lock.json")))?.packages;
  const wanted = parseOr(readOr(join(root, "package-lock.json")))?.packages;
  if (installed === undefined || wanted === undefined) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "") return true;
    const found = installed[path];
    // Optional packages of other platforms are in the lock and rightly missing here.
    if (found === undefined) return entry.optional === true || entry.devOptional === true;
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

const markerOf = (root) => join(root, "node_modules", ".installed-lock-hash");

function hashOfLock(root) {
  return createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
}

function readOr(path) {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

function parseOr(text) {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
