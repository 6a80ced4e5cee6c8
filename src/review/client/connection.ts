// What the page asks its server, with the token that the file which opened it brought along.
import type {
  ChangeAnswer,
  ChangeAsked,
  Overview,
  PageReview,
  UnitHelp,
  WithdrawAnswer,
  WithdrawAsked,
} from "../../core/review/api.ts";

/** Why there is no answer: the server is away, does not know the token, or has nothing of that name. */
export type Failure = "offline" | "shut-out" | "not-there";
export type Answer<Value> = { value: Value } | { failure: Failure };

const tokenName = "malvakt:token";

/** Takes the token off the address: it stays with the tab. */
export function takeToken(): void {
  const given = new URLSearchParams(location.hash.slice(1));
  const token = given.get("token");
  if (token === null) return;
  sessionStorage.setItem(tokenName, token);
  given.delete("token");
  history.replaceState(null, "", `${location.pathname}#${given.toString()}`);
}

function headersWith(more: Record<string, string>): Record<string, string> {
  return { ...more, "x-malvakt-token": sessionStorage.getItem(tokenName) ?? "" };
}

async function ask(
  path: string,
  init: RequestInit & { headers?: Record<string, string> } = {},
): Promise<Answer<Response>> {
  try {
    const response = await fetch(path, { ...init, headers: headersWith(init.headers ?? {}) });
    if (response.status === 401) return { failure: "shut-out" };
    if (response.ok || response.status === 409 || response.status === 422) return { value: response };
    return { failure: response.status === 404 ? "not-there" : "offline" };
  } catch {
    return { failure: "offline" };
  }
}

async function askJson<Value>(
  path: string,
  init?: RequestInit & { headers?: Record<string, string> },
): Promise<Answer<Value>> {
  const answer = await ask(path, init);
  if ("failure" in answer) return answer;
  try {
    return { value: (await answer.value.json()) as Value };
  } catch {
    return { failure: "offline" };
  }
}

function query(values: Record<string, string>): string {
  return new URLSearchParams(values).toString();
}

export function askOverview(): Promise<Answer<Overview>> {
  return askJson("/api/overview");
}

export function askPage(page: string, language: string): Promise<Answer<PageReview>> {
  return askJson(`/api/page?${query({ page, language })}`);
}

export function askHelp(page: string, language: string, unit: number): Promise<Answer<UnitHelp>> {
  return askJson(`/api/help?${query({ page, language, unit: String(unit) })}`);
}

export function askChange(asked: ChangeAsked, revision: string): Promise<Answer<ChangeAnswer>> {
  const headers = { "content-type": "application/json", "if-match": `"${revision}"` };
  return askJson("/api/change", { method: "POST", headers, body: JSON.stringify(asked) });
}

export function askWithdraw(asked: WithdrawAsked): Promise<Answer<WithdrawAnswer>> {
  const headers = { "content-type": "application/json" };
  return askJson("/api/withdraw", { method: "POST", headers, body: JSON.stringify(asked) });
}

const pictureTypes: Readonly<Record<string, string>> = {
  avif: "image/avif",
  gif: "image/gif",
  jpeg: "image/jpeg",
  jpg: "image/jpeg",
  png: "image/png",
  svg: "image/svg+xml",
  webp: "image/webp",
};

/** A picture as an address that only this tab knows. */
export async function askPicture(page: string, language: string, path: string): Promise<string | undefined> {
  const answer = await ask(`/api/asset?${query({ page, language, path })}`);
  if ("failure" in answer) return undefined;
  const type = pictureTypes[path.slice(path.lastIndexOf(".") + 1)] ?? "";
  return URL.createObjectURL(new Blob([await answer.value.arrayBuffer()], { type }));
}

const retryMs = 2000;

/** Tells of changes while the tab is in sight: browsers open few connections to one server. */
export function listenForChanges(changed: () => void, failed: (failure: Failure) => void): () => void {
  let abort: AbortController | undefined;
  let isOver = false;
  const listen = async (signal: AbortSignal): Promise<void> => {
    while (!signal.aborted) {
      const answer = await ask("/api/events", { signal });
      if ("failure" in answer) {
        if (!signal.aborted) failed(answer.failure);
        if (answer.failure === "shut-out") return;
      } else {
        // What has changed while no one listened.
        changed();
        await readLines(answer.value, changed);
      }
      await new Promise((resolve) => {
        setTimeout(resolve, retryMs);
      });
    }
  };
  const begin = (): void => {
    abort?.abort();
    abort = undefined;
    if (document.hidden || isOver) return;
    abort = new AbortController();
    void listen(abort.signal);
  };
  document.addEventListener("visibilitychange", begin);
  begin();
  return () => {
    isOver = true;
    document.removeEventListener("visibilitychange", begin);
    abort?.abort();
  };
}

async function readLines(response: Response, changed: () => void): Promise<void> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  try {
    for (let next = await reader?.read(); next && !next.done; next = await reader?.read())
      if (next.value.includes("changed")) changed();
  } catch {
    // The server has stopped, or the tab is out of sight; whoever listens asks again.
  }
}
