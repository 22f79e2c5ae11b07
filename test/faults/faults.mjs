// What `npm run faults` starts: sets up what is missing, then lets it storm.
import { fileURLToPath } from "node:url";
import { isNodeNewEnough, nodeTooOld } from "../../infra/local/node-version.mjs";
import { endWith, StartFailure } from "../../infra/local/start-failure.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));

try {
  if (!isNodeNewEnough(process.versions.node)) throw new StartFailure(nodeTooOld);
  const { setUp } = await import("../../infra/local/set-up.mjs");
  await setUp({ root, forTests: false });
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";
  const { register } = await import("tsx/esm/api");
  register({ tsconfig: `${root}tsconfig.json` });
  const { main } = await import("./main.ts");
  process.exit(await main(process.argv.slice(2)));
} catch (error) {
  endWith(error);
}
