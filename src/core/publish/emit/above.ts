// `<language>/<slug>.above.html`: what a site shows above a fragment, the menu of languages and the notice of an old text.
import { abovePath } from "../../layout.ts";
import { escapeAttribute, escapeContent } from "../../page/template.ts";
import { languageData, type Emitter } from "../filled.ts";
import { noticeOf } from "../notice.ts";
import { alternatesOf } from "../site.ts";

export const emitAbove: Emitter = ({ site, pages }) =>
  [...pages].flatMap(([id, languages]) => {
    const page = site.pages.get(id);
    const alternates = page ? Object.entries(alternatesOf(page)) : [];
    return [...languages.values()].map(({ status, published }) => {
      const { code, direction } = languageData(published.language);
      const notice = `<p role="note" lang="${code}" dir="${direction}">${escapeContent(noticeOf(published))}</p>`;
      const lines = [
        "<!-- malvakt: menu -->",
        ...menuOf(alternates, published.language),
        ...(status === "stale" ? ["<!-- malvakt: notice -->", notice] : []),
      ];
      return [abovePath(published.path), `${lines.join("\n")}\n`] as const;
    });
  });

/** None where there is nothing to choose. */
function menuOf(alternates: readonly [code: string, url: string][], here: string): string[] {
  const { labels, code, direction } = languageData(here);
  if (alternates.length < 2) return [];
  return [
    `<nav lang="${code}" dir="${direction}" aria-label="${escapeAttribute(labels.embed.languages)}">`,
    "<ul>",
    ...alternates.map(([language, url]) => itemOf(language, url, language === here)),
    "</ul>",
    "</nav>",
  ];
}

function itemOf(language: string, url: string, isHere: boolean): string {
  const { ownName, direction } = languageData(language);
  const code = escapeAttribute(language);
  const here = isHere ? ` aria-current="page"` : "";
  return `<li><a href="${escapeAttribute(url)}" lang="${code}" hreflang="${code}" dir="${direction}"${here}>${escapeContent(ownName)}</a></li>`;
}
