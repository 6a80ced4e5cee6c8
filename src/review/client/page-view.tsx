// A page and its translation, block beside block; the text in hand is open between them.
import type { TargetedMouseEvent, VNode } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { message } from "../../core/messages/message.ts";
import type { BlockRow, PageReview, UnitReview } from "../../core/review/api.ts";
import type { Locale } from "../../core/messages/sentence.ts";
import type { Session } from "./app.tsx";
import { DeskWork, type Work } from "./desk-work.ts";
import { addressOf } from "./place.ts";
import { say } from "./speech.ts";
import { Tree } from "./tree.tsx";
import { UnitPanel } from "./unit-panel.tsx";
import { WithdrawPart } from "./withdraw-part.tsx";

type Given = {
  page: string;
  language: string;
  unit: number | undefined;
  changes: number;
  session: Session;
  locale: Locale;
};

export function PageView({ page, language, unit, changes, session, locale }: Given): VNode {
  const [work, setWork] = useState<Work>({ review: undefined, isMissing: false, hand: undefined });
  const desk = useMemo(() => new DeskWork(page, language, session, setWork), [page, language]);
  const main = useRef<HTMLElement>(null);
  const { review, isMissing, hand } = work;
  const current = hand?.base.unit;

  useEffect(() => void desk.refresh(), [desk, changes]);
  useEffect(() => {
    if (review) document.title = `${review.title} – ${review.language.name} – Målvakt`;
  }, [review?.title]);

  const take = (next: number): void => {
    const units = desk.work.review?.units ?? [];
    const found = units[next];
    if (!found) return;
    desk.take(next);
    history.replaceState(null, "", addressOf(page, language, next));
    session.announce(arrival(found, units.length));
  };
  // The place that the tab was opened at, once.
  const isOpened = useRef(false);
  useEffect(() => {
    if (!review || isOpened.current) return;
    isOpened.current = true;
    if (unit !== undefined) take(unit);
  }, [review]);

  const order = review ? orderOf(review) : [];
  const move = (by: 1 | -1): void => {
    const at = current === undefined ? (by === 1 ? -1 : order.length) : order.indexOf(current);
    const next = order[at + by];
    if (next !== undefined) take(next);
  };
  const leave = (): void => {
    const from = desk.work.hand?.base.unit;
    desk.leave();
    // The focus goes to where the text stands on the page.
    requestAnimationFrame(() => main.current?.querySelector<HTMLElement>(`[data-open="${from}"]`)?.focus());
  };
  const nextOpen = (from: number | undefined): number | undefined => {
    const units = desk.work.review?.units ?? [];
    const at = from === undefined ? -1 : order.indexOf(from);
    return [...order.slice(at + 1), ...order.slice(0, Math.max(0, at))].find(
      (index) => units[index] && units[index].state !== "approved",
    );
  };
  const approve = async (): Promise<void> => {
    const name = await session.name();
    if (name === undefined) return;
    const from = desk.work.hand?.base.unit;
    if (!(await desk.approve(name))) {
      const { refusal } = desk.work.hand ?? {};
      if (refusal !== undefined) session.announce(say(message("review.cannot", { problem: said(refusal) })));
      return;
    }
    session.announce(say(message("review.approved")));
    // Whoever went on meanwhile is where he wants to be.
    if (desk.work.hand?.base.unit !== from) return;
    const next = nextOpen(from);
    if (next === undefined) {
      leave();
      session.announce(say(message("review.nothing-left")));
    } else {
      take(next);
      session.announce(`${say(message("review.approved"))}. ${arrivalAt(next)}`);
    }
  };
  const arrivalAt = (next: number): string => {
    const units = desk.work.review?.units ?? [];
    return units[next] ? arrival(units[next], units.length) : "";
  };

  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const isMove = (event.altKey || event.ctrlKey) && (event.key === "ArrowDown" || event.key === "ArrowUp");
      if (event.defaultPrevented || event.isComposing || document.querySelector("dialog[open]")) return;
      if (isMove) move(event.key === "ArrowDown" ? 1 : -1);
      else if (event.key === "Escape" && desk.work.hand) leave();
      else if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && desk.work.hand) void approve();
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  });
  useEffect(() => {
    const save = (): void => void desk.save();
    window.addEventListener("pagehide", save);
    return () => {
      window.removeEventListener("pagehide", save);
      save();
    };
  }, [desk]);

  if (isMissing) return <main class="wide">{say(message("review.not-there"))}</main>;
  if (!review) return <main class="wide" aria-busy="true" />;
  const waiting = review.units.filter(({ state }) => state !== "approved").length;
  const next = nextOpen(current);
  const panel = hand ? (
    <UnitPanel
      key={`${page}\n${language}\n${hand.base.unit}`}
      review={review}
      hand={hand}
      desk={desk}
      session={session}
      locale={locale}
      approve={() => void approve()}
      move={move}
      leave={leave}
    />
  ) : null;
  const panelRow = hand ? rowOf(review, hand.base.unit) : undefined;
  const missing = new Set(review.units.flatMap((one) => (one.state === "untranslated" ? [one.unit] : [])));
  const shown = { page, language, current, missing };
  return (
    <main class="page" ref={main}>
      <div class="page-head">
        <h1 lang={review.source.code}>{review.title}</h1>
        <p class="quiet">
          {review.language.name} · {review.units.length - waiting}/{review.units.length}{" "}
          {say(message("unit-state.approved"))}
        </p>
        {next !== undefined && hand === undefined ? (
          <button type="button" onClick={() => take(next)}>
            {say(message("review.next"))}
          </button>
        ) : null}
      </div>
      {review.mistakes.map((mistake) => (
        <p class="notice">{say(mistake)}</p>
      ))}
      <WithdrawPart review={review} session={session} changed={() => void desk.refresh()} />
      {review.beside.length > 0 ? (
        <section aria-label={say(message("preview.beside"))} class="beside">
          {review.beside.map((index) => (
            <BesideRow key={index} unit={review.units[index]} review={review} current={current} take={take}>
              {current === index ? panel : null}
            </BesideRow>
          ))}
        </section>
      ) : null}
      <div class="rows">
        {review.rows.map((row, index) => (
          <div key={index} class={index === panelRow ? "row is-open" : "row"}>
            <div class={`side ${worst(row, review.units)}`} lang={review.source.code} dir={review.source.direction}>
              <Tree nodes={row.source} shown={{ ...shown, open: undefined }} />
            </div>
            <div
              class="side"
              lang={review.language.code}
              dir={review.language.direction}
              {...(row.units.length > 0
                ? { onClick: (event: TargetedMouseEvent<HTMLElement>) => openIn(event, row, take) }
                : {})}
            >
              <Tree nodes={row.target} shown={{ ...shown, open: take }} />
            </div>
            {index === panelRow ? panel : null}
          </div>
        ))}
      </div>
    </main>
  );
}

