// Pieces of texts that outlive them.

/** The same piece as a text of its own: one that was cut from a text keeps the whole text in memory while it lives. */
export function detached(piece: string): string {
  return ` ${piece}`.slice(1);
}
