// Runs one command to its end, keeping its output, and never leaves it behind when this process is told to go.
import { spawn } from "node:child_process";
import { watchParent } from "./parent-watch.mjs";

// 128 + the signal's number, as shells report it.
const EXIT_CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, show?: boolean }} [options] `show` passes the terminal through
 * @returns {Promise<{ code: number, output: string }>} code 127 when the command does not exist
 */
export function run(command, args, { env = {}, show = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      env: { ...process.env, ...env },
      stdio: show ? "inherit" : ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const keep = (chunk) => {
      output += chunk;
    };
    child.stdout?.setEncoding("utf8").on("data", keep);
    child.stderr?.setEncoding("utf8").on("data", keep);

    const leave = (signal) => {
      child.kill(signal === "SIGHUP" ? "SIGTERM" : signal);
      // A command whose terminal is passed through ends in its own way, and its exit code is the answer.
      if (!show) process.exit(EXIT_CODES[signal]);
    };
    const signals = Object.keys(EXIT_CODES);
    for (const signal of signals) process.on(signal, leave);
    const stopWatching = watchParent(() => leave("SIGTERM"));
    const done = (code) => {
      for (const signal of signals) process.off(signal, leave);
      stopWatching();
      resolve({ code, output });
    };
    child.once("error", (error) => {
      output += error.message;
      done(127);
    });
    child.once("close", (code, signal) => done(code ?? EXIT_CODES[signal] ?? 1));
  });
}
