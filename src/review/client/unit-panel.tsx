// One text in hand: the field, and under it all that is known of the text, as rows that can be read.
import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { message } from "../../core/messages/message.ts";
import type { Locale } from "../../core/messages/sentence.ts";
import type { PageReview, UnitHelp } from "../../core/review/api.ts";
import type { Session } from "./app.tsx";
import { askHelp } from "./connection.ts";
import type { DeskWork, Hand } from "./desk-work.ts";
import { createEditor, type Editor, type EditorCommand } from "./editor/editor.ts";
import { FindingRow } from "./finding-row.tsx";
import { say } from "./speech.ts";

type Given = {
  review: PageReview;
  hand: Hand;
  desk: DeskWork;
  session: Session;
  locale: Locale;
  approve: () => void;
  move: (by: 1 | -1) => void;
  leave: () => void;
};

export function UnitPanel({ review, hand, desk, locale, approve, move, leave }: Given): VNode {
  const { base, text, saving, theirs, left, refusal } = hand;
  const [help, setHelp] = useState<UnitHelp>({ terms: [], matches: [] });
  const parent = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLElement>(null);
  const editor = useRef<Editor>(undefined);
  const { code, direction } = review.language;

  const copySource = (): void => desk.give(base.source);
  const useMatch = (index: number): boolean => {
    const match = help.matches[index];
    if (match) desk.give(match.target);
    return match !== undefined;
  };
  const act = (command: EditorCommand): boolean => {
    if (typeof command === "object") return useMatch(command.match - 1);
    if (command === "approve-and-next") approve();
    else if (command === "next") move(1);
    else if (command === "previous") move(-1);
    else if (command === "leave") leave();
    else if (command === "copy-source") copySource();
    else if (command === "actions") panel.current?.querySelector<HTMLElement>("[data-actions] button:enabled")?.focus();
    else return false;
    return true;
  };
  // The field lives longer than one drawing of the page: it asks whoever is drawn now.
  const latest = useRef(act);
  latest.current = act;

  useEffect(() => {
    const box = parent.current;
    if (!box) return undefined;
    const nonce = document.body.dataset["nonce"];
    const made = createEditor({
      parent: box,
      text: desk.work.hand?.text ?? text,
      language: code,
      direction,
      source: base.source,
      locale,
      ...(nonce === undefined ? {} : { nonce }),
      onChange: (next) => desk.write(next),
      onKey: (command) => latest.current(command),
    });
    editor.current = made;
    made.focus();
    panel.current?.scrollIntoView({ block: "nearest" });
    return () => made.destroy();
  }, [base.source, locale]);
  const given = useRef(hand.given);
  useEffect(() => {
    if (given.current === hand.given) return;
    given.current = hand.given;
    if (editor.current && editor.current.text() !== text) editor.current.setText(text);
  }, [hand.given]);
  useEffect(() => {
    let isGone = false;
    void askHelp(review.page, code, base.unit).then((answer) => {
      if (!isGone && "value" in answer) setHelp(answer.value);
    });
    return () => {
      isGone = true;
    };
  }, [review.page, code, base.unit, base.source]);

  const { drafted, approved, changed, kept, notes, findings } = base;
  const isAsSaved = text === base.text;
  const at = message("review.unit-of", {
    unit: base.unit + 1,
    of: review.units.length,
    state: message(`unit-state.${base.state}`),
  });
  return (
    <section class="panel" aria-label={say(at)} ref={panel}>
      <div class="about">
        {changed ? (
          <section aria-label={say(message("review.changed"))}>
            <h2>{say(message("review.changed"))}</h2>
            <p class="diff" lang={review.source.code}>
              {changed.map(({ kind, text: piece }) =>
                kind === "same" ? piece : kind === "gone" ? <del>{piece}</del> : <ins>{piece}</ins>,
              )}
            </p>
          </section>
        ) : null}
        {help.terms.length > 0 ? (
          <section aria-label={say(message("review.terms"))}>
            <h2>{say(message("review.terms"))}</h2>
            <ul class="list">
              {help.terms.map(({ concept, met, preferred, definition }) => (
                <li key={concept}>
                  <span lang={review.source.code}>{met}</span>
                  {" → "}
                  {preferred === undefined ? (
                    <span class="quiet">{say(message("review.no-term"))}</span>
                  ) : (
                    <button
                      type="button"
                      class="plain"
                      lang={code}
                      aria-label={say(message("review.insert", { text: preferred }))}
                      onClick={() => {
                        editor.current?.insert(preferred);
                        editor.current?.focus();
                      }}
                    >
                      {preferred}
                    </button>
                  )}
                  {definition === undefined ? null : <small>{definition}</small>}
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        {notes.length > 0 ? (
          <section aria-label={say(message("review.notes"))}>
            <h2>{say(message("review.notes"))}</h2>
            {notes.map((note) => (
              <p class="quiet">{note}</p>
            ))}
          </section>
        ) : null}
      </div>
      <div class="hand">
        <p class="quiet where">
          <span>{say(at)}</span>
          {drafted ? <span>{say(message("review.drafted", drafted))}</span> : null}
          {approved ? <span>{say(message("review.signed", approved))}</span> : null}
          <span class="saving" role="status">
            {saving === "saved" || saving === "saving" || saving === "not-saved"
              ? say(message(`review.${saving}`))
              : ""}
          </span>
        </p>
        <div class="field" ref={parent} />
        {theirs ? (
          <div class="notice" role="alert">
            <p>{say(message("review.conflict"))}</p>
            <p class="text" lang={code} dir={direction}>
              {theirs.text}
            </p>
            <button type="button" onClick={() => desk.settle(true)}>
              {say(message("review.mine"))}
            </button>{" "}
            <button type="button" onClick={() => desk.settle(false)}>
              {say(message("review.theirs"))}
            </button>
          </div>
        ) : null}
        {left === undefined ? null : (
          <div class="notice">
            <p>{say(message("review.unsaved-found"))}</p>
            <p class="text" lang={code} dir={direction}>
              {left}
            </p>
            <button type="button" onClick={() => desk.give(left)}>
              {say(message("review.restore"))}
            </button>{" "}
            <button type="button" class="plain" onClick={() => desk.discardLeft()}>
              {say(message("review.discard"))}
            </button>
          </div>
        )}
        {refusal === undefined ? null : (
          <p class="problem">{say(message("review.cannot", { problem: message("cli.says", { words: refusal }) }))}</p>
        )}
        <div class="actions" role="group" aria-label={say(message("review.actions"))} data-actions>
          {findings.length > 0 ? (
            <ul class="list findings" aria-label={say(message("review.findings"))}>
              {findings.map((finding) => (
                <FindingRow
                  key={`${finding.rule} ${finding.start} ${finding.end}`}
                  finding={finding}
                  text={base.text}
                  language={code}
                  isCurrent={isAsSaved}
                  correct={(next) => {
                    desk.give(next);
                    void desk.save();
                    editor.current?.focus();
                  }}
                  putAside={(reason) => void desk.change({ kind: "waive", rule: finding.rule, reason })}
                />
              ))}
            </ul>
          ) : null}
          <p>
            <button type="button" class="main" aria-keyshortcuts="Control+Enter" onClick={approve}>
              {say(message("review.approve"))}
            </button>{" "}
            <button type="button" class="plain" aria-keyshortcuts="Control+Insert" onClick={copySource}>
              {say(message("review.copy-source"))}
            </button>{" "}
            <button
              type="button"
              class="plain"
              aria-keyshortcuts="Alt+Enter"
              onClick={() => {
                editor.current?.addMissingTags();
                editor.current?.focus();
              }}
            >
              {say(message("review.add-tags"))}
            </button>{" "}
            {approved ? (
              <button type="button" class="plain" onClick={() => void desk.change({ kind: "take-back" })}>
                {say(message("review.take-back"))}
              </button>
            ) : null}
          </p>
          {kept === undefined ? null : (
            <section aria-label={say(message("review.kept"))}>
              <h2>{say(message("review.kept"))}</h2>
              <p class="text" lang={code} dir={direction}>
                {kept}
              </p>
            </section>
          )}
          {help.matches.length > 0 ? (
            <section aria-label={say(message("review.matches"))}>
              <h2>{say(message("review.matches"))}</h2>
              <ol class="list matches">
                {help.matches.map((match, index) => (
                  <li key={`${match.source}\n${match.target}`}>
                    <button
                      type="button"
                      class="plain"
                      lang={code}
                      dir={direction}
                      aria-keyshortcuts={`Control+${index + 1}`}
                      aria-label={`${say(message("review.use-match", { number: index + 1 }))}: ${match.target}`}
                      onClick={() => {
                        useMatch(index);
                        editor.current?.focus();
                      }}
                    >
                      {match.target}
                    </button>
                    <small>
                      {say(message("review.match-of", match))}
                      {match.percent < 100 ? (
                        <span lang={review.source.code}>
                          {" · "}
                          {match.source}
                        </span>
                      ) : null}
                    </small>
                  </li>
                ))}
              </ol>
            </section>
          ) : null}
        </div>
      </div>
    </section>
  );
}
