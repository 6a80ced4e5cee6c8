// The work on one page: what is shown of it, the text in hand, and its way to the disk. One change at a time.
import { message } from "../../core/messages/message.ts";
import type { Change, ChangeAnswer, PageReview, UnitReview } from "../../core/review/api.ts";
import type { Session } from "./app.tsx";
import { askChange, askPage } from "./connection.ts";
import { forgetUnsaved, keepUnsaved, unsavedAt } from "./remember.ts";
import { say } from "./speech.ts";

export type Saving = "clean" | "waiting" | "saving" | "saved" | "not-saved";

/** The text in hand. `base` is the unit as it was when the text was last the same as on the disk. */
export type Hand = {
  base: UnitReview;
  text: string;
  saving: Saving;
  /** What someone else has put on the disk meanwhile. */
  theirs: UnitReview | undefined;
  /** A text that an earlier tab left behind. */
  left: string | undefined;
  /** Why it cannot be approved. */
  refusal: string | undefined;
  /** Grows whenever the text is another for a reason outside the field. */
  given: number;
};

export type Work = { review: PageReview | undefined; isMissing: boolean; hand: Hand | undefined };

/** How long a text rests before it is saved. */
const restMs = 700;

export class DeskWork {
  work: Work = { review: undefined, isMissing: false, hand: undefined };
  readonly #page: string;
  readonly #language: string;
  readonly #session: Session;
  readonly #show: (work: Work) => void;
  #queue: Promise<unknown> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(page: string, language: string, session: Session, show: (work: Work) => void) {
    this.#page = page;
    this.#language = language;
    this.#session = session;
    this.#show = show;
  }

  /** Takes what is on the disk now; a text in hand stays. */
  refresh(): Promise<void> {
    return this.#next(async () => {
      const answer = await askPage(this.#page, this.#language);
      if ("failure" in answer) {
        if (answer.failure === "not-there") this.#set({ ...this.work, isMissing: true });
        else this.#session.fail(answer.failure);
        return;
      }
      this.#session.fail(undefined);
      const review = answer.value;
      const { hand } = this.work;
      this.#set({ review, isMissing: false, hand: hand && this.#inStep(hand, review) });
      if (hand && hand.saving === "not-saved" && this.work.hand?.theirs === undefined) this.#soon();
    });
  }

  #inStep(hand: Hand, review: PageReview): Hand | undefined {
    const { base } = hand;
    const unit =
      review.units.find(({ context, source }) => context === base.context && source === base.source) ??
      review.units[base.unit];
    if (!unit) return undefined;
    const isSameSource = unit.source === base.source && unit.context === base.context;
    if (isSameSource && unit.text === base.text) return { ...hand, base: unit };
    if (hand.text === base.text) return handOf(unit, undefined, hand.given + 1);
    return hand.text === unit.text ? handOf(unit, undefined, hand.given) : { ...hand, theirs: unit };
  }

  take(unit: number): void {
    void this.save();
    const found = this.work.review?.units[unit];
    if (!found) return;
    const unsaved = unsavedAt(this.#place(found));
    const left = unsaved && unsaved.text !== found.text ? unsaved.text : undefined;
    this.#set({ ...this.work, hand: handOf(found, left, (this.work.hand?.given ?? 0) + 1) });
  }

  leave(): void {
    void this.save();
    this.#set({ ...this.work, hand: undefined });
  }

  write(text: string): void {
    const { hand } = this.work;
    if (!hand || text === hand.text) return;
    keepUnsaved(this.#place(hand.base), { base: hand.base.text, text });
    this.#set({ ...this.work, hand: { ...hand, text, saving: "waiting", refusal: undefined } });
    this.#soon();
  }

  /** Puts a whole text into the field. */
  give(text: string): void {
    const { hand } = this.work;
    if (!hand) return;
    this.write(text);
    const now = this.work.hand ?? hand;
    this.#set({ ...this.work, hand: { ...now, left: undefined, given: now.given + 1 } });
  }

  discardLeft(): void {
    const { hand } = this.work;
    if (!hand) return;
    if (hand.saving === "clean") forgetUnsaved(this.#place(hand.base));
    this.#set({ ...this.work, hand: { ...hand, left: undefined } });
  }

  /** Of two texts, one is kept: whichever it is, it is what goes on from the one on the disk. */
  settle(isMine: boolean): void {
    const { hand } = this.work;
    if (!hand?.theirs) return;
    const { theirs, text, given } = hand;
    if (isMine) {
      this.#set({ ...this.work, hand: { ...hand, base: theirs, theirs: undefined, saving: "waiting" } });
      void this.save();
    } else {
      forgetUnsaved(this.#place(hand.base));
      this.#set({ ...this.work, hand: handOf(theirs, undefined, text === theirs.text ? given : given + 1) });
    }
  }

  save(): Promise<boolean> {
    clearTimeout(this.#timer);
    const { hand } = this.work;
    if (!hand || hand.theirs || hand.text === hand.base.text) return Promise.resolve(hand?.theirs === undefined);
    return this.#change(hand, () => ({ kind: "save", text: this.#textOf(hand) }));
  }

  approve(name: string): Promise<boolean> {
    clearTimeout(this.#timer);
    const { hand } = this.work;
    if (!hand || hand.theirs) return Promise.resolve(false);
    return this.#change(hand, () => ({ kind: "approve", text: this.#textOf(hand), name }));
  }

  async change(change: Change): Promise<boolean> {
    await this.save();
    const { hand } = this.work;
    return hand ? await this.#change(hand, () => change) : false;
  }

  /** The text as it is when its turn comes: people type on. */
  #textOf(hand: Hand): string {
    const now = this.work.hand;
    return now && now.base.unit === hand.base.unit ? now.text : hand.text;
  }

  #change(hand: Hand, changeOf: () => Change): Promise<boolean> {
    return this.#next(async () => {
      const { unit } = hand.base;
      const base =
        this.work.hand?.base.unit === unit ? this.work.hand.base : (this.work.review?.units[unit] ?? hand.base);
      const change = changeOf();
      this.#touch(unit, { saving: "saving", refusal: undefined });
      const asked = { page: this.#page, language: this.#language, unit, change };
      const answer = await askChange(asked, hand.base.unit === base.unit ? base.revision : hand.base.revision);
      if ("failure" in answer) {
        if (answer.failure !== "not-there") this.#session.fail(answer.failure);
        this.#touch(unit, { saving: "not-saved" });
        this.#session.announce(say(message("review.not-saved")));
        return false;
      }
      this.#session.fail(undefined);
      return this.#took(answer.value, hand, "text" in change ? change.text : undefined);
    });
  }

  #took(answer: ChangeAnswer, hand: Hand, sent: string | undefined): boolean {
    const { unit: index } = hand.base;
    if (answer.kind === "refused") {
      const refusal = say(answer.reason);
      this.#touch(index, { saving: this.#isDirty(index) ? "not-saved" : "clean", refusal });
      return false;
    }
    const { review } = this.work;
    const { unit } = answer;
    if (answer.kind === "conflict") {
      const mine = this.work.hand?.base.unit === index ? this.work.hand.text : hand.text;
      const isSame = mine === unit.text || mine === hand.base.text;
      if (isSame) this.#touch(index, { base: unit, text: unit.text, saving: "clean" });
      else this.#touch(index, { theirs: unit, saving: "not-saved" });
      return false;
    }
    if (review) this.work = { ...this.work, review: { ...review, units: review.units.with(index, unit) } };
    const now = this.work.hand;
    const isTyped = now?.base.unit === index && sent !== undefined && now.text !== sent;
    if (!isTyped) forgetUnsaved(this.#place(hand.base));
    this.#touch(index, { base: unit, saving: isTyped ? "waiting" : "saved" });
    if (isTyped) this.#soon();
    return true;
  }

  #isDirty(unit: number): boolean {
    const { hand } = this.work;
    return hand?.base.unit === unit && hand.text !== hand.base.text;
  }

  #touch(unit: number, changed: Partial<Hand>): void {
    const { hand } = this.work;
    this.#set(hand?.base.unit === unit ? { ...this.work, hand: { ...hand, ...changed } } : this.work);
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), restMs);
  }

  #place({ context, source }: UnitReview): Parameters<typeof unsavedAt>[0] {
    return { page: this.#page, language: this.#language, context, source };
  }

  #next<Value>(work: () => Promise<Value>): Promise<Value> {
    const result = this.#queue.then(work);
    this.#queue = result.catch(() => {});
    return result;
  }

  #set(work: Work): void {
    this.work = work;
    this.#show(work);
  }
}

function handOf(base: UnitReview, left: string | undefined, given: number): Hand {
  return { base, text: base.text, saving: "clean", theirs: undefined, left, refusal: undefined, given };
}
