// Looks at the processes of this machine.
import { spawnSync } from "node:child_process";

/** The ids of the processes whose command line contains `text`. */
export function processesWith(text: string): number[] {
  const { stdout } = spawnSync("ps", ["-eo", "pid=,args="], { encoding: "utf8" });
  return stdout
    .split("\n")
    .filter((line) => line.includes(text))
    .map((line) => Number.parseInt(line, 10))
    .filter((pid) => pid !== process.pid);
}

export function isRunning(pid: number): boolean {
  // A process that has ended but was not yet collected by its parent ("Z") runs no more.
  const { stdout } = spawnSync("ps", ["-o", "stat=", "-p", `${pid}`], { encoding: "utf8" });
  return stdout.trim() !== "" && !stdout.trim().startsWith("Z");
}
