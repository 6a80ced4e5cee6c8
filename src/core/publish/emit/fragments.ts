// `<language>/<slug>.html`: a page in one language, to be included by a site.
import type { Emitter } from "../filled.ts";

export const emitFragments: Emitter = ({ pages }) =>
  [...pages.values()].flatMap((languages) =>
    [...languages.values()].map(({ published, html }) => [published.path, html] as const),
  );
