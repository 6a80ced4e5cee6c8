// Previews of made projects, for tests: from texts to the files of the preview, without a disk.
import { build, buildSite, readProject, type ProjectText } from "../src/core/malvakt.ts";
import type { Locale } from "../src/core/messages/sentence.ts";
import { planPage, type PagePlan } from "../src/core/page-plan.ts";
import { previewSite, type MadePages } from "../src/core/preview/preview.ts";
import type { FileText } from "../src/core/project.ts";
import { readDist } from "../src/core/publish/dist.ts";
import { readSettings, type Settings } from "../src/core/settings.ts";

export function settingsOf(text: string): Settings {
  const { settings, mistakes } = readSettings(text);
  if (!settings) throw new Error(JSON.stringify(mistakes));
  return settings;
}

/** Pages of Markdown by id, and catalogs by language and page. */
export type Made = { pages: Record<string, string>; catalogs?: Record<string, Record<string, string>> };

export function projectOf(settings: Settings, { pages, catalogs = {} }: Made): ProjectText {
  const files = (language: string, texts: Record<string, string>, ending: string): Map<string, FileText> =>
    new Map(
      Object.entries(texts).map(([id, text]) => [id, { path: `content/${language}/${id}.${ending}`, text }] as const),
    );
  return {
    settings,
    terms: undefined,
    pages: files(settings.source, pages, "md"),
    catalogs: new Map(
      Object.entries(catalogs).map(([language, texts]) => [language, files(language, texts, "po")] as const),
    ),
  };
}

/** What a build of a project publishes, for the next one to stand on. */
export function published(text: ProjectText): Map<string, string> {
  return build(text, new Map()).files;
}

/** A project is planned once, as by a program that goes on. */
const planned = new WeakMap<ProjectText, PagePlan[]>();

/** The files of a preview of a project, of which `dist` is published. */
export function previewOf(
  text: ProjectText,
  dist: ReadonlyMap<string, string> = new Map(),
  { locale = "en", made }: { locale?: Locale; made?: MadePages } = {},
): Map<string, string> {
  const project = readProject(text, new Map(), new Map());
  const catalogsOf = (id: string): Map<string, FileText> =>
    new Map(
      [...text.catalogs].flatMap(([language, files]) => {
        const file = files.get(id);
        return file ? [[language, file] as const] : [];
      }),
    );
  const plans = planned.get(text) ?? project.files.map((file) => planPage(file, catalogsOf(file.id), project.context));
  planned.set(text, plans);
  const read = readDist(dist);
  const built = buildSite(plans, project, read, { allowWithdraw: false });
  return previewSite({ project, build: built, dist: read, catalogsOf, locale, doubts: [] }, made).files;
}
