// All that the product says, in English. A sentence says what was met, what was expected, and what to do; short.

/** By id: from the values to the sentence. Values are texts and numbers, so that a message can be kept and sent. */
export const en = {
  "build.no-pages": ({ folder }: { folder: string }) => `No pages found in ${folder}.`,
};
