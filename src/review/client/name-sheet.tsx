// Asks who signs.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { message } from "../../core/messages/message.ts";
import { readSigner } from "../../core/signer.ts";
import { Sheet } from "./sheet.tsx";
import { say } from "./speech.ts";

export function NameSheet({ name, answer }: { name: string; answer: (name: string | undefined) => void }): VNode {
  const [given, setGiven] = useState(name);
  const [problem, setProblem] = useState("");
  const confirm = (event: Event): void => {
    event.preventDefault();
    const read = readSigner(given);
    if (read.name === undefined) setProblem(say(message("review.no-person", { problem: read.problem })));
    else answer(read.name);
  };
  return (
    <Sheet title={say(message("review.name"))} close={() => answer(undefined)}>
      <form onSubmit={confirm}>
        <p>{say(message("review.sign-as"))}</p>
        <input
          aria-label={say(message("review.name"))}
          aria-describedby="name-problem"
          autocomplete="name"
          value={given}
          onInput={(event) => setGiven(event.currentTarget.value)}
        />
        <p id="name-problem" class="problem" role="alert">
          {problem}
        </p>
        <button type="submit">{say(message("review.confirm"))}</button>{" "}
        <button type="button" class="plain" onClick={() => answer(undefined)}>
          {say(message("review.cancel"))}
        </button>
      </form>
    </Sheet>
  );
}
