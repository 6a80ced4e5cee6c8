// The settings of a project: `malvakt.yaml` as a value.
import * as v from "valibot";
import { isAllowedPageUrl } from "./address.ts";
import { defaultSeverity, type RuleId, type Severity } from "./finding.ts";
import { languageCode } from "./language/code.ts";
import { message } from "./messages/message.ts";
import { mapping, must, readYaml } from "./yaml.ts";
import type { Mistake } from "./mistake.ts";

/** The engines that can draft. */
export const engineNames = ["deepl", "apertium", "pseudo"] as const;
export type EngineName = (typeof engineNames)[number];

const languageSettings = v.nullish(
  mapping({
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
  // How a site addresses a page: `{lang}` and `{slug}` are filled in.
  url: v.optional(
    v.pipe(
      v.string(),
      v.check((url) => url.includes("{slug}") && url.includes("{lang}"), must(message("must.have-lang-and-slug"))),
      v.check((url) => isAllowedPageUrl(url.replaceAll("{lang}", "nb")), must(message("must.be-page-address"))),
    ),
    "/{lang}/{slug}/",
  ),
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
  publish: v.optional(mapping({ stale: v.optional(v.picklist(["keep", "withdraw"]), "keep") }), { stale: "keep" }),
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

export type Settings = Pick<Written, "source" | "url" | "languages"> & {
  termbasePath: string | undefined;
  /** What happens to a published translation when its source has changed. */
  stale: Written["publish"]["stale"];
  severity: Readonly<Record<RuleId, Severity>>;
};

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
  const given = Object.entries(value.severity).filter(([, level]) => level !== undefined);
  return {
    settings:
      mistakes.length > 0
        ? undefined
        : {
            source: value.source,
            url: value.url,
            languages: value.languages,
            termbasePath: value.terms,
            stale: value.publish.stale,
            severity: { ...defaultSeverity, ...Object.fromEntries(given) },
          },
    mistakes,
  };
}
