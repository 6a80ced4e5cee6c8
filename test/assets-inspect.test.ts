// What a file is: its size as it is shown, or why it cannot be published.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inspectFile, mostBytes, tooLarge } from "../src/core/assets/inspect.ts";
import { inspectSvg } from "../src/core/assets/svg.ts";
import { sentence } from "../src/core/messages/sentence.ts";
import { avif, gif, hashOfFile, jpeg, pdf, png, svg, webp } from "./stand-in/pictures.ts";

const pictures = { "a.png": png(3, 2), "a.jpg": jpeg(), "a.gif": gif, "a.webp": webp(), "a.avif": avif() };

/** The id of what stands against a file; undefined for a sound one. */
function problemOf(path: string, bytes: string | Uint8Array): string | undefined {
  const found = inspectFile(path, Buffer.from(bytes));
  return "problem" in found ? found.problem.id : undefined;
}

describe("a picture has the size in which it is shown", () => {
  test.each([
    ["a.png", png(3, 2), 3, 2],
    ["a.PNG", png(300, 200), 300, 200],
    ["a.jpeg", jpeg(), 8, 4],
    ["a.jpg", jpeg(1), 8, 4],
    ["a.jpg", jpeg(3), 8, 4],
    ["turned.jpg", jpeg(6), 4, 8],
    ["turned.jpg", jpeg(8), 4, 8],
    ["a.gif", gif, 1, 1],
    ["a.webp", webp(), 8, 4],
    ["a.avif", avif(), 5, 7],
    ["a.svg", Buffer.from(svg()), 20, 10],
  ] as const)("%s", (path, bytes, width, height) => {
    const found = inspectFile(path, bytes);
    expect(found).toMatchObject({ width, height, bytes: bytes.length });
    expect("sha256" in found && found.sha256.slice(0, 12)).toBe(hashOfFile(bytes));
  });
});

