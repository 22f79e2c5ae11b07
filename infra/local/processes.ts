// Makes the process end in good order: on signals, on the parent's death, once, and never too late.
import { watchParent } from "./parent-watch.mjs";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

// One Ctrl-C arrives twice under npm: from the terminal and, passed on, from npm itself.
const SAME_KEY_PRESS_MS = 1_000;
// Longer than the database's guard waits before it uses force.
const STOP_WITHIN_MS = 15_000;

export interface Shutdown {
  /** Runs the stop function as a signal would and ends the process; for failures noticed while running. */
  end(exitCode: number): void;
  /** Leaves signals alone again, for whoever is not the whole process. */
  release(): void;
}

/**
 * Runs `stop` once when the process is told to end or its parent has died, then exits: 0 after a good stop,
 * 1 when stopping failed or hung. A second Ctrl-C exits at once.
 */
export function onShutdown(stop: () => Promise<void>): Shutdown {
  let stoppingSince: number | undefined;

  const end = (exitCode: number): void => {
    if (stoppingSince !== undefined) return;
    stoppingSince = Date.now();
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    void stopAndExit(stop, exitCode);
  };
  const onSignal = (): void => {
    if (stoppingSince !== undefined && Date.now() - stoppingSince > SAME_KEY_PRESS_MS) process.exit(1);
    end(0);
  };

  // Whoever read our output may die first; then a last word must not end the process before its stop function.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", ignore);
  for (const signal of SIGNALS) process.on(signal, onSignal);
  const stopWatching = watchParent(() => end(0));
  return {
    end,
    release: () => {
      for (const stream of [process.stdout, process.stderr]) stream.off("error", ignore);
      for (const signal of SIGNALS) process.off(signal, onSignal);
      stopWatching();
    },
  };
}

function ignore(): void {}

async function stopAndExit(stop: () => Promise<void>, exitCode: number): Promise<void> {
  try {
    await stop();
    process.exit(exitCode);
  } catch (error) {
    console.error(error);
    process.exit(1);
  }
}
