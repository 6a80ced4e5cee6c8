// The one clock: the date of a draft or an approval.
import { Refusal } from "./refusal.ts";

/** Today as an ISO date; SOURCE_DATE_EPOCH (seconds since 1970) sets it, so that the same input gives the same bytes. */
export function today(): string {
  const epoch = process.env["SOURCE_DATE_EPOCH"];
  if (epoch === undefined || epoch === "") return new Date().toISOString().slice(0, 10);
  const seconds = Number(epoch);
  if (!/^\d+$/u.test(epoch) || seconds > 253_402_300_799)
    throw new Refusal(`SOURCE_DATE_EPOCH is a number of seconds, not ${epoch}.`, 2);
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}
