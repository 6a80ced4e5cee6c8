// All that the product says, in Bokmål. Complete by type: what English has, this has.
import type { Sentences } from "./message.ts";

export const nb: Sentences = {
  "build.no-pages": ({ folder }) => `Fant ingen sider i ${folder}.`,
};
