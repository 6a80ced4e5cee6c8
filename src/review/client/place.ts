// Where in the project the tab is: in its address, so that going back works.
export type Place = { page: string; language: string; unit: number | undefined } | undefined;

export function placeNow(): Place {
  const given = new URLSearchParams(location.hash.slice(1));
  const [page, language, unit] = [given.get("page"), given.get("language"), given.get("unit")];
  if (page === null || language === null) return undefined;
  return { page, language, unit: unit === null ? undefined : Number(unit) };
}

export function addressOf(page: string, language: string, unit?: number): string {
  const values = { page, language, ...(unit === undefined ? {} : { unit: String(unit) }) };
  return `#${new URLSearchParams(values).toString()}`;
}