describe("what is not what it says is told", () => {
  test.each([
    ["a.png", "", "asset.empty"],
    ["a.pdf", "", "asset.empty"],
    ["a.png", "not a picture", "asset.no-image"],
    ["a.jpg", png(), "asset.other-image"],
    ["a.png", jpeg(), "asset.other-image"],
    ["a.svg", png(), "asset.other-image"],
    ["a.svg", Buffer.from([0xff, 0xfe, 0x3c]), "asset.no-image"],
    ["a.png", png(0, 2), "asset.cut"],
    ["a.png", png(10_001, 1), "asset.too-wide"],
    ["a.png", png(9_000, 9_000).subarray(0), "asset.too-wide"],
    ["a.pdf", png(), "asset.other-content"],
    ["a.docx", pdf, "asset.other-content"],
    ["a.csv", Buffer.from([97, 0, 98]), "asset.other-content"],
    ["a.pdf", pdf, undefined],
    ["a.csv", "a;b\n", undefined],
    ["a.docx", "PK\u0003\u0004", undefined],
  ] as const)("%s: %#", (path, bytes, problem) => {
    expect(problemOf(path, bytes)).toBe(problem);
  });

  test("too many bytes, from the size alone", () => {
    expect(tooLarge("a.png", mostBytes.image + 1)?.id).toBe("asset.too-large");
    expect(tooLarge("a.pdf", mostBytes.image + 1)).toBeUndefined();
    expect(tooLarge("a.pdf", mostBytes.document + 1)?.id).toBe("asset.too-large");
  });

  test("a picture that was cut anywhere is never sound", () => {
    const cut = fc
      .constantFrom(...Object.entries(pictures))
      .chain(([path, bytes]) => fc.tuple(fc.constant(path), fc.constant(bytes), fc.nat(bytes.length - 1)));
    fc.assert(
      fc.property(cut, ([path, bytes, length]) => {
        expect(problemOf(path, bytes.subarray(0, length))).toBeDefined();
      }),
      { numRuns: 500 },
    );
  });

  test("any bytes under any name are looked into without a fall", () => {
    const some = fc.constantFrom(...Object.values(pictures).map((bytes) => bytes.subarray(0, 30)), Buffer.alloc(0));
    const names = fc.constantFrom(...Object.keys(pictures), "a.svg", "a.pdf", "a.docx", "a.txt");
    fc.assert(
      fc.property(names, some, fc.uint8Array({ maxLength: 300 }), (path, head, rest) => {
        const found = inspectFile(path, Buffer.concat([head, rest]));
        if ("problem" in found) expect(sentence(found.problem, "en")).toMatch(/^[A-Z].+\.$/su);
        else expect(found.sha256).toMatch(/^[\da-f]{64}$/u);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("SVG is a drawing and nothing else", () => {
  const refused = (text: string): [number, string] | undefined => {
    const found = inspectSvg(text);
    if (!("problem" in found)) return undefined;
    const { line, what } = found.problem.values ?? {};
    return [Number(line), sentence(what as Parameters<typeof sentence>[0], "en")];
  };

  test.each([
    "<script>alert(1)</script>",
    '<script xlink:href="https://evil.example/a.js" xmlns:xlink="http://www.w3.org/1999/xlink"/>',
    '<rect onload="alert(1)"/>',
    '<rect onclick="alert(1)"/>',
    '<a href="javascript:alert(1)"><rect/></a>',
    '<image href="https://evil.example/a.png"/>',
    '<use href="#a"/>',
    "<foreignObject><p>a</p></foreignObject>",
    '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>',
    '<g xmlns:h="http://www.w3.org/1999/xhtml"><h:script>alert(1)</h:script></g>',
    '<set attributeName="href" to="javascript:alert(1)"/>',
    '<animate attributeName="x"/>',
    "<style>@import url(https://evil.example/a.css)</style>",
    "<style>rect { fill: url( 'https://evil.example/a.png' ) }</style>",
    "<style>rect { fill: u\\72l(x) }</style>",
    '<rect style="fill: url(//evil.example/a)"/>',
    '<rect fill="url(https://evil.example/a.svg#b)"/>',
    '<linearGradient href="https://evil.example/a.svg#b"/>',
    '<?xml-stylesheet href="https://evil.example/a.xsl" type="text/xsl"?>',
    "<title><![CDATA[<?x ?>]]></title>",
    '<metadata><rdf xmlns="urn:rdf"/></metadata>',
    '<rect xml:base="https://evil.example/"/>',
  ])("%s is refused in its line", (inside) => {
    expect(refused(svg(`<g>\n${inside}\n</g>`))?.[0]).toBe(3);
  });

  test.each([
    ["<html/>", 1],
    ["<svg/>", 1],
    ["", 1],
    ["\n<svg", 2],
    ['<!DOCTYPE svg [<!ENTITY a "b">]>\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>', 1],
    ['<?xml-stylesheet href="a.xsl"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>', 1],
    ['<?xml version="1.0" encoding="utf-16"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>', 1],
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', 1],
    ['<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="100%"/>', 1],
    ['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)" viewBox="0 0 1 1"/>', 1],
  ])("%s is none", (text, line) => {
    expect(refused(text)?.[0]).toBe(line);
  });

  test.each([
    [svg('<defs><linearGradient id="a"><stop offset="0" stop-color="#fff"/></linearGradient></defs>'), 20, 10],
    [
      svg(
        '<g fill="url(#a)" clip-path="url(#b)" class="c" style="fill: url(#a); stroke-width: 2"><path d="M0 0"/></g>',
      ),
      20,
      10,
    ],
    [
      svg(
        '<style>.a { fill: #123; font-family: "Arial" }</style><text x="1" text-anchor="middle">Å<tspan dy="1">b</tspan></text>',
      ),
      20,
      10,
    ],
    [
      '<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="30" height="40px"/>',
      30,
      40,
    ],
    ['\uFEFF<svg xmlns="http://www.w3.org/2000/svg" width="10mm" viewBox="0 0 10 20"/>', 38, 76],
    [
      '<svg xmlns="http://www.w3.org/2000/svg" height="5" viewBox="0,0,10,20" role="img" aria-label="a" data-name="b"/>',
      3,
      5,
    ],
  ])("%s may be published", (text, width, height) => {
    expect(inspectSvg(text)).toEqual({ width, height });
  });
});
