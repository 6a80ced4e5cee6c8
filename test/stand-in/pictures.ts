// Pictures and documents for tests, made here: small, whole, and as large as they say.
import { createHash } from "node:crypto";
import { crc32, deflateSync } from "node:zlib";
import type { Assets } from "../../src/core/assets/assets.ts";
import { inspectFile } from "../../src/core/assets/inspect.ts";

/** A PNG of one colour, from 0 to 255: other colours are other files. */
export function png(width = 3, height = 2, colour = 0): Buffer {
  const chunk = (name: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length, 0);
    ends.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  const rows = Buffer.concat(Array.from({ length: height }, () => Buffer.from([0, ...Array(width).fill(colour)])));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** A photograph of 8 by 4 pixels, with what a camera says of how it was held (EXIF; 6: a quarter turn). */
export function jpeg(orientation?: number): Buffer {
  const [begin, rest] = [Buffer.from([0xff, 0xd8]), Buffer.from(jpegBody, "base64")];
  if (orientation === undefined) return Buffer.concat([begin, rest]);
  const exif = Buffer.from("ffe100224578696600004d4d002a00000008000101120003000000010000000000000000", "hex");
  exif.writeUInt16BE(orientation, 28);
  return Buffer.concat([begin, exif, rest]);
}

const jpegBody =
  "/9sAQwAbEhQXFBEbFxYXHhwbIChCKyglJShROj0wQmBVZWRfVV1baniZgWpxkHNbXYW1hpCeo6utq2eAvMm6pseZqKuk/9sAQwEcHh4oIyhOKytOpG5dbqSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSk/8AAEQgABAAIAwEiAAIRAQMRAf/EABUAAQEAAAAAAAAAAAAAAAAAAAAC/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/EABQBAQAAAAAAAAAAAAAAAAAAAAT/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCADgX/2Q==";

/** 8 by 4 pixels. */
export function webp(): Buffer {
  const picture = Buffer.from("VlA4ICYAAACQAQCdASoIAAQABABoJaACdLoAA5gA/ru38UApHE7v0KNlE0mAAA==", "base64");
  const head = Buffer.from("RIFF    WEBP");
  head.writeUInt32LE(4 + picture.length, 4);
  return Buffer.concat([head, picture]);
}

/** 1 by 1 pixel. */
export const gif = Buffer.from("R0lGODlhAQABAIAAAP///wAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==", "base64");

/** The boxes of an AVIF of 5 by 7 pixels, and no picture in them. */
export function avif(): Buffer {
  const box = (name: string, ...inside: Buffer[]): Buffer => {
    const body = Buffer.concat(inside);
    const head = Buffer.from(`    ${name}`);
    head.writeUInt32BE(8 + body.length, 0);
    return Buffer.concat([head, body]);
  };
  const size = Buffer.from("000000000000000500000007", "hex");
  const meta = box("meta", Buffer.alloc(4), box("iprp", box("ipco", box("ispe", size))));
  return Buffer.concat([box("ftyp", Buffer.from("avif\0\0\0\0avif")), meta, box("mdat", Buffer.alloc(9, 1))]);
}

export const svg = (inside = '<rect width="4" height="4"/>'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">\n${inside}\n</svg>\n`;

export const pdf = Buffer.from("%PDF-1.4\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n");

/** The first 12 hex digits of a file's SHA-256, which stand in its published name. */
export function hashOfFile(bytes: string | Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 12);
}

/** The files of a project from their paths below `content`, as the core is given them. */
export function filesOf(files: Readonly<Record<string, string | Uint8Array>>): {
  others: string[];
  inspect: Assets["inspect"];
} {
  return {
    others: Object.keys(files).map((path) => `content/${path}`),
    inspect: (path) => inspectFile(path, Buffer.from(files[path] ?? "")),
  };
}
