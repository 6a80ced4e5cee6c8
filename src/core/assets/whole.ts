// Whether the bytes of a file are what its ending says, from the first to the last.

export type ImageKind = "png" | "jpg" | "gif" | "webp" | "avif";

/** The kind of picture that bytes begin as. */
export function kindOfImage(bytes: Uint8Array): ImageKind | undefined {
  if (startsWith(bytes, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return "png";
  if (startsWith(bytes, 0, [0xff, 0xd8, 0xff])) return "jpg";
  if (/^GIF8[79]a$/u.test(asciiAt(bytes, 0, 6))) return "gif";
  if (asciiAt(bytes, 0, 4) === "RIFF" && asciiAt(bytes, 8, 4) === "WEBP") return "webp";
  if (asciiAt(bytes, 4, 8) === "ftypavif" || asciiAt(bytes, 4, 8) === "ftypavis") return "avif";
  return undefined;
}

/** Whether a picture has its end: one that was cut is shown half, or not at all. */
export function hasItsEnd(bytes: Uint8Array, kind: ImageKind): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (kind === "png") return pngEnds(bytes, view);
  if (kind === "jpg") return jpegEnds(bytes, view);
  if (kind === "gif") return lastByteOf(bytes) === 0x3b;
  if (kind === "webp") return view.byteLength >= 12 && view.getUint32(4, true) + 8 <= view.byteLength;
  return boxesEnd(bytes, view);
}

/** Whether a document begins as its ending says; endings without a fixed beginning are believed. */
export function beginsAs(bytes: Uint8Array, ending: string): boolean {
  if (ending === ".pdf") return asciiAt(bytes, 0, 1024).includes("%PDF-");
  if (ending === ".rtf") return asciiAt(bytes, 0, 5) === "{\\rtf";
  if ([".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".epub"].includes(ending))
    return startsWith(bytes, 0, [0x50, 0x4b, 0x03, 0x04]);
  if ([".txt", ".csv", ".ics", ".vcf", ".vtt"].includes(ending)) return !bytes.includes(0);
  return true;
}

function pngEnds(bytes: Uint8Array, view: DataView): boolean {
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = view.getUint32(at);
    if (at + 12 + length > bytes.length) return false;
    if (asciiAt(bytes, at + 4, 4) === "IEND") return true;
    at += 12 + length;
  }
  return false;
}

/** After its head, whose pieces have lengths, compressed data never holds the mark of the end. */
function jpegEnds(bytes: Uint8Array, view: DataView): boolean {
  for (let at = 2; at + 4 <= bytes.length;) {
    if (bytes[at] !== 0xff) return false;
    const mark = bytes[at + 1] ?? 0;
    if (mark === 0xff) at += 1;
    else if (mark === 0xda) return indexOfEnd(bytes, at) !== -1;
    else at += 2 + view.getUint16(at + 2);
  }
  return false;
}

function indexOfEnd(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1))
    if (bytes[at + 1] === 0xd9) return at;
  return -1;
}

function boxesEnd(bytes: Uint8Array, view: DataView): boolean {
  let hasData = false;
  let at = 0;
  while (at + 8 <= bytes.length) {
    const length = view.getUint32(at);
    hasData ||= asciiAt(bytes, at + 4, 4) === "mdat";
    // To the end of the file; or longer than a file of this kind gets.
    if (length < 8) return length === 0 && hasData;
    at += length;
  }
  return at === bytes.length && hasData;
}

function lastByteOf(bytes: Uint8Array): number | undefined {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  return bytes[end - 1];
}

function startsWith(bytes: Uint8Array, from: number, wanted: readonly number[]): boolean {
  return wanted.every((byte, index) => bytes[from + index] === byte);
}

function asciiAt(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length));
}
