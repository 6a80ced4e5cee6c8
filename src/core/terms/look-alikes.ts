// Letters that look like those of another script, as Unicode's confusables (TR39) have them, for the scripts that are read here.

/** Latin letters, each with what looks like it; of case pairs both stand here. */
const likeLatin: Record<string, string> = {
  a: "\u0430\u03B1\u0251\u1D00",
  A: "\u0410\u0391",
  b: "\u0432\u044C\u0299",
  B: "\u0412\u042C\u0392",
  c: "\u0441\u03F2\u1D04",
  C: "\u0421\u03F9",
  d: "\u0501\u1D05",
  D: "\u0500",
  e: "\u0435\u1D07\u212E",
  E: "\u0415\u0395",
  f: "\uA730",
  F: "\u03DC",
  g: "\u0581\u0261\u0262",
  G: "\u050C",
  h: "\u043D\u04BB\u03B7\u0570\u029C",
  H: "\u041D\u04BA\u0397",
  i: "\u0456\u03B9\u0131\u0269\u026A",
  I: "\u0406\u0399\u04C0",
  j: "\u0458\u03F3\u1D0A",
  J: "\u0408\u037F",
  k: "\u043A\u03BA\u1D0B\u0138",
  K: "\u041A\u039A",
  l: "\u04CF\u029F",
  m: "\u043C\u1D0D",
  M: "\u041C\u039C",
  n: "\u0578\u057C\u0274",
  N: "\u039D",
  o: "\u043E\u03BF\u03C3\u0585\u1D0F",
  O: "\u041E\u039F\u0555",
  p: "\u0440\u03C1\u1D18",
  P: "\u0420\u03A1",
  q: "\u051B\u0566",
  Q: "\u051A",
  r: "\u0433\u0280",
  s: "\u0455\u017F\uA731",
  S: "\u0405\u054F",
  t: "\u0442\u03C4\u1D1B",
  T: "\u0422\u03A4",
  u: "\u03C5\u057D\u1D1C",
  U: "\u054D",
  v: "\u0475\u03BD\u1D20",
  V: "\u0474",
  w: "\u0461\u051D\u1D21",
  W: "\u0460\u051C",
  x: "\u0445\u03C7",
  X: "\u0425\u03A7",
  y: "\u0443\u04AF\u03B3\u028F",
  Y: "\u0423\u04AE\u03A5",
  z: "\u1D22",
  Z: "\u0396",
  æ: "\u04D5",
  Æ: "\u04D4",
  ø: "\u04E9\u2205\u2300",
  Ø: "\u04E8",
  ß: "\u03B2",
};

/**
 * Cyrillic letters, each with what looks like it. A Latin letter stands in both cases, though often only one of them
 * looks alike: a Latin word must be read the same whatever its case.
 */
const likeCyrillic: Record<string, string> = {
  а: "a\u03B1\u0251\u1D00",
  А: "A\u0391",
  в: "b\u0299",
  В: "B\u0392",
  г: "r\u1D26",
  Г: "R\u0393",
  е: "e\u1D07\u212E",
  Е: "E\u0395",
  є: "\u03B5\u025B",
  і: "i\u03B9\u0131\u0269\u026A\u04CF",
  І: "I\u0399\u04C0",
  к: "k\u03BA\u1D0B\u0138",
  К: "K\u039A",
  л: "\u03BB\u1D2B",
  Л: "\u039B",
  м: "m\u1D0D",
  М: "M\u039C",
  н: "h\u029C\u0570",
  Н: "H\u0397",
  о: "o\u03BF\u03C3\u0585\u1D0F",
  О: "O\u039F\u0555",
  п: "\u03C0\u1D28",
  П: "\u03A0",
  р: "p\u03C1\u1D18",
  Р: "P\u03A1",
  с: "c\u03F2\u1D04",
  С: "C\u03F9",
  т: "t\u03C4\u1D1B",
  Т: "T\u03A4",
  у: "y\u04AF\u03B3\u028F",
  У: "Y\u04AE\u03A5",
  ф: "\u03C6\u0278",
  Ф: "\u03A6",
  х: "x\u03C7",
  Х: "X\u03A7",
};

/** Arabic letters that Persian, Urdu and others write in their own way, and hyphens that are none. */
const likeOthers: Record<string, string> = {
  "\u064A": "\u06CC\u06D0\u06D2",
  "\u0643": "\u06A9\u06AA",
  "\u0647": "\u06BE\u06C1\u06D5",
  "-": "\u02D7\u2043\uFE63",
};

export type Script = "Latin" | "Cyrillic";

/** For each script, the letter of it that a letter of another one looks like. */
export const lookAlikes: Readonly<Record<Script, ReadonlyMap<string, string>>> = {
  Latin: turned({ ...likeLatin, ...likeOthers }),
  Cyrillic: turned({ ...likeCyrillic, ...likeOthers }),
};

function turned(table: Record<string, string>): Map<string, string> {
  return new Map(
    Object.entries(table).flatMap(([letter, others]) =>
      Array.from(others, (other): [string, string] => [other, letter]),
    ),
  );
}
