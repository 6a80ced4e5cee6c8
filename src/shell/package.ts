// What comes with this package beside its code.
import { readFileSync } from "node:fs";
import { contentFolder } from "../core/layout.ts";

export function version(): string {
  const { version: number } = JSON.parse(fileOfPackage("package.json")) as { version: string };
  return number;
}

/** The termbase of new projects: the concepts of a clinic, and what must never be equated. */
export function starterTermbase(): string {
  return fileOfPackage(`${contentFolder}/terms.yaml`);
}

/** The program of `embed.js`, compiled: it runs in browsers. */
export function embedProgram(): string {
  return fileOfPackage("lib/embed-program.js");
}

/** What a browser loads for the review page; it holds nothing of any project. */
export function reviewFiles(): { page: string; program: string; style: string } {
  return {
    page: fileOfPackage("lib/review.html"),
    program: fileOfPackage("lib/review.js"),
    style: fileOfPackage("lib/review.css"),
  };
}

/** This file lies two folders below the package's root, compiled or not. */
function fileOfPackage(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
}
