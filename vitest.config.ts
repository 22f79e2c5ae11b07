// How the tests run: a worker per core for what computes and asks the database, then browsers one after another.
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** Each starts a browser, and watches what it shows: two of them at once on two cores wait for one another in vain. */
const BROWSERS = [
  "test/addon/sidebar/{accessibility,case-form,case-form-safety,ledger-form,periods,rows,settings,sync}.test.ts",
  "test/browser/*.test.ts",
  "test/conformance/forms.test.ts",
  "test/functions/attendance/leave-on-pages.test.ts",
  "test/functions/pages/browser.test.ts",
  "test/workbook-host/{browser,pages}.test.ts",
];

export default defineConfig({
  test: {
    testTimeout: 180_000,
    hookTimeout: 300_000,
    pool: "forks",
    // A worker reads the product's modules once for all its files; what a test changes in the process, it puts back.
    isolate: false,
    globalSetup: "test/support/global-setup.ts",
    projects: [
      {
        extends: true,
        test: {
          name: "rules",
          include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
          exclude: BROWSERS,
          // A worker waits for the database half of its time: one more than there are cores keeps them busy.
          maxWorkers: availableParallelism() + 1,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: "browsers", include: BROWSERS, maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
