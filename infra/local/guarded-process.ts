// Starts a program that cannot outlive this process, not even when this process is killed outright.
import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";

// A shell holds the reading end of a pipe whose writing end only we hold. However we end, the kernel closes
// our end; the watcher then reads end-of-file and stops the program, by force if it does not go within 5 s.
// Two shells, so that killing either of them still leaves one to clean up.
const GUARD = `
exec 3<&0
"$@" 3<&- </dev/null &
program=$!
(
  while read -r _ <&3; do :; done
  kill -TERM "$program" 2>/dev/null
  tries=0
  while [ $tries -lt 50 ]; do sleep 0.1; kill -0 "$program" 2>/dev/null || exit; tries=$((tries + 1)); done
  kill -KILL "$program" 2>/dev/null
) >/dev/null 2>&1 &
watcher=$!
wait "$program"
code=$?
kill "$watcher" 2>/dev/null
exit "$code"
`;

// Enough to show a Java error with its cause.
const LINES_KEPT = 20;

export interface GuardedProcess {
  /** Settles when the program has ended, with its exit code. */
  readonly ended: Promise<number>;
  hasEnded(): boolean;
  /** What the program said last, both streams, at most 20 lines. */
  lastLines(): string;
  /** Ends the program and waits until it is gone; safe to call again. */
  stop(): Promise<void>;
  /** Ends it outright, with its guard, as the machine's going down would: it is told nothing and finishes nothing. */
  kill(): Promise<void>;
}

/**
 * Runs a program (its name and arguments) apart from the terminal: Ctrl-C reaches us first, and we decide
 * when the program goes.
 */
export function startGuarded(command: readonly string[]): GuardedProcess {
  const shell = spawn("sh", ["-c", GUARD, "guard", ...command], {
    detached: true,
    stdio: ["pipe", "pipe", "pipe"],
  });
  // A pipe that breaks because the guard is gone already is what `ended` reports anyway.
  shell.stdin.on("error", () => {});
  const lastLines = keepLastLines(shell);
  const ended = waitForEnd(shell);
  let over = false;
  void ended.then(() => {
    over = true;
  });
  return {
    ended,
    hasEnded: () => over,
    lastLines,
    stop: async () => {
      shell.stdin.end();
      await ended;
    },
    kill: async () => {
      // The shell leads a group of its own, to which the program and the watcher belong.
      if (!over && shell.pid !== undefined) process.kill(-shell.pid, "SIGKILL");
      await ended;
    },
  };
}

type Shell = ChildProcessByStdio<Writable, Readable, Readable>;

async function waitForEnd(shell: Shell): Promise<number> {
  try {
    // "close" rather than "exit": by then the last words have arrived.
    await once(shell, "close");
    return shell.exitCode ?? 1;
  } catch (error) {
    // There is no shell to be had; 127 is what a shell says of a command that does not exist.
    if (error instanceof Error) return 127;
    throw error;
  }
}

function keepLastLines(shell: Shell): () => string {
  let text = "";
  for (const stream of [shell.stdout, shell.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      text = `${text}${chunk}`.split("\n").slice(-LINES_KEPT).join("\n");
    });
  }
  return () => text.trim();
}
