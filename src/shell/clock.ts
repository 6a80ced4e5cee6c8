// The one clock: the date of a draft or an approval.
import { message } from "../core/messages/message.ts";
import { Refusal } from "./refusal.ts";

/** Today as an ISO date; SOURCE_DATE_EPOCH (seconds since 1970) sets it, so that the same input gives the same bytes. */
export function today(): string {
  const epoch = process.env["SOURCE_DATE_EPOCH"];
  if (epoch === undefined || epoch === "") return new Date().toISOString().slice(0, 10);
  const seconds = Number(epoch);
  if (!/^\d+$/u.test(epoch) || seconds > 253_402_300_799)
    throw new Refusal(message("cli.date-wrong", { given: epoch }), 2);
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}
