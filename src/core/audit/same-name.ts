// Whether two names are written for one person: in other letter case, order or accents, or with more first names.

/** Letters that are written in several ways, after accents are gone. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/æ|ae/gu, "a"],
  [/ø|oe|œ/gu, "o"],
  [/aa/gu, "a"],
  [/ue/gu, "u"],
  [/ß/gu, "ss"],
  [/ł/gu, "l"],
  [/đ|ð/gu, "d"],
  [/þ/gu, "th"],
];

/** Whether names can be those of one person. Two words must be the same, or all that a shorter name has. */
export function isSameName(one: string, other: string): boolean {
  const [short = [], long = []] = [wordsOf(one), wordsOf(other)].toSorted((a, b) => a.length - b.length);
  if (short.length === 0 || (short.length === 1 && long.length > 1)) return false;
  const left = [...long];
  return short.every((word) => {
    const at = left.findIndex((candidate) => candidate === word || isInitial(word, candidate));
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  });
}

function wordsOf(name: string): string[] {
  let plain = name.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  for (const [spelling, letters] of spellings) plain = plain.replaceAll(spelling, letters);
  // Whole words first: an initial may be that of several.
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).toSorted((one, two) => two.length - one.length);
}

function isInitial(one: string, other: string): boolean {
  return (one.length === 1 || other.length === 1) && one[0] === other[0];
}
