// Takes the translation off the site, with a reason, or puts it back.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { message } from "../../core/messages/message.ts";
import type { PageReview, WithdrawAsked } from "../../core/review/api.ts";
import type { Session } from "./app.tsx";
import { askWithdraw } from "./connection.ts";
import { say } from "./speech.ts";

type Given = { review: PageReview; session: Session; changed: () => void };

export function WithdrawPart({ review, session, changed }: Given): VNode {
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState("");
  const { withdrawn, page, language } = review;
  const ask = async (by: WithdrawAsked["by"]): Promise<void> => {
    const answer = await askWithdraw({ page, language: language.code, by });
    if ("failure" in answer) session.fail(answer.failure);
    else if (answer.value.kind === "refused") setProblem(say(answer.value.reason));
    else {
      setOpen(false);
      setProblem("");
      changed();
    }
  };
  const confirm = async (): Promise<void> => {
    const name = await session.name();
    if (name !== undefined) await ask({ name, reason });
  };
  if (withdrawn)
    return (
      <p class="notice">
        {say(message("review.is-withdrawn", withdrawn))}{" "}
        <button type="button" class="plain" onClick={() => void ask(undefined)}>
          {say(message("review.undo-withdraw"))}
        </button>
      </p>
    );
  return (
    <form
      class="withdraw"
      onSubmit={(event) => {
        event.preventDefault();
        void confirm();
      }}
    >
      <button type="button" class="plain" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {say(message("review.withdraw"))}
      </button>
      {isOpen ? (
        <>
          <input
            aria-label={say(message("review.withdraw-why"))}
            placeholder={say(message("review.withdraw-why"))}
            value={reason}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
          <button type="submit">{say(message("review.confirm"))}</button>
          <span class="problem" role="alert">
            {problem}
          </span>
        </>
      ) : null}
    </form>
  );
}
