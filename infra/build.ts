// What `npm run build` runs: everything that is deployed, into `dist/`.
import { buildFunctions } from "./build-functions.ts";

for (const [name, bytes] of Object.entries(await buildFunctions())) {
  console.log(`dist/functions/${name}/index.cjs  ${Math.round(bytes / 1000)} kB`);
}
