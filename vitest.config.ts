import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    globalSetup: "test/compile-first.mjs",
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
