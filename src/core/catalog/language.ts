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

/** Whether what a header states is the language of a folder: `EN` and `en_GB` are `en`, but `pt_PT` is not `pt-BR`. */
export function isSameLanguage(stated: string, language: string): boolean {
  const [one = "", ...regions] = partsOf(stated);
  const [other = "", ...asked] = partsOf(language);
  return one === other && (regions.length === 0 || asked.length === 0 || regions.join("-") === asked.join("-"));
}

/** Of `de_DE.UTF-8` or `sr@latin`: the language, and what else is said of it. */
function partsOf(code: string): string[] {
  return (code.trim().toLowerCase().split(".")[0] ?? "").split(/[-_@]/u);
}
