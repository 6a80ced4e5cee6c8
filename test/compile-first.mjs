// The set-up of every test run: no test meets a program that was compiled from other sources than those that are there.
import { compile } from "../scripts/compile.mjs";

/** @param {import("vitest/node").TestProject} project */
export default async function compileFirst(project) {
  await compile();
  project.onTestsRerun(compile);
}
