// Stands in for npm: starts a command through a shell that waits for it, and lives until killed.
import { spawn } from "node:child_process";

const command = process.argv.slice(2);
// `; exit $?` keeps the shell from turning itself into the command, as some shells do.
spawn("sh", ["-c", `"$@"; exit $?`, "sh", ...command], {
  stdio: "inherit",
  env: { ...process.env, npm_lifecycle_event: "start" },
});
