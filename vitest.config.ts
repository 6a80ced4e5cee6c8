import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // People who run the tests may speak Norwegian; the tests read English.
    env: { LC_ALL: "C" },
    projects: [
      {
        test: {
          name: "core",
          include: ["test/**/*.test.ts"],
          exclude: ["test/system/**"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      { test: { name: "system", include: ["test/system/**/*.test.ts"], testTimeout: 300_000, hookTimeout: 300_000 } },
    ],
  },
});
