// The settings of a project: `malvakt.yaml` as a value.
import * as v from "valibot";
import { destinationOf, isAllowedPageUrl, isOrigin } from "./address.ts";
import { defaultSeverity, type RuleId, type Severity } from "./finding.ts";
import { languageCode } from "./language/code.ts";
import { message } from "./messages/message.ts";
import { mapping, must, readYaml } from "./yaml.ts";
import type { Mistake } from "./mistake.ts";

/** The engines that can draft. */
export const engineNames = ["deepl", "apertium", "pseudo"] as const;
export type EngineName = (typeof engineNames)[number];

const isPageAddress = v.check(
  (url: string) => isAllowedPageUrl(url.replaceAll("{lang}", "nb")),
  must(message("must.be-page-address")),
);

/** How a site addresses pages of one language: `{slug}` is filled in, and `{lang}` where it stands. */
const addressPattern = v.pipe(
  v.string(),
  v.check((url) => url.includes("{slug}"), must(message("must.have-slug"))),
  isPageAddress,
);

const languageSettings = v.nullish(
  mapping({
    // How the site addresses pages of this language, where it is not `url`.
    url: v.optional(addressPattern),
    engine: v.optional(v.picklist(engineNames)),
    deepl: v.optional(
      mapping({
        target: v.optional(v.string()),
        formality: v.optional(v.picklist(["default", "more", "less", "prefer_more", "prefer_less"])),
      }),
    ),
    // False: paused. Nothing of it is published; its catalogs stay and are kept in step.
    publish: v.optional(v.boolean()),
    apertium: v.optional(
      mapping({ mode: v.optional(v.pipe(v.string(), v.regex(/^[a-z_-]+$/u, must(message("must.be-mode"))))) }),
    ),
  }),
  {},
);

const severity = v.picklist(["error", "warning", "info", "off"]);
const rules = Object.keys(defaultSeverity) as RuleId[];

const schema = mapping({
  // The language that pages are written in.
  source: languageCode,
  // The site's origin: with it heads and redirects hold whole addresses.
  site: v.optional(
    v.pipe(
      v.string(),
      v.transform((origin) => origin.replace(/\/$/u, "")),
      v.check(isOrigin, must(message("must.be-origin"))),
    ),
  ),
  // Where `dist/` is served from, if not with the site.
  assets: v.optional(
    v.pipe(
      v.string(),
      v.transform((url) => (url.endsWith("/") ? url : `${url}/`)),
      v.check((url) => isAllowedPageUrl(url) && !/[?#]/u.test(url), must(message("must.be-folder-address"))),
    ),
  ),
  url: v.optional(
    v.pipe(
      v.string(),
      v.check((url) => url.includes("{slug}") && url.includes("{lang}"), must(message("must.have-lang-and-slug"))),
      isPageAddress,
    ),
    "/{lang}/{slug}/",
  ),
  // How the site addresses pages of the source language, where it is not `url`.
  sourceUrl: v.optional(addressPattern),
  // The languages that pages are translated into, in the order of the file.
  languages: v.record(languageCode, languageSettings),
  // Path of the termbase from the project's root; a project need not have one.
  terms: v.optional(
    v.pipe(
      v.string(),
      v.check(
        (path) => !/^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.(?![/\\])|\p{Cc}/u.test(path) && /\.ya?ml$/u.test(path),
        must(message("must.be-termbase-path")),
      ),
    ),
  ),
  publish: v.optional(
    mapping({
      // What happens to a published translation when its source has changed.
      stale: v.optional(v.picklist(["keep", "withdraw"]), "keep"),
      // Whether a fragment has the page's first heading; both: a second file is without it.
      heading: v.optional(v.union([v.boolean(), v.literal("both")], must(message("must.be-heading"))), true),
      // Whether structured data names who approved a translation.
      byline: v.optional(v.boolean(), false),
      // Whether a note under a translation says who approved it, and when.
      provenance: v.optional(v.boolean(), false),
      sitemap: v.optional(v.boolean(), false),
    }),
    {},
  ),
  severity: v.optional(
    mapping({
      ...(Object.fromEntries(rules.map((rule) => [rule, v.optional(severity)])) as Record<
        RuleId,
        v.OptionalSchema<typeof severity, undefined>
      >),
      tags: v.optional(v.literal("error", must(message("must.be-error"), ["error"]))),
    }),
    {},
  ),
});

type Written = v.InferOutput<typeof schema>;

export type LanguageSettings = v.InferOutput<typeof languageSettings>;

export type Settings = Pick<Written, "source" | "site" | "assets" | "url" | "sourceUrl" | "languages" | "publish"> & {
  termbasePath: string | undefined;
  severity: Readonly<Record<RuleId, Severity>>;
};

/** How the site addresses pages of a language, with `{slug}` to be filled in. */
export function addressPatternOf(
  { source, url, sourceUrl, languages }: Pick<Settings, "source" | "url" | "sourceUrl" | "languages">,
  language: string,
): string {
  const own =
    language === source ? sourceUrl : Object.hasOwn(languages, language) ? languages[language]?.url : undefined;
  return (own ?? url).replaceAll("{lang}", () => language);
}

/** The beginning of addresses that have none of their own: that of `url` where it is whole counts as the site. */
export function originOf({ site, url }: Pick<Settings, "site" | "url">): string | undefined {
  return site ?? /^https:\/\/[^/{]+(?=\/)/u.exec(url)?.[0];
}

/** Most pages have one slug in all languages: with one pattern for two languages they would have one address, too. */
function sharedPatterns(settings: Written, placeOf: (path: string[]) => [number, number]): Mistake[] {
  const taken = new Map<string, string>();
  return [settings.source, ...Object.keys(settings.languages)].flatMap((language) => {
    const pattern = addressPatternOf(settings, language);
    const { origin, path } = destinationOf(pattern, originOf(settings));
    const key = `${origin}${path.toLowerCase()}`;
    const other = taken.get(key);
    if (other === undefined) {
      taken.set(key, language);
      return [];
    }
    const isOwn = settings.languages[language]?.url !== undefined;
    const [start, end] = placeOf(isOwn ? ["languages", language, "url"] : ["sourceUrl"]);
    const reason = message("settings.same-address", { language, other, pattern });
    return [{ start, end, reason, expected: isOwn ? [`/${language}/{slug}/`] : [] }];
  });
}

/** Reads `malvakt.yaml`. With a mistake in it there are no settings: nothing may run on half of them. */
export function readSettings(text: string): { settings: Settings | undefined; mistakes: Mistake[] } {
  const { value, mistakes, placeOf } = readYaml(text, schema);
  if (!value) return { settings: undefined, mistakes };
  if (value.source in value.languages) {
    const [start, end] = placeOf(["languages", value.source]);
    mistakes.push({
      start,
      end,
      reason: message("settings.source", { language: value.source }),
      expected: [],
    });
  }
  mistakes.push(...sharedPatterns(value, placeOf));
  const given = Object.entries(value.severity).filter(([, level]) => level !== undefined);
  return {
    settings:
      mistakes.length > 0
        ? undefined
        : {
            source: value.source,
            site: value.site,
            assets: value.assets,
            url: value.url,
            sourceUrl: value.sourceUrl,
            languages: value.languages,
            publish: value.publish,
            termbasePath: value.terms,
            severity: { ...defaultSeverity, ...Object.fromEntries(given) },
          },
    mistakes,
  };
}
