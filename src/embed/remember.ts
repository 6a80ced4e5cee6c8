// The language that a visitor chose, for the next page. Storage may be full, forbidden or not there at all.

const key = "malvakt-language";

export function chosenBefore(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function remember(language: string): void {
  try {
    localStorage.setItem(key, language);
  } catch {
    // Then the next page asks again.
  }
}
