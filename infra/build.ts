// What `npm run build` runs: everything that is deployed, into `dist/`; with the word "functions" only those.
import { fileURLToPath } from "node:url";
import { buildAddon } from "../addon/build.ts";
import { buildFunctions } from "./build-functions.ts";

const show = (place: string, bytes: number) => console.log(`${place}  ${Math.round(bytes / 1000)} kB`);

for (const [name, bytes] of Object.entries(await buildFunctions()))
  show(`dist/functions/${name}/index.cjs`, bytes);
if (process.argv[2] !== "functions") {
  const addon = fileURLToPath(new URL("../dist/addon/", import.meta.url));
  for (const [file, bytes] of Object.entries(await buildAddon(addon))) show(`dist/addon/${file}`, bytes);
}
