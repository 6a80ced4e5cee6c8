// `embed.js`: a program for the pages of any site. It is bundled into one file, and a build writes that beside the fragments.
import { MalvaktPage } from "./page-element.ts";

// A page may have the script twice; the first one serves.
if (!customElements.get("malvakt-page")) customElements.define("malvakt-page", MalvaktPage);
