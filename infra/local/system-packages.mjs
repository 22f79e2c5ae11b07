// Installs packages of the operating system where that is ours to do: on Debian and Ubuntu, as root.
import { existsSync, readdirSync } from "node:fs";
import { run } from "./run-command.mjs";

const QUIETLY = { DEBIAN_FRONTEND: "noninteractive" };
// Another installation may hold apt's lock on a machine that has just been started.
const APT = ["-y", "-q", "-o", "DPkg::Lock::Timeout=300", "-o", "Dpkg::Use-Pty=0"];

export function canInstall() {
  return process.getuid?.() === 0 && existsSync("/usr/bin/apt-get") && existsSync("/etc/debian_version");
}

/**
 * Installs the first of `alternatives` that this release offers.
 * @param {string[][]} alternatives groups of package names
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export async function installSystemPackages(alternatives) {
  let output = "";
  if (!hasPackageLists()) output += (await aptGet(["update"])).output;
  for (const refresh of [false, true]) {
    // Lists that have aged name files which the mirrors no longer hold.
    if (refresh) output += (await aptGet(["update"])).output;
    for (const names of alternatives) {
      const result = await aptGet(["install", "--no-install-recommends", ...names]);
      output += result.output;
      if (result.code === 0) return { ok: true, output };
    }
  }
  return { ok: false, output };
}

function aptGet(args) {
  return run("apt-get", [...APT, ...args], { env: QUIETLY });
}

function hasPackageLists() {
  const folder = "/var/lib/apt/lists";
  return existsSync(folder) && readdirSync(folder).some((name) => name.includes("_Packages"));
}
