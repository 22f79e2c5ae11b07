// Notices that whoever started this process has died, so that nothing is left running without an owner.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

// Nothing tells a process that its parent died, so it has to look; once a second costs nothing measurable.
const LOOK_EVERY_MS = 1_000;
const SHELLS = new Set(["sh", "dash", "bash", "ash", "ksh", "zsh", "busybox"]);

// Read while this module loads: during a long set-up the parent may be gone before anyone asks.
const parent = process.ppid;
const grandparent = findGrandparent();

/**
 * Calls `onDeath` once when the parent is gone; returns how to stop looking.
 * The timer alone does not keep the process alive.
 */
export function watchParent(onDeath) {
  const timer = setInterval(() => {
    if (!isOrphaned()) return;
    clearInterval(timer);
    onDeath();
  }, LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

function isOrphaned() {
  if (process.ppid !== parent) return true;
  if (grandparent === undefined) return false;
  return process.platform === "linux" ? readStat(parent)?.parent !== grandparent : !isAlive(grandparent);
}

/** npm runs a script through a shell, which outlives npm: then it is npm that counts. */
function findGrandparent() {
  if (process.env.npm_lifecycle_event === undefined) return undefined;
  const stat = readStat(parent);
  return stat !== undefined && SHELLS.has(stat.name) ? stat.parent : undefined;
}

function readStat(pid) {
  if (process.platform !== "linux") return askPs(pid);
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // pid (name) state ppid …: the name may itself contain spaces and brackets.
    const end = stat.lastIndexOf(")");
    return {
      name: stat.slice(stat.indexOf("(") + 1, end),
      parent: Number(stat.slice(end + 2).split(" ")[1]),
    };
  } catch {
    return undefined;
  }
}

function askPs(pid) {
  const found = /^\s*(\d+)\s+(.+)$/.exec(
    spawnSync("ps", ["-o", "ppid=,comm=", "-p", `${pid}`], { encoding: "utf8" }).stdout ?? "",
  );
  if (found === null) return undefined;
  return { name: found[2].trim().replace(/^-/, "").split("/").pop(), parent: Number(found[1]) };
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
