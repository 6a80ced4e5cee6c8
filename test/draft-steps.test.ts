// Drafting as the core decides it: whatever an engine answers, nothing is paid for twice, and every catalog can be read.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { entryKey, type Catalog } from "../src/core/catalog/entry.ts";
import { readCatalog } from "../src/core/catalog/read.ts";
import { bringInStep } from "../src/core/catalog/step.ts";
import { newCatalog, writeCatalog } from "../src/core/catalog/write.ts";
import { afterEvent, beginDrafting } from "../src/core/draft/drafting.ts";
import type { Answer, Question } from "../src/core/draft/engine.ts";
import type { EngineName } from "../src/core/settings.ts";
import { addTo, lookUp, type Layers } from "../src/core/draft/layers.ts";
import { buildMemory } from "../src/core/draft/memory.ts";
import { refusalOf, withoutHtmlNames } from "../src/core/draft/refuse.ts";
import type { Action, Event, Job, LanguageResult } from "../src/core/draft/steps.ts";
import { remarkFindings, storeDrafts } from "../src/core/draft/store.ts";
import { defaultSeverity } from "../src/core/finding.ts";
import { message, type Message } from "../src/core/messages/message.ts";
import { sentence } from "../src/core/messages/sentence.ts";
import { pairingOf } from "../src/core/terms/terms.ts";

const found = pairingOf("nb", "en", undefined);
if (!found) throw new Error("no English");
const pairing = found;

type Unit = { context: string; text: string; notes: string[] };

/** Plays a whole run on files that are texts in this test; gives what was done, and the files. */
function play(
  pages: readonly (readonly Unit[])[],
  answer: (questions: readonly Question[], request: number) => readonly Answer[] | { stop: Message },
  engine: EngineName = "deepl",
): { actions: Action[]; files: Map<string, string>; result: LanguageResult } {
  const memory = buildMemory([], "nb", "en");
  const job: Job = {
    language: "en",
    pages: pages.map((units, at) => ({ id: `${at}`, units: units.length })),
    engine,
    memory,
    pairing,
  };
  const files = new Map<string, string>();
  const inStep = (page: string): Catalog => {
    const text = files.get(page);
    const reading = text === undefined ? undefined : readCatalog(text);
    expect(reading?.mistakes ?? []).toEqual([]);
    return bringInStep(reading?.catalog ?? newCatalog("en", "nb"), pages[Number(page)] ?? [], "en");
  };
  const write = (page: string, drafts: Extract<Action, { do: "store" }>["drafts"]): Catalog => {
    const stored = storeDrafts(inStep(page), drafts, { language: "en", date: "2026-11-20", memory });
    files.set(page, writeCatalog(remarkFindings(stored, "en", pairing, defaultSeverity)));
    return inStep(page);
  };
  const actions: Action[] = [];
  let request = 0;
  const happen = (action: Action): Event => {
    if (action.do === "read") return { what: "read", catalog: inStep(action.page), isNew: !files.has(action.page) };
    if (action.do === "store") return { what: "stored", catalog: write(action.page, action.drafts) };
    if (action.do !== "ask") return { what: "waited" };
    const answers = answer(action.questions, (request += 1));
    return "stop" in answers ? { what: "stopped", reason: answers.stop } : { what: "answered", answers };
  };
  let step = beginDrafting(job);
  while (step.action.do !== "finish") {
    actions.push(step.action);
    // A state survives being sent to another thread, and is not changed by what comes after.
    const sent = structuredClone(step.state);
    const event = happen(step.action);
    const next = afterEvent(job, step.state, event);
    expect(step.state).toEqual(sent);
    step = next;
  }
  return { actions, files, result: step.state.result };
}

const sources = [
  "Ring oss.",
  "Vi har **nåler**.",
  "Les <a>mer</a> her.",
  "Åpent <strong>hver dag</strong> nå.",
  "60 min & mer",
];
const unit = fc.record({
  context: fc.constantFrom("", "title", "alt"),
  text: fc.constantFrom(...sources),
  notes: fc.constant<string[]>([]),
});
const page = fc
  .uniqueArray(unit, { selector: ({ context, text }) => `${context}|${text}`, maxLength: 6 })
  .map((units) =>
    units.map((one) => (one.context === "" ? { ...one, text: one.text.replace(" & ", " &amp; ") } : one)),
  );

/** Texts that files of people, git and gettext choke on, and what engines make of tags. */
const nasty = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "\n",
    "\r",
    "\0",
    "\u001B[2J",
    "\uFDD0",
    "\uD800",
    "\uFEFF",
    "&nbsp;",
    "&auml;",
    "&#1;",
    "&#xFDD0;",
    "&num;-&num;-#-#-#",
  ),
  fc.constantFrom(
    "<<<<<<< HEAD",
    "=======",
    ">>>>>>> x",
    "a\n<<<<<<< HEAD\nb",
    "#-#-#-#-#  a.po  #-#-#-#-#",
    '"\nmsgid "x"',
  ),
  fc.constantFrom(
    "<a>",
    "</a>",
    "<a>x</a>",
    "<script>x</script>",
    "&lt;a&gt;x",
    "<strong>x",
    "&",
    "<",
    "]]>",
    "\\",
    '"',
    "\\n",
  ),
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.constant("x".repeat(3000)),
);
const text = fc.array(nasty, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(""));
const answer: fc.Arbitrary<Answer> = fc.oneof(
  text.map((given) => ({ text: given, billed: 1 })),
  fc.constant({ text: "Well.", billed: 1 }),
  fc.constant({ failure: message("draft.no-answer"), billed: 1, tags: true as const }),
);

