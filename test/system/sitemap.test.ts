// xmllint is the judge of the sitemap: against the protocol (https://www.sitemaps.org/protocol.html) and Google's links.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { approvedSite, buildSmall, settingsOf } from "../small-site.ts";

const folder = mkdtempSync(join(tmpdir(), "malvakt-sitemap-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const links = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/1999/xhtml">
  <xs:element name="link"><xs:complexType>
    <xs:attribute name="rel" use="required"><xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="alternate"/></xs:restriction></xs:simpleType></xs:attribute>
    <xs:attribute name="hreflang" type="xs:language" use="required"/>
    <xs:attribute name="href" type="xs:anyURI" use="required"/>
  </xs:complexType></xs:element>
</xs:schema>
`;
const sitemap = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:s="http://www.sitemaps.org/schemas/sitemap/0.9"
    xmlns:xhtml="http://www.w3.org/1999/xhtml" targetNamespace="http://www.sitemaps.org/schemas/sitemap/0.9" elementFormDefault="qualified">
  <xs:import namespace="http://www.w3.org/1999/xhtml" schemaLocation="links.xsd"/>
  <xs:element name="urlset"><xs:complexType><xs:sequence><xs:element name="url" minOccurs="1" maxOccurs="50000"><xs:complexType><xs:sequence>
    <xs:element name="loc"><xs:simpleType><xs:restriction base="xs:anyURI"><xs:minLength value="12"/><xs:maxLength value="2048"/><xs:pattern value="https?://[!-~]*"/></xs:restriction></xs:simpleType></xs:element>
    <xs:element name="lastmod" minOccurs="0" type="xs:date"/>
    <xs:element ref="xhtml:link" minOccurs="0" maxOccurs="unbounded"/>
  </xs:sequence></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>
</xs:schema>
`;

function judge(xml: string): void {
  writeFileSync(join(folder, "links.xsd"), links);
  writeFileSync(join(folder, "sitemap.xsd"), sitemap);
  writeFileSync(join(folder, "sitemap.xml"), xml);
  execFileSync("xmllint", ["--noout", "--nonet", "--schema", "sitemap.xsd", "sitemap.xml"], {
    cwd: folder,
    stdio: "pipe",
  });
}

const settings = settingsOf(
  'site: https://www.example-clinic.no\nsourceUrl: "/{slug}/?a=å&b"\nlanguages: { en: {}, ar: {} }\npublish: { sitemap: true }',
);
const xml =
  buildSmall(
    approvedSite(settings, {
      index: "---\ntitle: Forside\ndate: 2026-01-02\n---\n\nHei.\n",
      "smerter/i-bø": "---\ntitle: Smerter\n---\n\nHei.\n",
    }),
  ).files.get("sitemap.xml") ?? "";

test("the sitemap is valid", () => {
  expect(xml.match(/<url>/gu)).toHaveLength(6);
  expect(xml).toContain('hreflang="x-default"');
  judge(xml);
});

test.each([
  ["a date that is none", xml.replace("2026-01-02", "yesterday")],
  ["an address without a host", xml.replace(/<loc>[^<]*/u, "<loc>/nb/")],
  ["a letter that is not encoded", xml.replace(/<loc>[^<]*/u, "<loc>https://www.example-clinic.no/å")],
  ["no pages", xml.replace(/<url>[\s\S]*<\/url>\n/u, "")],
])("one with %s is not", (_, spoilt) => {
  expect(spoilt).not.toBe(xml);
  expect(() => judge(spoilt)).toThrow();
});
