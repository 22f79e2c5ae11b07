// What `npm start` runs: sets up what is missing, then starts everything in this same process.
import { fileURLToPath } from "node:url";
import { isNodeNewEnough, nodeTooOld } from "./node-version.mjs";
import { endWith, StartFailure } from "./start-failure.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));

try {
  if (!isNodeNewEnough(process.versions.node)) throw new StartFailure(nodeTooOld);
  const { setUp } = await import("./set-up.mjs");
  await setUp({ root, forTests: false });

  // The SDK warns on Node 20; package.json says which versions are meant, so it tells the reader nothing.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";
  const { register } = await import("tsx/esm/api");
  register({ tsconfig: `${root}tsconfig.json` });
  const { main } = await import("./main.ts");
  await main();
} catch (error) {
  endWith(error);
}