/** Beside a text, in a block of one text, is the text. */
function openIn(event: TargetedMouseEvent<HTMLElement>, { units }: BlockRow, take: (unit: number) => void): void {
  const [only] = units;
  if (event.target === event.currentTarget && units.length === 1 && only !== undefined) take(only);
}

function BesideRow({
  unit,
  review,
  current,
  take,
  children,
}: {
  unit: UnitReview | undefined;
  review: PageReview;
  current: number | undefined;
  take: (unit: number) => void;
  children: VNode | null;
}): VNode | null {
  if (!unit) return null;
  const { code, direction } = review.language;
  return (
    <div class={unit.unit === current ? "row is-open" : "row"}>
      <div class={`side is-${unit.state}`} lang={review.source.code} dir={review.source.direction}>
        <small class="quiet">{kindOf(unit.context)}</small>
        {unit.source}
      </div>
      <div class="side">
        <small class="quiet">{say(message(`unit-state.${unit.state}`))}</small>
        <span
          class={unit.unit === current ? "unit is-current" : "unit"}
          data-open={unit.unit}
          role="button"
          tabIndex={0}
          lang={code}
          dir={direction}
          onClick={() => take(unit.unit)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" && event.key !== " ") return;
            event.preventDefault();
            take(unit.unit);
          }}
        >
          {unit.text || "–"}
        </span>
      </div>
      {children}
    </div>
  );
}

function kindOf(context: string): string {
  if (context === "title") return say(message("preview.title-unit"));
  if (context === "description") return say(message("preview.description-unit"));
  if (context === "slug") return say(message("preview.slug-unit"));
  return context === "alt" ? say(message("preview.alt-unit")) : say(message("preview.link-title-unit"));
}

/** Units as they are met on the screen. */
function orderOf({ beside, rows, units }: PageReview): number[] {
  const met = [...beside, ...rows.flatMap((row) => row.units)];
  return [...new Set([...met, ...units.map(({ unit }) => unit)])];
}

function rowOf({ rows, beside }: PageReview, unit: number): number | undefined {
  if (beside.includes(unit)) return undefined;
  const at = rows.findIndex(({ units }) => units.includes(unit));
  return at === -1 ? undefined : at;
}

const byNeed = ["untranslated", "stale", "draft", "unsigned", "approved"] as const;

/** The state of a block is that of its text that needs most. */
function worst({ units }: BlockRow, all: readonly UnitReview[]): string {
  const states = new Set(units.map((unit) => all[unit]?.state));
  const found = byNeed.find((state) => states.has(state));
  return found === undefined ? "" : `is-${found}`;
}

function arrival({ unit, state }: UnitReview, of: number): string {
  return say(message("review.unit-of", { unit: unit + 1, of, state: message(`unit-state.${state}`) }));
}

/** A sentence that was said already, inside of another. */
function said(text: string): ReturnType<typeof message> {
  return message("cli.says", { words: text });
}