test("law: any answers of any engine leave catalogs that can be read, with nothing in them that no text may hold", () => {
  fc.assert(
    fc.property(
      fc.array(page, { maxLength: 3 }),
      fc.infiniteStream(answer),
      fc.constantFrom<EngineName>("deepl", "apertium", "pseudo"),
      (pages, stream, engine) => {
        const { files } = play(pages, (questions) => questions.flatMap(() => stream.next().value ?? []), engine);
        for (const file of files.values()) expect(readCatalog(file).mistakes).toEqual([]);
      },
    ),
    { numRuns: 300 },
  );
});

test("law: what was answered is stored before anything else is asked, and no question is asked twice", () => {
  const run = fc.oneof({ weight: 9, arbitrary: fc.constant("whole") }, { weight: 1, arbitrary: fc.constant("stop") });
  fc.assert(
    fc.property(fc.array(page, { maxLength: 4 }), fc.infiniteStream(fc.tuple(run, answer)), (pages, stream) => {
      const { actions, result } = play(pages, (questions) => {
        const given = questions.map(() => stream.next().value ?? ["whole", { failure: message("draft.no-answer") }]);
        return given.some(([how]) => how === "stop")
          ? { stop: message("deepl.status-456") }
          : given.map(([, one]) => one as Answer);
      });
      const asked = new Set<string>();
      for (const [at, action] of actions.entries()) {
        if (action.do !== "ask") continue;
        expect(["store", "read"]).toContain(actions[at - 1]?.do);
        expect(actions[at - 1]?.do).toBe("store");
        for (const question of action.questions) {
          expect(asked).not.toContain(JSON.stringify(question));
          asked.add(JSON.stringify(question));
        }
      }
      // Every unit is drafted, or told of with a reason.
      const left = [...result.left.values()].reduce((sum, { units }) => sum + units, 0);
      expect(result.drafted + left).toBe(pages.flat().length);
    }),
  );
});

test("an engine that costs nothing has each catalog written once; one that is paid for, once before and once for each batch", () => {
  const units = Array.from({ length: 120 }, (_, at) => ({ context: "", text: `Avsnitt ${at}.`, notes: [] }));
  const whole = (questions: readonly Question[]): Answer[] =>
    questions.map(({ text: source }) => ({ text: `en ${source}`, billed: 0 }));
  const kinds = (engine: EngineName): string[] => play([units], whole, engine).actions.map((action) => action.do);
  expect(kinds("pseudo")).toEqual(["read", "ask", "store"]);
  expect(kinds("deepl")).toEqual(["read", "store", "ask", "store", "ask", "store", "ask", "store"]);
});

describe("an answer", () => {
  const one = (source: string, given: string): { left: string[]; text: string; asked: number } => {
    const { files, result, actions } = play([[{ context: "", text: source, notes: [] }]], (questions) =>
      questions.map(() => ({ text: given, billed: 1 })),
    );
    const entry = readCatalog(files.get("0") ?? "").catalog?.entries.find(
      (each) => entryKey(each) === entryKey({ context: "", source }),
    );
    return {
      left: [...result.left.values()].map(({ reason }) => sentence(reason, "en")),
      text: entry?.translation ?? "",
      asked: actions.filter((action) => action.do === "ask").length,
    };
  };

  test.each([
    ["of 20 MB", "x".repeat(20_000_000), /has 20000000 characters, for a text of 19\./u],
    ["with a control character", "Read <a>more</a>\u0007 here.", /contains U\+0007, which is a control character/u],
    ["with one as a reference", "Read <a>more</a>&#7; here.", /contains U\+0007, which is a control character/u],
    ["with a noncharacter", "Read <a>more\uFDD0</a> here.", /contains U\+FDD0, which is not a character/u],
    ["with a mark of msgcat", "Read <a>more</a> #-#-#-#-# here.", /no catalog can hold it/u],
  ])("%s is refused with a reason, and not asked for again in another form", (_, given, reason) => {
    const { left, text: kept, asked } = one("Les <a>mer</a> her.", given);
    expect(left).toEqual([expect.stringMatching(reason)]);
    expect([kept, asked]).toEqual(["", 1]);
  });

  test("that is much longer than its source, as translations can be, is taken", () => {
    expect(refusalOf("Ja.", "y".repeat(1000), false)).toBeUndefined();
    expect(one("Ring oss.", "Call us, please. ".repeat(20).trim()).text).toMatch(/^Call us/u);
  });

  test("has HTML's names for characters decoded, and XML's own left", () => {
    expect(withoutHtmlNames("K&auml;se&nbsp;&amp; &lt;b&gt; &nosuch; &LT;x &AMP;y")).toBe(
      "Käse\u00A0&amp; &lt;b&gt; &nosuch; &lt;x &amp;y",
    );
  });
});

test("law: what was added to a dictionary in layers is found as in one map, and the older ones stay as they were", () => {
  const entries = fc.array(fc.tuple(fc.constantFrom("a", "b", "c", "d", "e"), fc.nat()), { maxLength: 4 });
  fc.assert(
    fc.property(fc.array(entries, { maxLength: 20 }), (all) => {
      let layers: Layers<number> = [];
      const whole = new Map<string, number>();
      for (const added of all) {
        const before = layers;
        const copy = structuredClone(before);
        layers = addTo(layers, new Map(added));
        for (const [key, value] of added) whole.set(key, value);
        expect(before).toEqual(copy);
        for (const key of "abcdef") expect(lookUp(layers, key)).toBe(whole.get(key));
      }
    }),
  );
});
