// Names of staff go nowhere outside the project unless the settings say so: `dist/` may be served as it is.
import { describe, expect, test } from "vitest";
import type { Manifest } from "../src/core/publish/manifest.ts";
import { approvedSite, buildSmall, settingsOf } from "./small-site.ts";

const byline = settingsOf("languages: { en: {} }\npublish: { byline: true }");
const silent = settingsOf("languages: { en: {} }");
const page = (text: string, head = ""): string => `---\ntitle: Om oss\n${head}---\n\n${text}\n`;
const pages = { om: page("Tekst."), pris: page("Priser.") };

const named = (files: ReadonlyMap<string, string>): string[] =>
  [...files].filter(([, text]) => /Kari|Nordmann/u.test(text)).map(([path]) => path);
const manifestOf = (files: ReadonlyMap<string, string>): Manifest =>
  JSON.parse(files.get("manifest.json") ?? "{}") as Manifest;

describe("who approved a translation", () => {
  test("stands in no file that a build writes", () => {
    const { files } = buildSmall(approvedSite(silent, pages));
    expect(named(files)).toEqual([]);
    expect(manifestOf(files).pages["om"]?.["en"]).toMatchObject({ approved: { date: "2026-11-02" } });
  });

  test("stands in manifest and structured data where the settings say so", () => {
    const { files } = buildSmall(approvedSite(byline, pages));
    expect(named(files)).toEqual(["en/om.head.html", "en/pris.head.html", "manifest.json", "ledger.json"]);
    expect(manifestOf(files).pages["om"]?.["en"]).toMatchObject({
      approved: { date: "2026-11-02", names: ["Kari Nordmann"] },
    });
  });

  test("goes when the settings do not say so any more, from last versions as well", () => {
    const site = approvedSite(byline, pages);
    const first = buildSmall(site);
    const changed = { ...site, settings: silent, pages: new Map(site.pages).set("om", page("Ny tekst.")) };
    const { files } = buildSmall(changed, first.files);
    expect(files.get("en/om.html")).toContain('data-status="stale" data-date="2026-11-02"');
    expect(named(files)).toEqual([]);
  });
});

test("who withdrew a page, and why, is told to the editor and not to the public", () => {
  const site = approvedSite(silent, pages);
  const first = buildSmall(site);
  const withdrawn = page("Tekst.", 'withdrawn: "2026-11-20 Kari Nordmann: pasienten til Nordmann klaget"\n');
  const { files, takenOff } = buildSmall({ ...site, pages: new Map(site.pages).set("om", withdrawn) }, first.files);
  expect(takenOff.map(({ reason }) => reason.values?.["name"])).toEqual(["Kari Nordmann", "Kari Nordmann"]);
  expect(named(files)).toEqual([]);
  expect(manifestOf(files).pages["om"]?.["nb"]).toEqual({ status: "withheld", reason: "withdrawn 2026-11-20" });
});
