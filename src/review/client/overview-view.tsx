// All pages in all languages: where someone is needed.
import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { message } from "../../core/messages/message.ts";
import type { Overview, OverviewCell, OverviewRow } from "../../core/review/api.ts";
import type { Session } from "./app.tsx";
import { askOverview } from "./connection.ts";
import { addressOf } from "./place.ts";
import { say } from "./speech.ts";

/** In the order of the bar: from what is done to what is not begun. */
const states = ["approved", "unsigned", "draft", "stale", "untranslated"] as const;

export function OverviewView({ changes, session }: { changes: number; session: Session }): VNode {
  const [overview, setOverview] = useState<Overview>();
  const [find, setFind] = useState("");
  const [isWaitingOnly, setWaitingOnly] = useState(false);
  const [isByNeed, setByNeed] = useState(false);
  useEffect(() => {
    let isGone = false;
    void askOverview().then((answer) => {
      if (isGone) return;
      if ("failure" in answer) session.fail(answer.failure);
      else {
        setOverview(answer.value);
        session.propose(answer.value.proposedName);
      }
    });
    return () => {
      isGone = true;
    };
  }, [changes]);
  useEffect(() => {
    document.title = `${say(message("review.title"))} – Målvakt`;
  });
  if (!overview) return <main class="wide" aria-busy="true" />;
  const rows = overview.rows
    .filter(({ page, title }) => `${page} ${title}`.toLowerCase().includes(find.toLowerCase()))
    .filter((row) => !isWaitingOnly || row.cells.some((cell) => needOf(cell) > 0))
    .toSorted((one, other) => (isByNeed ? needIn(other) - needIn(one) : 0));
  return (
    <main class="wide">
      <h1>{say(message("review.title"))}</h1>
      {overview.doubts.map((doubt) => (
        <p class="notice">{say(doubt)}</p>
      ))}
      <p class="tools">
        <input
          type="search"
          aria-label={say(message("review.find"))}
          placeholder={say(message("review.find"))}
          value={find}
          onInput={(event) => setFind(event.currentTarget.value)}
        />
        <label>
          <input type="checkbox" checked={isWaitingOnly} onChange={() => setWaitingOnly(!isWaitingOnly)} />
          {say(message("review.waiting-only"))}
        </label>
        <label>
          <input type="checkbox" checked={isByNeed} onChange={() => setByNeed(!isByNeed)} />
          {say(message("review.by-need"))}
        </label>
      </p>
      {rows.length === 0 ? (
        <p>{say(message("review.no-pages"))}</p>
      ) : (
        <div class="scroll" role="region" tabIndex={0} aria-label={say(message("review.all-pages"))}>
          <table class="matrix">
            <thead>
              <tr>
                <th scope="col">{say(message("review.page"))}</th>
                {overview.languages.map(({ code, name }) => (
                  <th scope="col" key={code} lang={code}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.page}>
                  <th scope="row">
                    <span lang={overview.source.code}>{row.title}</span>
                    <small>{row.page}</small>
                  </th>
                  {overview.languages.map(({ code }) => (
                    <td key={code}>
                      <Cell row={row} cell={row.cells.find(({ language }) => language === code)} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <ul class="legend" aria-hidden="true">
        {states.map((state) => (
          <li key={state}>
            <span class={`swatch is-${state}`} /> {say(message(`unit-state.${state}`))}
          </li>
        ))}
      </ul>
    </main>
  );
}

function Cell({ row, cell }: { row: OverviewRow; cell: OverviewCell | undefined }): VNode {
  if (!cell) return <span class="quiet">{say(message("review.not-translated"))}</span>;
  const { counts, errors, warnings, terms, words, withdrawn, isPaused, language, first } = cell;
  const told = [
    ...(withdrawn ? [say(message("review.withdrawn"))] : []),
    ...(isPaused ? [say(message("review.paused"))] : []),
    ...(counts ? [] : [say(message("review.not-readable"))]),
    ...(errors > 0 ? [say(message("review.errors", { count: errors }))] : []),
    ...(terms > 0 ? [say(message("review.terms-found", { count: terms }))] : []),
    ...(errors === 0 && warnings > 0 ? [say(message("review.warnings", { count: warnings }))] : []),
    ...(words > 0 ? [say(message("review.words", { count: words }))] : []),
  ];
  return (
    <a class={errors > 0 ? "cell has-errors" : "cell"} href={addressOf(row.page, language, first ?? 0)}>
      {counts ? <Bar counts={counts} /> : null}
      <span>{told.length > 0 ? told.join(", ") : say(message("review.finished"))}</span>
    </a>
  );
}

function Bar({ counts }: { counts: NonNullable<OverviewCell["counts"]> }): VNode {
  const named = states.filter((state) => counts[state] > 0);
  return (
    <span
      class="shares"
      role="img"
      aria-label={named.map((state) => say(message(`units.${state}`, { count: counts[state] }))).join(", ")}
    >
      {named.map((state) => (
        <span key={state} class={`share is-${state}`} style={{ flexGrow: String(counts[state]) }} />
      ))}
    </span>
  );
}

/** Errors before all else, then findings about terms, then work. */
function needOf({ errors, terms, words }: OverviewCell): number {
  return errors * 1_000_000 + terms * 10_000 + words;
}

function needIn({ cells }: OverviewRow): number {
  return cells.reduce((sum, cell) => sum + needOf(cell), 0);
}
