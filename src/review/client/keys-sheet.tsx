// Which keys do what.
import type { VNode } from "preact";
import { message } from "../../core/messages/message.ts";
import { Sheet } from "./sheet.tsx";
import { say } from "./speech.ts";

export function KeysSheet({ close }: { close: () => void }): VNode {
  const rows: [keys: string, what: string][] = [
    ["Ctrl+Enter", say(message("review.key-approve"))],
    ["Alt+↓  Alt+↑", say(message("review.key-move"))],
    ["Esc", say(message("review.key-leave"))],
    ["Ctrl+.", say(message("review.key-actions"))],
    ["Ctrl+1 – Ctrl+5", say(message("review.key-match"))],
    ["Ctrl+Insert", say(message("review.key-copy"))],
    ["Alt+Enter", say(message("review.key-tags"))],
    ["?", say(message("review.key-help"))],
  ];
  return (
    <Sheet title={say(message("review.keys"))} close={close}>
      <dl class="keys">
        {rows.map(([keys, what]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <button type="button" onClick={close}>
        {say(message("review.close"))}
      </button>
    </Sheet>
  );
}
