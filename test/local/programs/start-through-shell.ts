// Stands in for npm: starts a command through a shell that waits for it, passes its output on, and lives
// until killed; then the output has no reader any more.
import { spawn } from "node:child_process";

const command = process.argv.slice(2);
// `; exit $?` keeps the shell from turning itself into the command, as some shells do.
const shell = spawn("sh", ["-c", `"$@"; exit $?`, "sh", ...command], {
  stdio: ["ignore", "pipe", "inherit"],
  env: { ...process.env, npm_lifecycle_event: "start" },
});
shell.stdout.pipe(process.stdout);
