// Who took a page or a translation off the site, when and why: one form, in front matter and at the head of a catalog.

/** A name holds no colon. */
export type Withdrawal = { date: string; name: string; reason: string };

/** Reads `DATE NAME: reason`; undefined when it is not of that form. */
export function readWithdrawal(line: string): Withdrawal | undefined {
  const [, date, name, reason] = /^(\d{4}-\d{2}-\d{2}) ([^:]*[^:\s]): *(\S.*)$/u.exec(line.trim()) ?? [];
  return date === undefined || name === undefined || reason === undefined ? undefined : { date, name, reason };
}
