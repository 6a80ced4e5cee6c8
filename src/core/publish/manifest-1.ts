// The manifest of version 1, which was ledger and manifest in one: read once, when there is no ledger yet.
import * as v from "valibot";
import { readLedger, writeLedger, type Ledger, type Published } from "./ledger.ts";

const entry = v.looseObject({
  status: v.picklist(["source", "approved", "stale", "withheld"]),
  path: v.optional(v.string()),
  url: v.optional(v.string()),
  title: v.optional(v.string()),
  description: v.optional(v.string()),
  sha256: v.optional(v.string()),
  date: v.optional(v.string()),
  data: v.optional(v.record(v.string(), v.unknown())),
});

const manifest = v.looseObject({
  version: v.literal(1),
  source: v.string(),
  pages: v.record(v.string(), v.record(v.string(), entry)),
});

/** What a manifest of version 1 says was published; undefined when it is none. Its lines are held to the ledger's shape. */
export function ledgerOfManifest1(text: string): Ledger | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const result = v.safeParse(manifest, value);
  if (!result.success) return undefined;
  const { source, pages } = result.output;
  const published = Object.entries(pages).flatMap(([page, languages]) =>
    Object.entries(languages).flatMap(([language, found]): Published[] => {
      const { path, url, title, description, sha256, date, data } = found;
      if (path === undefined || sha256 === undefined) return [];
      const when = date === undefined ? undefined : language === source ? { date } : { approved: { date } };
      const line = { page, language, path, sha256, url: url ?? "/", title: title ?? page, ...when };
      return [{ ...line, ...(description === undefined ? undefined : { description }), ...(data && { data }) }];
    }),
  );
  // A line that no ledger could hold is one that no version of ours wrote.
  const sound = published.filter((line) => readLedger(writeLedger({ published: [line], gone: [], files: [] })));
  return { published: sound, gone: [], files: ["manifest.json", "manifest.schema.json"] };
}
