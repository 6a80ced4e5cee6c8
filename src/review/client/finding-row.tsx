// One finding in a text: what it is, where, and what can be done with it.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { message } from "../../core/messages/message.ts";
import type { UnitFinding } from "../../core/review/api.ts";
import { say } from "./speech.ts";

type Given = {
  finding: UnitFinding;
  /** The text that the finding is about. */
  text: string;
  language: string;
  /** The text in the field is still that one. */
  isCurrent: boolean;
  correct: (text: string) => void;
  putAside: (reason: string) => void;
};

/** How much of a text is shown around a place. */
const around = 40;

export function FindingRow({ finding, text, language, isCurrent, correct, putAside }: Given): VNode {
  const { severity, reason, start, end, expected, isWaived, canBeWaived } = finding;
  const [why, setWhy] = useState<string>();
  const isWhole = start === 0 && end >= text.length;
  return (
    <li class={isWaived ? "finding is-waived" : `finding is-${severity}`}>
      <span>{say(reason)}</span>
      {isWhole || start >= end ? null : (
        <small lang={language} dir="auto">
          {start > around ? "…" : ""}
          {text.slice(Math.max(0, start - around), start)}
          <mark>{text.slice(start, end)}</mark>
          {text.slice(end, end + around)}
          {end + around < text.length ? "…" : ""}
        </small>
      )}
      {isWaived ? (
        <small>{say(message("review.is-put-aside"))}</small>
      ) : (
        <span class="finding-actions">
          {expected.slice(0, 3).map((write) => (
            <button
              key={write}
              type="button"
              disabled={!isCurrent}
              onClick={() => correct(text.slice(0, start) + write + text.slice(end))}
            >
              {write.trim() === "" ? say(message("review.remove")) : say(message("review.write", { text: write }))}
            </button>
          ))}
          {canBeWaived && why === undefined ? (
            <button type="button" class="plain" onClick={() => setWhy("")}>
              {say(message("review.put-aside"))}
            </button>
          ) : null}
        </span>
      )}
      {why === undefined || isWaived ? null : (
        <form
          class="why"
          onSubmit={(event) => {
            event.preventDefault();
            putAside(why);
            setWhy(undefined);
          }}
        >
          <input
            ref={(input) => {
              if (input && document.activeElement?.closest(".why") === null) input.focus();
            }}
            aria-label={say(message("review.why"))}
            placeholder={say(message("review.why"))}
            required
            value={why}
            onInput={(event) => setWhy(event.currentTarget.value)}
          />
          <button type="submit">{say(message("review.confirm"))}</button>
        </form>
      )}
    </li>
  );
}
