// What to do when DeepL does not answer as asked: wait, cut the request in two, go on without the glossary, or stop.
import { message, type Message } from "../../messages/message.ts";

/** What went wrong with a request. */
export type Trouble =
  | { kind: "status"; status: number; /** What the server wrote, without the key. */ message: string }
  /** No whole answer came. `code` is Node's; `connected` tells whether the request may have arrived. */
  | { kind: "connection"; code: string; connected: boolean }
  /** Status 200, and something else than translations. */
  | { kind: "unreadable" };

export type Verdict =
  /** `message` says why, should waiting not help. */
  | { what: "wait"; message: Message }
  | { what: "split"; message: Message; /** Not the size of a text is the trouble, but its tags. */ tags?: true }
  | { what: "drop-glossary"; message: Message }
  | { what: "stop"; again: boolean; message: Message };

/** What went wrong, without what to do about it. */
export function describeTrouble(trouble: Trouble): Message {
  if (trouble.kind === "unreadable") return message("deepl.answer-unreadable");
  const { kind } = trouble;
  if (kind === "connection" && trouble.connected) return message("deepl.silent", { code: trouble.code });
  if (kind === "connection") return message("deepl.unreachable", { code: trouble.code });
  return withServersWords(message("deepl.status", { status: trouble.status }), trouble.message);
}

/** How long to wait before each new attempt: a good minute in all. DeepL asks for exponential back-off. */
export const waitsMs: readonly number[] = [1000, 2000, 4000, 8000, 16_000, 32_000];

/** What a status means. The server's own words follow each message. */
const statuses: Record<number, Verdict> = {
  400: { what: "stop", again: false, message: message("deepl.status-400") },
  403: { what: "stop", again: false, message: message("deepl.status-403") },
  404: { what: "stop", again: false, message: message("deepl.status-404") },
  413: { what: "split", message: message("deepl.status-413") },
  414: { what: "stop", again: false, message: message("deepl.status-414") },
  429: { what: "wait", message: message("deepl.too-many-requests", { status: 429 }) },
  456: { what: "stop", again: true, message: message("deepl.status-456") },
  500: { what: "wait", message: message("deepl.status-500") },
  // A gateway gave up waiting for the translation; nothing says that the translation was not made.
  502: { what: "stop", again: true, message: maybeCharged(message("deepl.status-502")) },
  503: { what: "wait", message: message("deepl.status-503") },
  504: { what: "stop", again: true, message: maybeCharged(message("deepl.status-504")) },
  529: { what: "wait", message: message("deepl.too-many-requests", { status: 529 }) },
};

function maybeCharged(detail: Message): Message {
  return message("deepl.maybe-charged", { detail });
}

function withServersWords(detail: Message, words: string): Message {
  return words === "" ? detail : message("deepl.server-says", { detail, words });
}

/** What to do about a request that failed. Only what certainly was not charged is ever sent again. */
export function judge(trouble: Trouble, withGlossary: boolean): Verdict {
  if (trouble.kind === "unreadable")
    return { what: "stop", again: true, message: maybeCharged(message("deepl.answer-unreadable")) };
  if (trouble.kind === "connection") return judgeConnection(trouble.code, trouble.connected);
  const { status, message: words } = trouble;
  if (status === 400 && /tag handling/iu.test(words))
    return { what: "split", message: message("deepl.tags-unread"), tags: true };
  if (withGlossary && (status === 400 || status === 404) && /glossar/iu.test(words))
    return { what: "drop-glossary", message: message("deepl.glossary-refused", { status }) };
  if (status >= 300 && status < 400)
    return { what: "stop", again: false, message: message("deepl.redirected", { status }) };
  const verdict = statuses[status] ?? unexpected(status);
  return { ...verdict, message: withServersWords(verdict.message, words) };
}

function unexpected(status: number): Verdict {
  const detail = message("deepl.status", { status });
  return { what: "stop", again: status >= 500, message: status >= 500 ? maybeCharged(detail) : detail };
}

function judgeConnection(code: string, connected: boolean): Verdict {
  if (!connected) return { what: "stop", again: true, message: message("deepl.not-reached", { code }) };
  const isLate = code === "ECONNABORTED" || code === "ETIMEDOUT";
  const detail = message(isLate ? "deepl.silent" : "deepl.cut-off", { code });
  return { what: "stop", again: true, message: maybeCharged(detail) };
}

/** Whether a connection was never made, by the code of Node's error: then nothing can have been charged. */
export function wasRefused(code: string, systemCall: string | undefined): boolean {
  return (
    systemCall === "connect" ||
    systemCall === "getaddrinfo" ||
    /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EPROTO)$|CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS|ERR_INVALID_URL/u.test(
      code,
    )
  );
}
