// `<language>/<slug>.html`: a page in one language, to be included by a site.
// `<language>/<slug>.body.html`: the same without the page's own heading.
import { bodyPath } from "../../layout.ts";
import type { Emitter } from "../filled.ts";

export const emitFragments: Emitter = ({ pages }) =>
  [...pages.values()].flatMap((languages) =>
    [...languages.values()].flatMap(({ published: { path }, html, body }) => [
      [path, html] as const,
      ...(body === undefined ? [] : [[bodyPath(path), body] as const]),
    ]),
  );
