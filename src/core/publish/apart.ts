// No two pages stand at one address, and no two fragments in one file.
import { destinationOf } from "../address.ts";
import { languageOf } from "../language/all.ts";
import { slugOfPath } from "../layout.ts";
import { message, type Message } from "../messages/message.ts";
import { originOf, type Settings } from "../settings.ts";
import { addressOf } from "./address-of.ts";
import type { DecidedPage, DecidedSite, Decision } from "./decide.ts";
import type { StandingPages } from "./standing.ts";

type Place = { path: string; url: string };
type Claim = { page: DecidedPage; language: string; decision: Exclude<Decision, { status: "withheld" }> };

/**
 * Of two pages or languages at one address, or in one file, one has it: what is published there already, last versions
 * first. The other keeps its last version if that stands elsewhere. Case tells neither files nor addresses apart.
 */
export function keepAddressesApart(site: DecidedSite, standing: StandingPages, settings: Settings): void {
  const origin = originOf(settings);
  const keysOf = ({ path, url }: Place): string[] => {
    const destination = destinationOf(url, origin);
    return [`file ${path.normalize("NFC")}`, `address ${destination.origin}${destination.path}`].map((key) =>
      key.toLowerCase(),
    );
  };
  const taken = new Map<string, Claim>();
  const holderOf = (place: Place): Claim | undefined =>
    keysOf(place)
      .map((key) => taken.get(key))
      .find((claim) => claim !== undefined);
  const take = (place: Place, claim: Claim): void => {
    for (const key of keysOf(place)) taken.set(key, claim);
  };
  for (const claim of inOrder(site, standing)) {
    const { page, language, decision } = claim;
    const holder = holderOf(decision);
    if (!holder) {
      take(decision, claim);
      continue;
    }
    const reason = sharedWith(holder, claim);
    site.problems.push({ page: page.id, language, reason, ruleId: "front-matter" });
    const stands = standing.get(page.id)?.get(language);
    const kept = stands && !stands.damaged ? stands.published : undefined;
    const own = kept && { path: kept.path, url: addressOf(settings, language, slugOfPath(language, kept.path)) };
    const why = message("held.address", { other: holder.page.id });
    const { counts } = decision;
    if (kept && own && !holderOf(own)) {
      take(own, claim);
      page.decisions.set(language, { status: "stale", reason: why, kept, ...own, counts });
    } else {
      if (stands) site.takenOff.push({ page: page.id, language, url: stands.published.url, reason: why });
      page.decisions.set(language, { status: "withheld", reason: why, counts });
    }
  }
}

/** Everything that is to be published: last versions, then what stays where it is, then the rest. */
function inOrder(site: DecidedSite, standing: StandingPages): Claim[] {
  const all = site.pages.flatMap((page) =>
    [...page.decisions].flatMap(([language, decision]) =>
      decision.status === "withheld" ? [] : [{ page, language, decision }],
    ),
  );
  const rank = ({ page, language, decision }: Claim): number => {
    if (decision.status === "stale") return 0;
    return standing.get(page.id)?.get(language)?.published.path === decision.path ? 1 : 2;
  };
  return all.toSorted((one, other) => rank(one) - rank(other));
}

function sharedWith(holder: Claim, { language, decision }: Claim): Message {
  const name = (code: string): string => languageOf(code)?.name ?? code;
  const values = { language: name(language), other: holder.page.id };
  if (holder.language === language) return message("site.same-address", values);
  return message("site.same-address-across", { ...values, otherLanguage: name(holder.language), url: decision.url });
}
