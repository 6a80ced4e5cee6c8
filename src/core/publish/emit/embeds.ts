// `<language>/<slug>.embed.html`: the fragment to be pasted into a page of any site, within the element that keeps it up to date.
import { embedPath, embedScriptPath, pathToTop } from "../../layout.ts";
import { message } from "../../messages/message.ts";
import { sentence } from "../../messages/sentence.ts";
import { escapeAttribute } from "../../page/template.ts";
import type { Emitter, FilledPage } from "../filled.ts";

export const emitEmbeds: Emitter = ({ site, pages }) =>
  [...pages.values()].flatMap((languages) =>
    [...languages.values()].map((filled) => {
      const path = embedPath(filled.published.path);
      return [path, embedOf(filled, path, site.settings.assets)] as const;
    }),
  );

function embedOf({ published, html }: FilledPage, path: string, assets: string | undefined): string {
  // Without the setting no one knows where these files will be served: this leads there from where they lie.
  const script = assets === undefined ? pathToTop(path, embedScriptPath) : assets + embedScriptPath;
  const advice = assets === undefined ? `<!-- ${sentence(message("embed.no-assets"), "en")} -->\n` : "";
  const place = assets === undefined ? "" : ` assets="${escapeAttribute(assets)}"`;
  const page = escapeAttribute(published.page);
  return `${advice}<script type="module" async src="${escapeAttribute(script)}"></script>
<malvakt-page page="${page}" language="${escapeAttribute(published.language)}"${place}>
${html}</malvakt-page>
`;
}
