// `npm run deploy:addon -- <script id> <backend>`: builds the add-on and pushes exactly `dist/addon/` with clasp.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildAddon } from "../addon/build.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const folder = `${root}dist/addon/`;
const [scriptId = "", backend = ""] = process.argv.slice(2);
if (!/^[\w-]{30,}$/.test(scriptId) || !/^https:\/\/[^/]+\/?$/.test(backend)) {
  process.stderr.write(
    "npm run deploy:addon -- <script id> <PublicUrl of the service stack>\n脚本 ID 见 Apps Script 项目的“项目设置”。The id stands in the Apps Script project's settings.\n",
  );
  process.exit(2);
}
await buildAddon(folder, { backendUrl: `${backend.replace(/\/$/, "")}/v1/` });
writeFileSync(`${folder}.clasp.json`, JSON.stringify({ scriptId, rootDir: "." }));
const clasp = (...parameters: string[]) =>
  execFileSync("npx", ["--no-install", "clasp", ...parameters], { cwd: folder, stdio: "inherit" });

clasp("push", "--force");
clasp("create-deployment", "--description", `hall-ledger ${new Date().toISOString()}`);
