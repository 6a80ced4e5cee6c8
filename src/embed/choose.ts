// In which language a page is shown: by the element, the page around it, what the visitor chose before, and the browser.

/** Tags of languages, as far as there are any, as they are written there. */
export type Wishes = {
  /** Attribute `language` of the element; `auto` leaves it to the visitor, whatever the page around it says. */
  element: string | null;
  /** Attribute `lang` of what stands around the element. */
  around: string | null | undefined;
  /** What the visitor chose in a menu, on this page or another. */
  chosen: string | null | undefined;
  /** What the browser is set to, the dearest first. */
  browser: readonly string[];
};

/** The first wish for a language that the site has; of the browser's the first in which the page is there. */
export function wishedLanguage(wishes: Wishes, known: readonly string[], there: readonly string[]): string | undefined {
  const { element, around, chosen, browser } = wishes;
  const firm = element === "auto" ? [chosen] : [element, around, chosen];
  for (const tag of firm) {
    const code = tag ? matching(tag, known) : undefined;
    if (code !== undefined) return code;
  }
  const likes = browser.flatMap((tag) => matching(tag, known) ?? []);
  return likes.find((code) => there.includes(code)) ?? likes[0];
}

/** The code for a tag (RFC 4647, lookup): itself, or with fewer parts; else one of the same language. `no` is Bokmål. */
export function matching(tag: string, codes: readonly string[]): string | undefined {
  const wanted = tag.toLowerCase().replace(/^no(?=-|$)/u, "nb");
  for (let parts = wanted.split("-"); parts.length > 0; parts = parts.slice(0, -1)) {
    const code = codes.find((one) => one.toLowerCase() === parts.join("-"));
    if (code !== undefined) return code;
  }
  const [language] = wanted.split("-");
  return codes.find((one) => one.toLowerCase().split("-")[0] === language);
}
