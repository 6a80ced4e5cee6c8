// Where a file of the author's stands among what is published: below `assets/`, under a name with the hash of its bytes.
import { assetsFolder } from "../layout.ts";
import { writtenEnding } from "./endings.ts";

/** How much of its hash a name holds. */
const hashLength = 12;

/** Letters that have no plain one in their decomposed form. */
const plainLetters: Readonly<Record<string, string>> = { æ: "ae", ø: "o", å: "a", ß: "ss", ł: "l", đ: "d", ð: "d" };

/**
 * The path of a file below the output folder. Plain letters alone: the folder is copied by all kinds of programs to all
 * kinds of servers. With its hash in it, a name never stands for anything else, and may be cached for ever.
 */
export function assetPath(path: string, sha256: string): string {
  return `${assetsFolder}/${stemOf(path)}.${sha256.slice(0, hashLength)}${writtenEnding(path).toLowerCase()}`;
}

function stemOf(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const plain = name
    .slice(0, name.length - writtenEnding(name).length)
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[^\p{ASCII}]/gu, (letter) => plainLetters[letter] ?? letter)
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^a-z\d_]+/gu, "-")
    .replaceAll(/^-+|-+$/gu, "")
    .slice(0, 60);
  // Windows keeps some names for devices, whatever their endings.
  return plain === "" || /^(?:con|prn|aux|nul|com\d|lpt\d)$/u.test(plain) ? `fil${plain && `-${plain}`}` : plain;
}

/** Whether two files differ in nothing that a published name tells but their hash. */
export function isNamedLike(path: string, published: string): boolean {
  return assetPath(path, hashIn(published) ?? "") === published;
}

/** The beginning of the hash that a published path names; undefined for any other path. */
export function hashIn(path: string): string | undefined {
  return new RegExp(`^${assetsFolder}/[a-z\\d_-]+\\.([\\da-f]{${hashLength}})\\.[a-z\\d]+$`, "u").exec(path)?.[1];
}

/** Whether bytes with this hash are what a published path names. */
export function isWholeAt(path: string, sha256: string | undefined): boolean {
  const named = hashIn(path);
  return named !== undefined && sha256?.startsWith(named) === true;
}

/** The address of a published file: below where `dist/` is served, which is the root of the site if no one says else. */
export function assetAddress({ assets }: { assets?: string | undefined }, path: string): string {
  return `${assets ?? "/"}${path}`;
}

/** The published path that an address of ours ends in, and what follows it; undefined for any other address. */
export function assetIn(address: string): { path: string; rest: string } | undefined {
  const [, path = "", rest = ""] = new RegExp(`(?:^|/)(${assetsFolder}/[^/?#]+)([?#].*)?$`, "su").exec(address) ?? [];
  return hashIn(path) === undefined ? undefined : { path, rest };
}
