// How the tests run: one worker per core; browser tests and tests that start processes may take longer.
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    testTimeout: 180_000,
    hookTimeout: 300_000,
    pool: "forks",
    // A worker waits for the database or a browser most of the time: no core is kept back for the runner.
    maxWorkers: availableParallelism(),
    globalSetup: "test/support/global-setup.ts",
  },
});
