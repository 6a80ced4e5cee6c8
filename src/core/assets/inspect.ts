// What a file is, from its name and bytes: what a build needs to know of it, or why it cannot be published.
import { imageSize } from "image-size";
import { sha256OfBytes } from "../hash.ts";
import { endingOf } from "../layout.ts";
import { message, type Message } from "../messages/message.ts";
import { documentEndings, imageEndings, isImagePath } from "./endings.ts";
import { inspectSvg } from "./svg.ts";
import { beginsAs, hasItsEnd, kindOfImage } from "./whole.ts";

/** A file that may be published. A picture has a size, in pixels as it is shown. */
export type SoundFile = { sha256: string; bytes: number; width?: number; height?: number };

/** What is known of a file; it survives JSON. */
export type Inspected = SoundFile | { problem: Message };

/** The largest files that are published. Most hosts of git refuse more than a document may have here. */
export const mostBytes = { image: 20_000_000, document: 50_000_000 } as const;

/** A picture that readers on telephones wait for. */
export const heavyBytes = 1_000_000;

/** Wider or higher than any screen, and more than a browser on a telephone can hold. */
const mostPixels = { side: 10_000, all: 50_000_000 } as const;

/** Whether a file is too large to be published, from its size alone: it need not be read. */
export function tooLarge(path: string, bytes: number): Message | undefined {
  const most = isImagePath(path) ? mostBytes.image : mostBytes.document;
  return bytes > most ? message("asset.too-large", { bytes, most }) : undefined;
}

export function inspectFile(path: string, bytes: Uint8Array): Inspected {
  if (bytes.length === 0) return { problem: message("asset.empty") };
  const large = tooLarge(path, bytes.length);
  if (large) return { problem: large };
  const sound = { sha256: sha256OfBytes(bytes), bytes: bytes.length };
  if (!isImagePath(path)) {
    const ending = endingOf(path, documentEndings) ?? "";
    return beginsAs(bytes, ending) ? sound : { problem: message("asset.other-content", { ending }) };
  }
  const size = inspectImage(path, bytes);
  return "problem" in size ? size : { ...sound, ...size };
}

type Size = { width: number; height: number };

function inspectImage(path: string, bytes: Uint8Array): Size | { problem: Message } {
  const ending = endingOf(path, imageEndings) ?? "";
  const kind = kindOfImage(bytes);
  if (ending === ".svg" && kind === undefined) return inspectDrawing(bytes);
  if (kind === undefined) return { problem: message("asset.no-image", { ending }) };
  const proper = kind === "jpg" ? [".jpg", ".jpeg"] : [`.${kind}`];
  if (!proper.includes(ending)) return { problem: message("asset.other-image", { ending, proper: proper[0] ?? "" }) };
  const size = sizeOf(bytes);
  if (!size || !hasItsEnd(bytes, kind)) return { problem: message("asset.cut") };
  return fitting(size);
}

function inspectDrawing(bytes: Uint8Array): Size | { problem: Message } {
  try {
    const size = inspectSvg(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
    return "problem" in size ? size : fitting(size);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { problem: message("asset.no-image", { ending: ".svg" }) };
  }
}

function fitting({ width, height }: Size): Size | { problem: Message } {
  if (width === 0 || height === 0) return { problem: message("asset.cut") };
  if (Math.max(width, height) > mostPixels.side || width * height > mostPixels.all)
    return { problem: message("asset.too-wide", { width, height, most: mostPixels.side }) };
  return { width, height };
}

/** The size in which a picture is shown: photographs say in which way they are to be turned. */
function sizeOf(bytes: Uint8Array): Size | undefined {
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    return orientation >= 5 ? { width: height, height: width } : { width, height };
  } catch {
    // It reads what others wrote, and throws what it likes about it.
    return undefined;
  }
}
