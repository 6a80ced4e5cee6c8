// The language that a catalog's signatures are for: the same for every command, wherever it is run.
import { languageOf } from "../language/all.ts";
import { contentFolder } from "../layout.ts";

export type CatalogPlace = {
  /** With `/`: from the project's root for a file of a project, else as much of it as is known. */
  path: string;
  /** Languages of the project that the file lies in. */
  languages: readonly string[];
  /** What `--lang` says. */
  asked: string | undefined;
  /** What the catalog's header says. */
  stated: string | undefined;
};

/** The key of the folder in a project's settings; for a lone file `--lang`, else its folder, else its header. */
export function languageOfCatalog({ path, languages, asked, stated }: CatalogPlace): string | undefined {
  const folders = path.split("/").slice(0, -1);
  const own = folders[0] === contentFolder ? languages.find((language) => language === folders[1]) : undefined;
  const near = [folders.at(-1) ?? "", folders[folders.lastIndexOf(contentFolder) + 1] ?? ""];
  return own ?? asked ?? near.find((folder) => languageOf(folder) !== undefined) ?? stated?.replaceAll("_", "-");
}

/** Whether two codes are of one language, whatever their region: `en`, `EN` and `en_GB`. */
export function isSameLanguage(one: string, other: string): boolean {
  const base = (code: string): string => code.toLowerCase().split(/[-_]/u)[0] ?? "";
  return base(one) === base(other);
}
