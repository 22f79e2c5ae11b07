// What `npm test` runs: sets up what the tests need, then runs them with whatever arguments were given.
import { fileURLToPath } from "node:url";
import { isNodeNewEnough, nodeTooOld } from "./node-version.mjs";
import { endWith, StartFailure } from "./start-failure.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));

try {
  if (!isNodeNewEnough(process.versions.node)) throw new StartFailure(nodeTooOld);
  const { setUp } = await import("./set-up.mjs");
  await setUp({ root, forTests: true });

  const { run } = await import("./run-command.mjs");
  const vitest = `${root}node_modules/vitest/vitest.mjs`;
  const { code } = await run(process.execPath, [vitest, "run", "--root", root, ...process.argv.slice(2)], {
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" },
    show: true,
  });
  process.exit(code);
} catch (error) {
  endWith(error);
}
