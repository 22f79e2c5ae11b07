// How the tests run: one worker per core; browser tests and tests that start processes may take longer.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    testTimeout: 180_000,
    hookTimeout: 300_000,
    pool: "forks",
    globalSetup: "test/support/global-setup.ts",
  },
});
