// What `npm run import` runs: sets up what is missing, then imports an old ledger through the public surface.
import { fileURLToPath } from "node:url";
import { isNodeNewEnough, nodeTooOld } from "./node-version.mjs";
import { packagesAreCurrent } from "./packages.mjs";
import { endWith, StartFailure } from "./start-failure.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));

try {
  if (!isNodeNewEnough(process.versions.node)) throw new StartFailure(nodeTooOld);
  const setUp = async () => {
    const setting = await import("./set-up.mjs");
    await setting.setUp({ root, forTests: false });
  };
  if (!packagesAreCurrent(root)) await setUp();

  // The SDK warns on Node 20 when the local system is started here; it tells the reader nothing.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";
  const { register } = await import("tsx/esm/api");
  register({ tsconfig: `${root}tsconfig.json` });
  const { main } = await import("./import/main.ts");
  process.exitCode = await main(process.argv.slice(2), setUp);
} catch (error) {
  endWith(error);
}
