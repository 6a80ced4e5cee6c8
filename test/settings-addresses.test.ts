// Where a site and its files stand, as the settings say it.
import { describe, expect, it } from "vitest";
import { addressOf } from "../src/core/publish/address-of.ts";
import { readSettings } from "../src/core/settings.ts";
import { sentence } from "../src/core/messages/sentence.ts";

function read(lines: string): ReturnType<typeof readSettings> {
  return readSettings(`source: nb\nlanguages:\n  en: {}\n  ar: { url: "/arabic/{slug}/" }\n${lines}\n`);
}

function mistakesIn(lines: string): string[] {
  return read(lines).mistakes.map(({ reason }) => sentence(reason, "en"));
}

describe("addresses in the settings", () => {
  it("gives each language its own pattern, and the source its own", () => {
    const { settings, mistakes } = read('sourceUrl: "/{slug}/"');
    expect(mistakes).toEqual([]);
    const addresses = ["nb", "en", "ar"].flatMap((code) =>
      settings ? [addressOf(settings, code, "om/oss"), addressOf(settings, code, "")] : [],
    );
    expect(addresses).toEqual(["/om/oss/", "/", "/en/om/oss/", "/en/", "/arabic/om/oss/", "/arabic/"]);
  });

  it("takes a site with or without its last slash, and ends the folder of files with one", () => {
    const { settings } = read("site: https://www.example-clinic.no/\nassets: https://files.example-clinic.no/dist");
    expect(settings?.site).toBe("https://www.example-clinic.no");
    expect(settings?.assets).toBe("https://files.example-clinic.no/dist/");
  });

  it.each([
    ["site: www.example-clinic.no", "`site` must be the site's scheme and host"],
    ["site: https://www.example-clinic.no/nb", "`site` must be the site's scheme and host"],
    ["site: http://www.example-clinic.no", "`site` must be the site's scheme and host"],
    ["site: https://user@example-clinic.no", "`site` must be the site's scheme and host"],
    ["assets: javascript:alert(1)", "`assets` must be the address of a folder"],
    ["assets: //elsewhere.example/", "`assets` must be the address of a folder"],
    ["assets: https://files.example-clinic.no/?a=", "`assets` must be the address of a folder"],
    ['sourceUrl: "/om/"', "`sourceUrl` must contain {slug}"],
    ['url: "/{slug}/"', "`url` must contain {lang} and {slug}"],
    ["publish: { heading: some }", "`publish.heading` must be true, false or both"],
  ])("refuses %s", (line, said) => {
    expect(mistakesIn(line).join("\n")).toContain(said);
  });
});
