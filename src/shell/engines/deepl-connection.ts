// The only door to DeepL: its client library, asked once per call, without redirects, and with the key kept out of sight.
import type { DeepLClientOptions, SourceLanguageCode, TargetLanguageCode } from "deepl-node";
import type { Glossary } from "../../core/draft/deepl/glossary.ts";
import type { DeeplRequest } from "../../core/draft/deepl/request.ts";
import { message, type Message } from "../../core/messages/message.ts";
import { sentence } from "../../core/messages/sentence.ts";
import { describeTrouble, wasRefused, type Trouble } from "../../core/draft/deepl/verdict.ts";

/** A request that failed. Neither its message nor anything that hangs on it holds the key. */
export class DeeplTrouble extends Error {
  readonly trouble: Trouble;
  constructor(trouble: Trouble) {
    super(sentence(describeTrouble(trouble), "en"));
    this.trouble = trouble;
  }
}

/** What came for one text; nothing about it is certain yet. */
export type Reply = { text: unknown; billed: unknown };

export type Connection = {
  translate: (request: DeeplRequest) => Promise<Reply[]>;
  listGlossaries: () => Promise<{ id: string; name: string }[]>;
  createGlossary: (glossary: Glossary) => Promise<string>;
  deleteGlossary: (id: string) => Promise<void>;
};

type Access = { key: string; serverUrl: string | undefined };

/** Reads key and address from the environment, or says in one sentence what is missing. Never repeats the key. */
export function readAccess(environment: Readonly<Record<string, string | undefined>>): Access | { refusal: Message } {
  const key = environment.DEEPL_AUTH_KEY?.trim() ?? "";
  const serverUrl = environment.DEEPL_SERVER_URL?.trim() ?? "";
  if (key === "") return { refusal: message("engine.deepl-key-missing") };
  if (!/^[\x21-\x7E]+$/u.test(key)) return { refusal: message("engine.deepl-key-wrong") };
  if (serverUrl === "") return { key, serverUrl: undefined };
  const url = URL.canParse(serverUrl) ? new URL(serverUrl) : undefined;
  const safe = url?.protocol === "https:" || (url?.protocol === "http:" && isLoopback(url.hostname));
  if (!url || !safe || url.username !== "" || url.search !== "" || url.hash !== "")
    return { refusal: message("engine.deepl-address") };
  return { key, serverUrl: url.href.replace(/\/$/u, "") };
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "[::1]" || /^127\.\d+\.\d+\.\d+$/u.test(host);
}

/** An answer that is larger fills the memory before anyone can look at it. */
const mostBytes = 64 * 1024 * 1024;

