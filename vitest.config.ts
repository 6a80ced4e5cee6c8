import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    globalSetup: "test/compile-first.mjs",
    // As many as there are processors; by itself the runner leaves one of two idle.
    maxWorkers: "100%",
    // People who run the tests may speak Norwegian, or call the runner by npx; the tests read English, and `malvakt build`.
    env: { LC_ALL: "C", npm_command: "", npm_lifecycle_event: "" },
    projects: [
      {
        test: {
          name: "core",
          include: ["test/**/*.test.ts"],
          exclude: ["test/system/**"],
          // Reading the code anew for each file takes as long as most of the tests. What a file changes it puts back.
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      { test: { name: "system", include: ["test/system/**/*.test.ts"], testTimeout: 300_000, hookTimeout: 300_000 } },
    ],
  },
});
