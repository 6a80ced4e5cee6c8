// The page as a whole: which view it shows, who sits before it, and what is announced.
import type { VNode } from "preact";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { message } from "../../core/messages/message.ts";
import { listenForChanges, type Failure } from "./connection.ts";
import { KeysSheet } from "./keys-sheet.tsx";
import { NameSheet } from "./name-sheet.tsx";
import { OverviewView } from "./overview-view.tsx";
import { PageView } from "./page-view.tsx";
import { placeNow } from "./place.ts";
import { remember, remembered } from "./remember.ts";
import { currentLocale, say, speak } from "./speech.ts";

export type Session = {
  /** Read out, and shown for those who see. */
  announce: (text: string) => void;
  /** The name to sign with; asked for where none is known, undefined when it is not given. */
  name: () => Promise<string | undefined>;
  fail: (failure: Failure | undefined) => void;
  propose: (name: string) => void;
};

export function App(): VNode {
  const [place, setPlace] = useState(placeNow);
  const [locale, setLocale] = useState(currentLocale);
  const [told, setTold] = useState("");
  const [failure, setFailure] = useState<Failure>();
  const [changes, setChanges] = useState(0);
  const [isHelp, setHelp] = useState(false);
  const [name, setName] = useState(() => remembered("name"));
  const [proposed, setProposed] = useState("");
  const asking = useRef<(name: string | undefined) => void>(undefined);
  const [isAsking, setAsking] = useState(false);
  const known = useRef(name);

  useEffect(() => {
    const move = (): void => setPlace(placeNow());
    window.addEventListener("hashchange", move);
    return () => window.removeEventListener("hashchange", move);
  }, []);
  useEffect(
    () =>
      listenForChanges(() => {
        setFailure(undefined);
        setChanges((count) => count + 1);
      }, setFailure),
    [],
  );
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const isText =
        event.target instanceof HTMLElement && event.target.closest("input, textarea, select, [contenteditable]");
      if (event.key === "?" && !isText && !event.ctrlKey && !event.metaKey) setHelp(true);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);

  const announce = useCallback((text: string) => {
    // The same words twice are read out twice.
    setTold((before) => (before === text ? `${text}\u00a0` : text));
  }, []);
  const askName = useCallback(async (): Promise<string | undefined> => {
    if (known.current !== undefined) return known.current;
    setAsking(true);
    return await new Promise((resolve) => {
      asking.current = resolve;
    });
  }, []);
  const answerName = (given: string | undefined): void => {
    setAsking(false);
    if (given !== undefined) {
      known.current = given;
      setName(given);
      remember("name", given);
    }
    asking.current?.(given);
    asking.current = undefined;
  };
  const session: Session = { announce, name: askName, fail: setFailure, propose: setProposed };

  return (
    <>
      <header class="bar">
        <a class="home" href="#">
          {place ? `← ${say(message("review.all-pages"))}` : "Målvakt"}
        </a>
        <span class="bar-rest">
          <button type="button" class="plain" onClick={() => setAsking(true)}>
            {name ?? say(message("review.name"))}
          </button>
          <button type="button" class="plain" aria-keyshortcuts="?" onClick={() => setHelp(true)}>
            {say(message("review.keys"))}
          </button>
          <button
            type="button"
            class="plain"
            lang={locale === "en" ? "nb" : "en"}
            onClick={() => {
              speak(locale === "en" ? "nb" : "en");
              setLocale(currentLocale());
            }}
          >
            {locale === "en" ? "Bokmål" : "English"}
          </button>
        </span>
      </header>
      {failure === "offline" || failure === "shut-out" ? (
        <p class="notice" role="alert">
          {say(message(`review.${failure}`))}
        </p>
      ) : null}
      {place ? (
        <PageView
          key={`${place.page}\n${place.language}`}
          {...place}
          changes={changes}
          session={session}
          locale={locale}
        />
      ) : (
        <OverviewView changes={changes} session={session} />
      )}
      <p class="told" role="status" aria-live="polite">
        {told}
      </p>
      {isHelp ? <KeysSheet close={() => setHelp(false)} /> : null}
      {isAsking ? <NameSheet name={name ?? proposed} answer={answerName} /> : null}
    </>
  );
}