/** Opens the connection; nothing is sent yet. The library is loaded here, for it takes a good part of a start-up. */
export async function connect(access: Access, timeoutMs: number): Promise<Connection> {
  const { DeepLClient, GlossaryEntries: Entries } = await import("deepl-node");
  const hide = (text: string): string => clean(text, access.key);

  class GuardedClient extends DeepLClient {
    constructor(options: DeepLClientOptions) {
      super(access.key, options);
      const client = this.httpClient;
      const prepare = client.prepareRequest.bind(client);
      // The library follows redirects and would post the text to whatever host it is sent to; no option of its own forbids it.
      client.prepareRequest = (...of) => ({
        ...prepare(...of),
        maxRedirects: 0,
        timeout: timeoutMs,
        // That ends a silence; an answer that drips in for ever is ended by the time that it takes as a whole.
        signal: AbortSignal.timeout(2 * timeoutMs),
        maxContentLength: mostBytes,
      });
      const send = client.sendRequestWithBackoff.bind(client) as (...of: unknown[]) => Promise<Answered>;
      // The library's own errors have no status, and it takes a redirect for a success.
      client.sendRequestWithBackoff = (async (...of: unknown[]) => {
        const answered = await send(...of);
        if (answered.statusCode < 200 || answered.statusCode > 299)
          throw new DeeplTrouble({
            kind: "status",
            status: answered.statusCode,
            message: hide(messageIn(answered.content)),
          });
        return answered;
      }) as typeof client.sendRequestWithBackoff;
    }
  }

  const client = new GuardedClient({
    ...(access.serverUrl === undefined ? {} : { serverUrl: access.serverUrl }),
    // Attempts, not retries: the library sends again after a time-out, and the same text could be charged twice.
    maxRetries: 1,
    minTimeout: timeoutMs,
    appInfo: { appName: "malvakt", appVersion: "0" },
    sendPlatformInfo: false,
    // A connection kept open may be closed by the server just as a request is sent, and no one could tell what was charged.
    headers: { Connection: "close" },
  });

  return {
    translate: async (request) => {
      const results = await once(() =>
        client.translateText(
          [...request.texts],
          request.source as SourceLanguageCode,
          request.target.code as TargetLanguageCode,
          translateOptions(request),
        ),
      );
      return results.map((result) => ({ text: result.text, billed: result.billedCharacters }));
    },
    listGlossaries: async () =>
      (await once(() => client.listMultilingualGlossaries())).map(({ glossaryId, name }) => ({ id: glossaryId, name })),
    createGlossary: async ({ name, source, dictionaries }) => {
      const written = dictionaries.map(({ target, entries }) => ({
        sourceLangCode: source,
        targetLangCode: target,
        entries: new Entries({ entries: Object.fromEntries(entries) }),
      }));
      return (await once(() => client.createMultilingualGlossary(name, written))).glossaryId;
    },
    deleteGlossary: (id) => once(() => client.deleteMultilingualGlossary(id)),
  };
}

type Answered = { statusCode: number; content: unknown };

function translateOptions(request: DeeplRequest) {
  return {
    // A unit's tags are all inline: none of them begins a new sentence, and nor does a newline.
    tagHandling: "xml",
    tagHandlingVersion: "v2",
    outlineDetection: false,
    splitSentences: "nonewlines",
    // Tag handling v2 is documented for the better models only; nobody waits for a draft.
    modelType: "prefer_quality_optimized",
    ...(request.ignored.length > 0 ? { ignoreTags: [...request.ignored] } : {}),
    ...(request.context === "" ? {} : { context: request.context }),
    ...(request.glossary === undefined ? {} : { glossary: request.glossary }),
    ...(request.target.formality === undefined ? {} : { formality: request.target.formality }),
  } as const;
}

/** Makes a call and gives each failure its name. The library's own error is let go: it holds the request, and so the key. */
async function once<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof DeeplTrouble) throw error;
    const { ConnectionError, DeepLError } = await import("deepl-node");
    if (!(error instanceof ConnectionError)) {
      // Answers are parsed without looking; what is no JSON, or JSON of another shape, ends in one of these.
      const parsing = error instanceof DeepLError && error.message.startsWith("Error parsing response");
      if (parsing || error instanceof SyntaxError || error instanceof TypeError)
        throw new DeeplTrouble({ kind: "unreadable" });
      throw error;
    }
    const cause = error.error as { code?: unknown; cause?: { syscall?: unknown } } | undefined;
    const code = typeof cause?.code === "string" ? cause.code : "no code";
    const systemCall = typeof cause?.cause?.syscall === "string" ? cause.cause.syscall : undefined;
    throw new DeeplTrouble({ kind: "connection", code, connected: !wasRefused(code, systemCall) });
  }
}

/** The server's own words: DeepL writes `message`, and `Message` where tags are wrong. */
function messageIn(content: unknown): string {
  if (typeof content !== "string") return "";
  try {
    const { message, Message, detail } = JSON.parse(content) as Record<string, unknown>;
    return [message ?? Message, detail].filter((part) => typeof part === "string").join(" ");
  } catch {
    // A page of HTML from some server on the way helps nobody.
    return /^\s*</u.test(content) ? "" : content;
  }
}

/** One short line without the key and without control characters. */
function clean(text: string, key: string): string {
  const line = text
    .replaceAll(key, "(key)")
    // A key of a free account is as telling without its ending.
    .replaceAll(key.replace(/(?<=.):fx$/u, ""), "(key)")
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ")
    .trim();
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}
