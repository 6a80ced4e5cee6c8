// What one request to DeepL holds, how big it is on the wire, and which questions fit into one.
import type { Question } from "../engine.ts";
import type { DeeplTarget } from "./language.ts";
import { ignoredTags, writeQuestion } from "./text.ts";

export type DeeplRequest = {
  source: string;
  target: DeeplTarget;
  glossary: string | undefined;
  texts: readonly string[];
  /** Tags whose content is left alone. */
  ignored: readonly string[];
  /** Source text around the texts; cut to what fits. */
  context: string;
};

/** DeepL takes 50 texts in a request. */
export const mostTexts = 50;

/** DeepL takes 128 KiB, counted as encoded: an `å` is 6 bytes. The rest is room for what its own client may add. */
const mostBytes = 126 * 1024;

/** Kept free in a batch for context: "a few complete sentences", as DeepL recommends. */
const contextBytes = 8 * 1024;

/** More than the fields other than texts, context and ignored tags ever take; a test holds it to the client's bytes. */
const fixedBytes = 512;

/** Makes a request; the context loses its end if not all of it fits. */
export function writeRequest(
  source: string,
  target: DeeplTarget,
  glossary: string | undefined,
  texts: readonly string[],
  context: string,
): DeeplRequest {
  const request = { source, target, glossary, texts, ignored: [...new Set(texts.flatMap(ignoredTags))].toSorted() };
  return {
    ...request,
    context: cutContext(context, mostBytes - bodyBytes({ ...request, context: "" }) - fieldBytes("context", "")),
  };
}

/** Whether DeepL takes a request of this size. */
export function fits(request: DeeplRequest): boolean {
  return request.texts.length <= mostTexts && bodyBytes(request) <= mostBytes;
}

/** The most bytes that the body of a request can have as form encoding writes it. */
export function bodyBytes(request: Omit<DeeplRequest, "source" | "target" | "glossary">): number {
  return (
    fixedBytes +
    request.texts.reduce((sum, text) => sum + fieldBytes("text", text), 0) +
    (request.ignored.length > 0 ? fieldBytes("ignore_tags", request.ignored.join(",")) : 0) +
    (request.context === "" ? 0 : fieldBytes("context", request.context))
  );
}

/** How many questions, from one on, fit into one request with room for some context; one always does. */
export function countFitting(questions: readonly Question[], from = 0): number {
  let room = mostBytes - contextBytes - fixedBytes - fieldBytes("ignore_tags", "");
  let count = 0;
  for (const question of questions.slice(from, from + mostTexts)) {
    const bytes = questionBytes(question);
    // A question too long for any request is a batch of its own; its answer will be a failure.
    if (count > 0 && bytes > room) break;
    room -= bytes;
    count++;
  }
  return count;
}

/** Cuts questions into batches, in order, each of which fits into one request with room for some context. */
export function batchQuestions(questions: readonly Question[]): Question[][] {
  const batches: Question[][] = [];
  for (let at = 0; at < questions.length;) {
    const count = countFitting(questions, at);
    batches.push(questions.slice(at, at + count));
    at += count;
  }
  return batches;
}

function questionBytes(question: Question): number {
  const written = writeQuestion(question);
  if ("failure" in written) return 0;
  // Each question pays for its tags as if no other had them: simple, and never too little.
  const tags = ignoredTags(written.xml).map((tag) => `${tag},`);
  return fieldBytes("text", written.xml) + encodedBytes(tags.join(""));
}

/** A field with the `&` before it. */
function fieldBytes(name: string, value: string): number {
  return name.length + 2 + encodedBytes(value);
}

function encodedBytes(value: string): number {
  return new URLSearchParams({ "": value }).toString().length - 1;
}

/** As many whole words from the beginning as fit. */
function cutContext(context: string, room: number): string {
  if (encodedBytes(context) <= room) return context;
  let left = room;
  let end = 0;
  for (const match of context.matchAll(/\s*\S+/gu)) {
    left -= encodedBytes(match[0]);
    if (left < 0) break;
    end = match.index + match[0].length;
  }
  return context.slice(0, end);
}
