// What was started is ended, in order, however the end comes.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Program, programCommand, startProgram } from "./support/program.ts";
import { isRunning } from "./support/running.ts";
import { waitUntil } from "./support/wait-until.ts";

let folder = "";
let obstacle = "";
let started: number[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hall-ledger-processes-"));
  obstacle = join(folder, "obstacle");
});
afterEach(() => {
  for (const pid of started.filter(isRunning)) process.kill(pid, "SIGKILL");
  started = [];
  rmSync(folder, { recursive: true, force: true });
});

describe("shutting down", () => {
  it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "on %s runs the stop function and exits 0",
    async (signal) => {
      const program = await ready(startProgram(...programCommand("shut-down-in-order", obstacle)));
      program.kill(signal);
      expect(await program.ended()).toBe(0);
      expect(program.printed()).toContain("stopped now");
    },
  );

  it("takes the two signals of one Ctrl-C under npm for one", async () => {
    writeFileSync(obstacle, "");
    const program = await ready(startProgram(...programCommand("shut-down-in-order", obstacle)));
    program.kill("SIGINT");
    program.kill("SIGINT");
    await program.said("stopping");
    rmSync(obstacle);

    expect(await program.ended()).toBe(0);
    expect(program.printed().match(/stopping now/g)).toHaveLength(1);
  });

  it("is cut short by Ctrl-C pressed again", async () => {
    writeFileSync(obstacle, "");
    const program = await ready(startProgram(...programCommand("shut-down-in-order", obstacle)));
    program.kill("SIGINT");
    await program.said("stopping");
    await waitUntil("the forced end", () => {
      program.kill("SIGINT");
      return program.process.exitCode !== null;
    });

    expect(await program.ended()).toBe(1);
    expect(program.printed()).not.toContain("stopped now");
  });

  it("happens in order when the parent is killed outright", async () => {
    const [node, args] = programCommand("shut-down-in-order", obstacle);
    const parent = startProgram("sh", ["-c", `"$@"; exit $?`, "sh", node, ...args]);
    await endsInOrderWithoutParent(parent);
  });

  it("happens in order when npm is killed outright and only its shell is left", async () => {
    const [node, args] = programCommand("shut-down-in-order", obstacle);
    const parent = startProgram(...programCommand("start-through-shell", node, ...args));
    await endsInOrderWithoutParent(parent);
  });
});

async function ready(program: Program): Promise<Program> {
  started.push(Number(await program.said("ready")));
  return program;
}

async function endsInOrderWithoutParent(parent: Program): Promise<void> {
  const pid = Number(await parent.said("ready"));
  started.push(pid);
  parent.kill("SIGKILL");
  await waitUntil("the program's end", () => !isRunning(pid));
  expect(existsSync(`${obstacle}.stopped`)).toBe(true);
}
