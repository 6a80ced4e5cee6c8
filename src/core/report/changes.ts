// What a build changed, for people who put pages on a site by hand: on the screen, and as a list in Markdown to tick off.
import { languageOf } from "../language/all.ts";
import { goesWithFragment, isFragmentPath } from "../layout.ts";
import { message, type Message } from "../messages/message.ts";
import { sentence, type Locale } from "../messages/sentence.ts";
import type { ChangedPage, Changes } from "../publish/changes.ts";
import type { TakenOff } from "../publish/decide.ts";
import { inColumns, lineOf } from "./table.ts";
import { visible } from "./visible.ts";

/** By page and language the files to paste or upload again, then those to delete; nothing where nothing changed. */
export function reportChanges({ pages, written, removed }: Changes, locale: Locale): string {
  const say = (told: Message): string => visible(sentence(told, locale));
  const block = (head: Message, list: "written" | "removed", others: readonly string[]): string[] => {
    const rows = pages
      .filter((page) => page[list].length > 0)
      .map((page) => [
        `  ${visible(page.page)}`,
        page.language,
        ...(list === "written" ? [say(kindOf(page))] : []),
        (list === "written" ? shownOf(page[list]) : page[list]).map(visible).join(", "),
      ]);
    const lines = inColumns(rows.slice(0, mostRows), ["left", "left", "left", "left"]).map(lineOf);
    const more = [
      ...(rows.length > mostRows ? [say(message("changes.more", { count: rows.length - mostRows }))] : []),
      ...(others.length === 0 ? [] : [say(message("changes.others", { paths: [...others] }))]),
    ];
    return lines.length + more.length === 0 ? [] : [say(head), ...lines, ...more.map((line) => `  ${line}`)];
  };
  return [
    ...block(message("changes.paste"), "written", written),
    ...block(message("changes.delete"), "removed", removed),
  ].join("\n");
}

/** How many pages the screen shows of a large change; the list in Markdown has all. */
const mostRows = 60;

/** Of the files to paste those that tell of the others, which go with the fragment. */
function shownOf(paths: readonly string[]): readonly string[] {
  return paths.some((path) => isFragmentPath(path)) ? paths.filter((path) => !goesWithFragment(path)) : paths;
}

function kindOf({ isNew, status }: Pick<ChangedPage, "isNew" | "status">): Message {
  if (status === "stale") return message("build.stale");
  return message(isNew ? "changes.new" : "changes.changed");
}

/** By this first line a later build knows a list of changes, and that it may take its place. */
export const changesMark = "<!-- malvakt build --changes -->";

/** The same as a list to tick off. `folder` is the output folder as people are told of it. */
export function changesAsMarkdown(
  { pages, written, removed }: Changes,
  takenOff: readonly TakenOff[],
  folder: string,
  locale: Locale,
): string {
  const say = (told: Message): string => sentence(told, locale);
  const fileOf = (path: string): string => code(`${folder.replace(/\/$/u, "")}/${path}`);
  const gone = takenOff.map(({ page, language, url, reason }) => {
    const files = pages.find((one) => one.page === page && one.language === language)?.removed ?? [];
    const list = files.length === 0 ? "" : ` (${files.map(fileOf).join(", ")})`;
    return `- [ ] ${plain(page)} (${named(language, locale)}), ${code(url)}${list}: ${plain(say(reason))}`;
  });
  const isOff = ({ page, language }: ChangedPage): boolean =>
    takenOff.some((one) => one.page === page && one.language === language);
  const pasted = [...new Set(pages.map(({ page }) => page))].flatMap((id) => {
    const own = pages.filter(({ page, written: files }) => page === id && files.length > 0);
    const lines = own.map(
      (page) =>
        `- [ ] ${plain(page.title)} (${named(page.language, locale)}; ${say(kindOf(page))}), ${code(page.url)}: ${page.written.map(fileOf).join(", ")}`,
    );
    return lines.length === 0 ? [] : [`### ${plain(id)}\n\n${lines.join("\n")}`];
  });
  const leftOver = [...pages.filter((page) => !isOff(page)).flatMap((page) => page.removed), ...removed];
  const blocks = [
    ...section(message("changes.off-heading"), gone, say),
    ...(pasted.length === 0 ? [] : [`## ${say(message("changes.paste-heading"))}`, ...pasted]),
    ...section(message("changes.others-heading"), written.map(ticked(fileOf)), say),
    ...section(message("changes.delete-heading"), leftOver.map(ticked(fileOf)), say),
  ];
  const body = blocks.length === 0 ? [say(message("changes.none"))] : blocks;
  return [changesMark, `# ${say(message("changes.heading"))}`, ...body].join("\n\n").concat("\n");
}

function ticked(fileOf: (path: string) => string): (path: string) => string {
  return (path) => `- [ ] ${fileOf(path)}`;
}

function section(head: Message, lines: readonly string[], say: (told: Message) => string): string[] {
  return lines.length === 0 ? [] : [`## ${say(head)}`, lines.join("\n")];
}

function named(language: string, locale: Locale): string {
  const name = languageOf(language) && new Intl.DisplayNames(locale, { type: "language" }).of(language);
  return name === undefined ? plain(language) : `${name}, ${language}`;
}

/** A text that Markdown shows as it is. */
function plain(text: string): string {
  return visible(text).replaceAll(/[\\`*_[\]<>&#|~]/gu, String.raw`\$&`);
}

/** A path or address as code: with more backticks around it than in it. */
function code(text: string): string {
  const shown = visible(text);
  const fence = "`".repeat(Math.max(0, ...(shown.match(/`+/gu) ?? []).map(({ length }) => length)) + 1);
  return fence.length === 1 ? `\`${shown}\`` : `${fence} ${shown} ${fence}`;
}
