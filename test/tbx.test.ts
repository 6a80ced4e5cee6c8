import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTermbase } from "../src/core/terms/read.ts";
import { conceptId, xmlId } from "../src/core/terms/tbx/conventions.ts";
import { readTbx } from "../src/core/terms/tbx/read.ts";
import { writeTbx } from "../src/core/terms/tbx/write.ts";
import { writeTermbase } from "../src/core/terms/write.ts";
import { expectLinear } from "./growth.ts";
import { anyTermbase } from "./termbases.ts";
import { said } from "./said.ts";

const real = ["terms.yaml", "second/terms.yaml"].map((name) => {
  const text = readFileSync(new URL(`terminology/${name}`, import.meta.url), "utf8");
  return { name, termbase: readTermbase(text).termbase ?? { concepts: [] } };
});

const namespace = "urn:iso:std:iso:30042:ed-2";
const tbx = (body: string, attributes = 'type="TBX-Basic" style="dca"'): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<tbx ${attributes} xml:lang="en" xmlns="${namespace}">
<tbxHeader><fileDesc><sourceDesc><p>From another tool</p></sourceDesc></fileDesc></tbxHeader>
<text><body>
${body}
</body></text>
</tbx>`;

/** The line and column of an offset, as they are shown to people. */
function placeOf(text: string, offset: number): string {
  const lines = text.slice(0, offset).split("\n");
  return `${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`;
}

describe("a termbase as TBX", () => {
  it.each(real)("comes back as it was: $name", ({ termbase }) => {
    const { text, problems } = writeTbx(termbase);
    expect(problems).toEqual([]);
    expect(readTbx(text ?? "")).toEqual({ termbase, mistakes: [], remarks: [] });
  });

  it("comes back as it was, whatever is in it", () => {
    fc.assert(
      fc.property(anyTermbase, (termbase) => {
        const { text, problems } = writeTbx(termbase);
        expect(problems).toEqual([]);
        const read = readTbx(text ?? "");
        expect(read).toEqual({ termbase, mistakes: [], remarks: [] });
        expect(writeTbx(read.termbase ?? { concepts: [] }).text).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  it("of version 2 comes back as it was, whatever is in it", () => {
    fc.assert(
      fc.property(anyTermbase, (termbase) => {
        const { text, problems } = writeTbx(termbase, 2);
        expect(problems).toEqual([]);
        expect(text).not.toMatch(/<(?:tbx|conceptEntry|langSec|termSec)/u);
        expect(readTbx(text ?? "")).toEqual({ termbase, mistakes: [], remarks: [] });
      }),
      { numRuns: 200 },
    );
  });

  it("of version 2 is read as other tools write it", () => {
    const { termbase, mistakes } = readTbx(`<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en">
  <martifHeader><fileDesc><sourceDesc><p>Translate Toolkit</p></sourceDesc></fileDesc></martifHeader>
  <text><body>
    <termEntry id="dry-needling">
      <descrip type="subjectField">physiotherapy</descrip>
      <langSet xml:lang="nb">
        <descripGrp><descrip type="definition">Nåler i muskler</descrip></descripGrp>
        <ntig><termGrp><term>tørrnåling</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termGrp></ntig>
        <tig><term>nålestikking</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
      </langSet>
      <langSet xml:lang="en"><tig><term>dry needling</term><note>usual</note></tig></langSet>
    </termEntry>
  </body></text>
</martif>`);
    expect(mistakes).toEqual([]);
    expect(termbase).toEqual({
      concepts: [
        {
          id: "dry-needling",
          definition: { nb: "Nåler i muskler" },
          distinctFrom: [],
          terms: {
            nb: [
              { term: "tørrnåling", status: "preferred" },
              { term: "nålestikking", status: "deprecated" },
            ],
            en: [{ term: "dry needling", status: "admitted", note: "usual" }],
          },
        },
      ],
    });
  });

  it("has the names and the order of TBX-Basic, DCA style", () => {
    const { text } = writeTbx({
      concepts: [
        {
          id: "1 x".replace(" ", "_"),
          definition: { nb: "A & B", de: "Nur Definition" },
          distinctFrom: ["other"],
          terms: {
            nb: [{ term: "IMS", status: "preferred", type: "abbreviation", forms: ["IMS-en"], note: "form: as noted" }],
          },
        },
        { id: "other", definition: {}, distinctFrom: [], terms: {} },
      ],
    });
    expect(text).toContain(`      <conceptEntry id="_x0031__x005F_x">
        <descrip type="definition" xml:lang="de">Nur Definition</descrip>
        <ref type="crossReference" target="other">distinctFrom</ref>
        <langSec xml:lang="nb">
          <descrip type="definition">A &amp; B</descrip>
          <termSec>
            <term>IMS</term>
            <termNote type="termType">abbreviation</termNote>
            <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
            <note>form: IMS-en</note>
            <note>note: form: as noted</note>
          </termSec>
        </langSec>
      </conceptEntry>
      <conceptEntry id="other">
        <langSec xml:lang="und">
          <termSec><term/></termSec>
        </langSec>
      </conceptEntry>`);
  });

  it("names what XML cannot hold, and is not written then", () => {
    const { text, problems } = writeTbx({
      concepts: [{ id: "bell", definition: { en: "rings \u0007" }, distinctFrom: [], terms: { nb: [] } }],
    });
    expect(text).toBeUndefined();
    expect(problems.map(said)).toEqual(["bell: the definition in en contains U+0007, which XML cannot hold."]);
  });
});

describe("ids", () => {
  it("are XML names that give the id back", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\p{L}\p{N}_.-]{1,10}$/u), (id) => {
        expect(xmlId(id)).toMatch(/^[A-Za-z_À-ÖØ-öø-ÿ][\w.À-ÖØ-öø-ÿ-]*$/u);
        expect(conceptId(xmlId(id))).toBe(id);
      }),
    );
  });

  it.each([
    ["trykkbølge", "trykkbølge"],
    ["acupuncture-needle", "acupuncture-needle"],
    ["2nd", "_x0032_nd"],
    ["голка", "_x0433__x043E__x043B__x043A__x0430_"],
    ["_x0041_", "_x005F_x0041_"],
  ])("%s is written as %s", (id, written) => {
    expect(xmlId(id)).toBe(written);
  });
});

describe("TBX from another tool", () => {
  const foreign = tbx(`<conceptEntry id="c1">
  <transacGrp><transac type="transactionType">origination</transac><date>2020-01-01</date></transacGrp>
  <descrip type="subjectField">Medicine</descrip>
  <descripGrp><descrip type="definition">Needles in
      trigger points.</descrip><admin type="source">A book</admin></descripGrp>
  <ref type="crossReference" target="c2">see also</ref>
  <langSec xml:lang="no-NO">
    <termSec>
      <term>
        tørr   nåling
      </term>
      <termNote type="partOfSpeech">noun</termNote>
      <termNoteGrp><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></termNoteGrp>
    </termSec>
    <termSec><term>IMS</term><termNote type="termType">acronym</termNote></termSec>
    <termSec><term>ims <hi type="bold">2</hi></term><termNote type="administrativeStatus">preferred</termNote>
      <note>one</note><note>two</note></termSec>
    <termSec><term>IMS</term><termNote type="termType">abbreviation</termNote></termSec>
  </langSec>
  <langSec xml:lang="EN-gb"><termSec><term>dry needling</term></termSec></langSec>
  <langSec xml:lang="en-US"><termSec><term>dry needling</term></termSec></langSec>
  <langSec xml:lang="fr"><termSec><term>aiguilletage à sec</term></termSec></langSec>
</conceptEntry>
<conceptEntry id="a·b"><langSec xml:lang="nb-NO"><termSec><term>--</term></termSec></langSec></conceptEntry>`);

  it("is read as far as a termbase has a place for it", () => {
    expect(readTbx(foreign).termbase).toEqual({
      concepts: [
        {
          id: "c1",
          definition: { en: "Needles in trigger points." },
          distinctFrom: [],
          terms: {
            nb: [
              { term: "tørr nåling", status: "deprecated" },
              { term: "IMS", status: "admitted", type: "abbreviation" },
              { term: "ims 2", status: "preferred", note: "one\ntwo" },
            ],
            "en-GB": [{ term: "dry needling", status: "admitted" }],
            "en-US": [{ term: "dry needling", status: "admitted" }],
          },
        },
        { id: "a-b", definition: {}, distinctFrom: [], terms: { nb: [] } },
      ],
    });
  });

  it("is told what was left out or taken otherwise, with its place", () => {
    const told = readTbx(foreign).remarks.map(({ start, reason }) => `${placeOf(foreign, start)} ${said(reason)}`);
    expect(told.toSorted((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))).toMatchInlineSnapshot(`
      [
        "6:15 <transac type="transactionType"> has no counterpart in a termbase and was left out.",
        "7:3 <descrip type="subjectField"> has no counterpart in a termbase and was left out.",
        "9:32 <admin type="source"> has no counterpart in a termbase and was left out.",
        "10:3 <ref type="crossReference"> has no counterpart in a termbase and was left out.",
        "11:3 Language no-NO was read as nb.",
        "16:7 <termNote type="partOfSpeech"> has no counterpart in a termbase and was left out.",
        "17:20 Status supersededTerm-admn-sts was read as deprecated.",
        "19:30 Term type acronym was read as abbreviation.",
        "19:5 “IMS” has no administrative status and was read as admitted. Found in 4 places; this is the first.",
        "22:5 “IMS” is listed twice for one concept; one was left out.",
        "24:3 Language EN-gb was read as en-GB.",
        "26:3 Language fr is not supported and was left out.",
        "28:24 Language nb-NO was read as nb.",
        "28:1 Concept a·b was read as a-b.",
        "28:50 Term without letters or digits was left out.",
      ]
    `);
  });
});

describe("TBX that is refused", () => {
  const refused = (text: string): string[] =>
    readTbx(text).mistakes.map(({ start, reason }) => `${placeOf(text, start)} ${said(reason)}`);

  const doctype = "DOCTYPE is not allowed, since it can expand a small file to a huge one; remove it.";
  it.each([
    ["a document type", '<?xml version="1.0"?>\n<!DOCTYPE tbx [<!ENTITY a "b">]>\n<tbx/>', `2:1 ${doctype}`],
    ["one in small letters", '<!doctype tbx SYSTEM "file:///etc/passwd"><tbx/>', `1:1 ${doctype}`],
    [
      "an entity that is not XML's own",
      tbx("<conceptEntry id='a'>&nbsp;</conceptEntry>"),
      "5:27 Malformed XML: undefined entity.",
    ],
    [
      "a document type of version 2 that declares entities",
      '<!DOCTYPE martif SYSTEM "a.dtd" [<!ENTITY a "b">]><martif/>',
      `1:1 ${doctype}`,
    ],
    [
      "DCT style",
      tbx("", 'type="TBX-Basic" style="dct"'),
      "2:1 This is TBX in DCT style; only DCA style is read. Export it as TBX v3, TBX-Basic, DCA style.",
    ],
    [
      "no namespace",
      '<tbx type="TBX-Basic" style="dca"/>',
      "1:1 This <tbx> has no namespace, so it is not TBX v3 (ISO 30042:2019).",
    ],
    ["another format", "<html/>", "1:1 Not a TBX file: it begins with <html>."],
    ["no XML", "id,term\n1,IMS", "2:6 Malformed XML: text data outside of root node."],
    ["nothing", "", "1:1 Malformed XML: document must contain a root element."],
    ["a tag that is not closed", tbx("<conceptEntry id='a'>\n  <langSec>"), "7:7 Malformed XML: unexpected close tag."],
    [
      "two entries with one id",
      tbx('<conceptEntry id="a"/>\n<conceptEntry id="a"/>'),
      "6:1 Two concept entries have the id a.",
    ],
    [
      "another encoding",
      '<?xml version="1.0" encoding="ISO-8859-1"?><tbx/>',
      "1:1 The file declares the encoding ISO-8859-1; save it as UTF-8.",
    ],
    ["deep nesting", tbx("<a>".repeat(60)), "5:142 Elements are nested more than 50 deep."],
  ])("%s", (_, text, reason) => {
    expect(readTbx(text).termbase).toBeUndefined();
    expect(refused(text)).toEqual([reason]);
  });

  it("says so however large the file is, and reads no further", () => {
    expect(refused("x".repeat(50_000_001))[0]).toContain("more than 50,000,000 characters");
    expectLinear(100_000, (size) =>
      expect(refused(tbx("<conceptEntry>".repeat(size)))[0]).toContain("nested more than 50 deep"),
    );
  });
});

describe("a termbase as YAML", () => {
  it.each(real)("comes back as it was: $name", ({ termbase }) => {
    expect(readTermbase(writeTermbase(termbase))).toEqual({ termbase, mistakes: [] });
  });

  it("comes back as it was, whatever is in it", () => {
    fc.assert(
      fc.property(anyTermbase, (termbase) => {
        const text = writeTermbase(termbase);
        expect(readTermbase(text)).toEqual({ termbase, mistakes: [] });
      }),
      { numRuns: 300 },
    );
  });

  it("hides nothing: what cannot be seen is an escape", () => {
    const text = writeTermbase({
      concepts: [
        {
          id: "a",
          definition: { nb: "to\nlinjer" },
          distinctFrom: [],
          terms: { nb: [{ term: "a\u202Eb", status: "preferred" }] },
        },
      ],
    });
    expect(text).toContain('nb: "to\\nlinjer"');
    expect(text).toContain('{ term: "a\\u202eb", status: preferred }');
  });
});
