// `manifest.json` and its schema: what a site needs to know of each page in each language.
import { abovePath, bodyPath, embedPath, framePath, headPath, manifestPath, manifestSchemaPath } from "../../layout.ts";
import { base64OfHex } from "../../hash.ts";
import { message, type Message } from "../../messages/message.ts";
import { sentence } from "../../messages/sentence.ts";
import { originOf, type Settings } from "../../settings.ts";
import { isAskedFor } from "../decide.ts";
import { languageData, type Emitter, type FilledPage } from "../filled.ts";
import { writeManifest, writeManifestSchema, type ManifestEntry } from "../manifest.ts";
import { noticeOf } from "../notice.ts";
import { alternatesOf } from "../site.ts";

export const emitManifest: Emitter = ({ site, pages }) => {
  const entries: Record<string, Record<string, ManifestEntry>> = {};
  const codes = new Set([site.settings.source, ...Object.keys(site.settings.languages)]);
  for (const page of site.pages.values()) {
    const alternates = alternatesOf(page);
    const languages: Record<string, ManifestEntry> = {};
    for (const [code, decision] of page.decisions) {
      const filled = pages.get(page.id)?.get(code);
      if (filled) languages[code] = entryOf(filled, alternates, site.settings);
      // What left the site before this build is told by its absence.
      else if (isAskedFor(page, code)) languages[code] = { status: "withheld", reason: said(decision.reason) };
      else continue;
      codes.add(code);
    }
    if (Object.keys(languages).length > 0) entries[page.id] = languages;
  }
  const languages = Object.fromEntries(
    [...codes].map((code) => {
      const { ownName, direction } = languageData(code);
      return [code, { name: ownName, dir: direction }];
    }),
  );
  const origin = originOf(site.settings);
  const siteKey = origin === undefined ? undefined : { site: origin };
  const renamed = Object.fromEntries([...site.heirs].toSorted(([one], [other]) => (one < other ? -1 : 1)));
  return [
    [manifestSchemaPath, writeManifestSchema()],
    [manifestPath, writeManifest({ ...siteKey, source: site.settings.source, languages, pages: entries, renamed })],
  ];
};

function entryOf(
  { status, reason, body, headings, published }: FilledPage,
  alternates: Record<string, string>,
  { publish: { byline } }: Settings,
): ManifestEntry {
  const { path, sha256, url, title, description, date, approved, order, data } = published;
  const fields = {
    path,
    ...(body === undefined ? undefined : { body: bodyPath(path) }),
    head: headPath(path),
    above: abovePath(path),
    embed: embedPath(path),
    frame: framePath(path),
    url,
    title,
    ...(description === undefined ? undefined : { description }),
    sha256,
    integrity: `sha256-${base64OfHex(sha256)}`,
    ...(date === undefined ? undefined : { date }),
    // A note on a page names people where that is asked for; a list for programs, where this is.
    ...(approved === undefined ? undefined : { approved: byline ? approved : { date: approved.date } }),
    alternates,
    headings,
    ...(order === undefined ? undefined : { order }),
    data: data ?? {},
  };
  return status === "stale"
    ? { status, reason: said(reason), notice: noticeOf(published), ...fields }
    : { status, ...fields };
}

/** Programs read it in English, whoever ran the build. Who withdrew a page, and why, is not for the public. */
function said(reason: Message | undefined): string {
  if (reason === undefined) return "";
  const date = reason.id === "off.withdrawn" ? reason.values?.["date"] : undefined;
  return sentence(typeof date === "string" ? message("off.withdrawn-on", { date }) : reason, "en");
}
