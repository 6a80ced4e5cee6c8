// What to do when DeepL does not answer as asked: wait, cut the request in two, go on without the glossary, or stop.

/** What went wrong with a request. */
export type Trouble =
  | { kind: "status"; status: number; /** What the server wrote, without the key. */ message: string }
  /** No whole answer came. `code` is Node's; `connected` tells whether the request may have arrived. */
  | { kind: "connection"; code: string; connected: boolean }
  /** Status 200, and something else than translations. */
  | { kind: "unreadable" };

export type Verdict =
  /** `message` says why, should waiting not help. */
  | { what: "wait"; message: string }
  | { what: "split"; message: string; /** Not the size of a text is the trouble, but its tags. */ tags?: true }
  | { what: "drop-glossary"; message: string }
  | { what: "stop"; again: boolean; message: string };

/** What went wrong, without what to do about it. */
export function describeTrouble(trouble: Trouble): string {
  if (trouble.kind === "unreadable") return "DeepL's answer could not be read.";
  if (trouble.kind === "connection")
    return trouble.connected ? `DeepL did not answer (${trouble.code}).` : `DeepL cannot be reached (${trouble.code}).`;
  return `DeepL answered with status ${trouble.status}${trouble.message === "" ? "." : `: ${trouble.message}`}`;
}

/** How long to wait before each new attempt: a good minute in all. DeepL asks for exponential back-off. */
export const waitsMs: readonly number[] = [1000, 2000, 4000, 8000, 16_000, 32_000];

const saved = "What was drafted before is saved";
const maybeCharged =
  "At most this one request was charged, and it was not sent again so that nothing is paid for twice. " +
  `${saved}; run the same command again for the rest.`;

/** What a status means. The server's own words follow each message. */
const statuses: Record<number, Verdict> = {
  400: {
    what: "stop",
    again: false,
    message: "DeepL refused the request as wrong (400). Check the deepl settings of this language in malvakt.yaml.",
  },
  403: {
    what: "stop",
    again: false,
    message:
      "DeepL does not accept the key (403). Check DEEPL_AUTH_KEY: copy the key anew from the API keys of your DeepL account, and if DEEPL_SERVER_URL is set, check that the key belongs there.",
  },
  404: {
    what: "stop",
    again: false,
    message: "There is no DeepL at this address (404). Check DEEPL_SERVER_URL, or unset it.",
  },
  413: {
    what: "split",
    message: "The text is too long for one request to DeepL (413). Divide the paragraph in the page.",
  },
  414: { what: "stop", again: false, message: "The server finds the address too long (414). Check DEEPL_SERVER_URL." },
  429: { what: "wait", message: "DeepL is getting too many requests (429)." },
  456: {
    what: "stop",
    again: true,
    message: `DeepL's quota of characters is used up (456). ${saved}. Wait for the next billing period, raise the limit in your DeepL account, or draft with another engine; then run the same command again.`,
  },
  500: { what: "wait", message: "DeepL has an internal error (500)." },
  // A gateway gave up waiting for the translation; nothing says that the translation was not made.
  502: { what: "stop", again: true, message: `The connection to DeepL broke on the way (502). ${maybeCharged}` },
  503: { what: "wait", message: "DeepL is not available now (503)." },
  504: { what: "stop", again: true, message: `DeepL took too long (504). ${maybeCharged}` },
  529: { what: "wait", message: "DeepL is getting too many requests (529)." },
};

/** What to do about a request that failed. Only what certainly was not charged is ever sent again. */
export function judge(trouble: Trouble, withGlossary: boolean): Verdict {
  if (trouble.kind === "unreadable")
    return { what: "stop", again: true, message: `DeepL's answer could not be read. ${maybeCharged}` };
  if (trouble.kind === "connection") return judgeConnection(trouble.code, trouble.connected);
  const { status, message } = trouble;
  if (status === 400 && /tag handling/iu.test(message))
    return { what: "split", message: "DeepL could not read the tags of this text (400).", tags: true };
  if (withGlossary && (status === 400 || status === 404) && /glossar/iu.test(message))
    return { what: "drop-glossary", message: `DeepL could not use the glossary (${status}).` };
  if (status >= 300 && status < 400)
    return {
      what: "stop",
      again: false,
      message: `The server at DeepL's address sends requests on to another address (${status}). Neither the key nor the text was sent there. Check DEEPL_SERVER_URL, or unset it.`,
    };
  const verdict = statuses[status] ?? {
    what: "stop",
    again: status >= 500,
    message: `DeepL answered with the unexpected status ${status}.${status >= 500 ? ` ${maybeCharged}` : ""}`,
  };
  return { ...verdict, message: message === "" ? verdict.message : `${verdict.message} The server says: ${message}` };
}

function judgeConnection(code: string, connected: boolean): Verdict {
  if (connected) {
    const what =
      code === "ECONNABORTED" || code === "ETIMEDOUT"
        ? "DeepL did not answer in time"
        : "The connection to DeepL broke off";
    return { what: "stop", again: true, message: `${what} (${code}). ${maybeCharged}` };
  }
  return {
    what: "stop",
    again: true,
    message: `DeepL cannot be reached (${code}); nothing was charged. Check the network connection and, if it is set, DEEPL_SERVER_URL. ${saved}; run the same command again later.`,
  };
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
