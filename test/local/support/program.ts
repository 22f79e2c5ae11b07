// Runs a small TypeScript program of these tests as a process of its own and listens to what it prints.
import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { waitUntil } from "./wait-until.ts";

export interface Program {
  readonly process: ChildProcess;
  printed(): string;
  /** The rest of the first line that starts with `word`. */
  said(word: string): Promise<string>;
  /** The exit code, or the signal's name. */
  ended(): Promise<number | string>;
  kill(signal: NodeJS.Signals): void;
}

/** The command line that runs `test/local/programs/<name>.ts`. */
export function programCommand(name: string, ...args: string[]): [string, string[]] {
  const path = fileURLToPath(new URL(`../programs/${name}.ts`, import.meta.url));
  return [process.execPath, ["--import", "tsx", path, ...args]];
}

export function startProgram(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Program {
  // Under `npm test` this is set; a program is to behave as if started by hand unless the test says otherwise.
  const { npm_lifecycle_event: _, ...inherited } = process.env;
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], env: { ...inherited, ...env } });
  let text = "";
  const keep = (chunk: Buffer): void => {
    text += chunk.toString();
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  const line = (word: string): string | undefined =>
    text
      .split("\n")
      .slice(0, -1)
      .find((candidate) => candidate.startsWith(`${word} `))
      ?.slice(word.length + 1);
  return {
    process: child,
    printed: () => text,
    said: (word) => waitUntil(`"${word}" in: ${text}`, () => line(word)),
    ended: () => waitUntil("the program's end", () => child.signalCode ?? child.exitCode ?? undefined),
    kill: (signal) => {
      child.kill(signal);
    },
  };
}
