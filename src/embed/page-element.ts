// `<malvakt-page page="ims">`: one page, in the language of its reader. Until the text has come, what stands within stays.
import type { Manifest, ManifestEntry } from "../core/publish/manifest.ts";
import { wishedLanguage } from "./choose.ts";
import { articleOf } from "./fragment.ts";
import { addressInFrame, settleInFrame, tellHeight } from "./frame.ts";
import { words } from "./knowledge.ts";
import { fetchFragment, manifestOf, newerManifest } from "./load.ts";
import { menuOf, type MenuLine } from "./menu.ts";
import { chosenBefore, remember } from "./remember.ts";

type Published = Exclude<ManifestEntry, { status: "withheld" }>;

/** What the manifest says of one page for its reader. */
type Plan = {
  manifest: Manifest;
  /** By language. */
  published: Map<string, Published>;
  wished: string | undefined;
  /** Where the page is in none that will do: undefined. */
  shown: string | undefined;
};

/** `switch`: a reader asked for the language in a menu of this element. */
type Cause = "load" | "switch" | "other menu";

/** Elements that come while the browser still reads the page may not have all that stands in them. */
const wholePage = new Promise<unknown>((resolve) => {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", resolve);
  else resolve(undefined);
});

export class MalvaktPage extends HTMLElement {
  static readonly observedAttributes = ["page", "language", "assets"];

  #turn = 0;
  #isStarted = false;
  /** What a reader chose in a menu of this page. */
  #asked: string | undefined;
  #menu = menuOf((code) => {
    remember(code);
    for (const other of document.querySelectorAll<MalvaktPage>(this.localName))
      void other.show(code, other === this ? "switch" : "other menu");
  });
  #note = document.createElement("p");
  #status = document.createElement("p");

  connectedCallback(): void {
    if (!this.#isStarted) {
      this.#isStarted = true;
      this.#note.setAttribute("role", "note");
      this.#status.setAttribute("role", "status");
      // Seen by no one, read aloud when a reader has switched.
      this.#status.style.cssText =
        "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);margin:0";
      if (this.#isFrame) tellHeight(() => ({ page: this.#page, language: this.lang }));
    }
    void this.show(this.#asked);
  }

  attributeChangedCallback(_: string, old: string | null, now: string | null): void {
    if (this.#isStarted && old !== now) void this.show();
  }

  get #page(): string {
    return this.getAttribute("page") ?? "";
  }

  get #isFrame(): boolean {
    return this.hasAttribute("frame");
  }

  /** Shows the page in a language, or in the one that its reader wishes for. What fails leaves what stands there. */
  async show(asked?: string, cause: Cause = "load"): Promise<void> {
    const turn = ++this.#turn;
    this.#asked = asked;
    const isOver = (): boolean => turn !== this.#turn || !this.isConnected;
    try {
      await wholePage;
      const written = this.getAttribute("assets");
      const dist =
        written === null ? new URL(".", import.meta.url) : new URL(written.replace(/\/?$/u, "/"), location.href);
      let plan = this.#planOf(await manifestOf(dist.href), asked);
      if (this.#takesAway(plan)) plan = this.#planOf(await newerManifest(dist.href, plan.manifest), asked);
      let article = await this.#load(plan, dist, "default");
      if (!article && plan.shown !== undefined) {
        plan = this.#planOf(await newerManifest(dist.href, plan.manifest), asked);
        article = await this.#load(plan, dist, "reload");
      }
      if (isOver()) return;
      if (article) this.#place(article, plan, cause);
      else this.#settle(plan, cause);
    } catch (error) {
      console.warn(`malvakt-page "${this.#page}": the text stays as it stands in the page.`, error);
      if (isOver() || cause !== "switch") return;
      this.#say(this.#note, words[asked ?? ""]?.notLoaded, asked);
      this.#status.after(this.#note);
    }
  }

  #planOf(manifest: Manifest, asked: string | undefined): Plan {
    const languages = pageIn(manifest, this.#page) ?? {};
    const published = new Map(
      Object.entries(languages).flatMap(([code, entry]) =>
        entry.status === "withheld" ? [] : [[code, entry] as const],
      ),
    );
    const wishes = {
      element: this.getAttribute("language"),
      around: this.parentElement?.closest<HTMLElement>("[lang]")?.lang,
      chosen: chosenBefore(),
      browser: navigator.languages,
    };
    const wished = asked ?? wishedLanguage(wishes, Object.keys(manifest.languages), [...published.keys()]);
    const shown = [wished, manifest.source].find((code) => code !== undefined && published.has(code));
    return { manifest, published, wished, shown };
  }

  /** The fragment that stands within. */
  get #standing(): HTMLElement | null {
    return this.querySelector<HTMLElement>("article[data-page]");
  }

  /** Whether what stands there would go or give way to another language: an old manifest must not do that. */
  #takesAway({ published, wished, shown }: Plan): boolean {
    const standing = this.#standing?.lang;
    return (
      shown === undefined ||
      (standing !== undefined && standing !== shown && (standing === wished || !published.has(standing)))
    );
  }

  async #load({ published, shown }: Plan, dist: URL, cache: RequestCache): Promise<HTMLElement | null> {
    const entry = published.get(shown ?? "");
    if (!entry) return null;
    const address = new URL(entry.path, dist);
    address.search = entry.sha256;
    try {
      return articleOf(await fetchFragment(address, entry.integrity, cache), address);
    } catch (error) {
      console.warn(
        `malvakt-page "${this.#page}": ${entry.path} did not come, or is not what the manifest names.`,
        error,
      );
      return null;
    }
  }

  #place(fresh: HTMLElement, plan: Plan, cause: Cause): void {
    const { manifest, published, wished, shown = "" } = plan;
    const place = idInAddress();
    const isNew = place !== "" && !document.getElementById(place);
    if (this.#isFrame) settleInFrame(fresh, this.getAttribute("site"));
    // What is the same stays: what a reader has marked, and where a screen reader stands.
    const article = this.#standing?.isEqualNode(fresh) ? this.#standing : fresh;
    const { name, dir } = manifest.languages[shown] ?? { name: shown, dir: "" };
    const entry = published.get(shown);
    const { title = "", status } = entry ?? {};
    const notice = entry?.status === "stale" ? entry.notice : undefined;
    for (const element of this.#isFrame ? [this, document.documentElement] : [this])
      Object.assign(element, { lang: shown, dir });
    if (this.#isFrame) document.title = title;
    if (wished === shown) this.#say(this.#note, notice, shown, plan);
    else this.#say(this.#note, words[wished ?? ""]?.notInLanguage, wished, plan);
    this.#arrange([article], plan, shown);
    this.#say(this.#status, cause === "switch" ? `${name}: ${title}` : undefined, shown, plan);
    if (isNew) document.getElementById(place)?.scrollIntoView();
    const detail = { page: this.#page, language: shown, wished, status };
    this.dispatchEvent(new CustomEvent("malvakt-shown", { bubbles: true, detail }));
  }

  /** Nothing new came. What stands there stays, unless it was taken off the site. */
  #settle(plan: Plan, cause: Cause): void {
    const { manifest, published, wished = manifest.source } = plan;
    const standing = this.#standing;
    const isGone = !published.has(standing?.lang ?? "");
    const failed = cause === "switch" ? words[wished]?.notLoaded : undefined;
    this.#say(
      this.#note,
      isGone && (standing || published.size > 0) ? words[wished]?.notAvailable : failed,
      wished,
      plan,
    );
    const own = [this.#menu.element, this.#status, this.#note];
    const others = [...this.childNodes].filter((node) => !own.includes(node as HTMLElement));
    this.#arrange(isGone ? others.filter((node) => node !== standing) : others, plan, standing?.lang);
    if (!pageIn(manifest, this.#page))
      console.warn(
        `malvakt-page "${this.#page}": there is no such page. Write the id of one that manifest.json names.`,
      );
  }

  /** Puts menu, note and content in their order; nothing that is in its place is moved, since that would lose the focus. */
  #arrange(content: readonly ChildNode[], { manifest, published }: Plan, shown: string | undefined): void {
    const lines = Object.entries(manifest.languages).flatMap(([code, { name, dir }]): MenuLine[] => {
      const entry = published.get(code);
      if (!entry) return [];
      const url = this.#isFrame ? addressInFrame(entry.url, this.getAttribute("site")) : entry.url;
      return [{ code, name, dir, url }];
    });
    this.#menu.show(lines, shown);
    const label = [words[shown ?? manifest.source]?.languages, published.get(shown ?? "")?.title];
    this.#menu.element.setAttribute("aria-label", label.filter(Boolean).join(": "));
    const hasMenu = this.getAttribute("menu") !== "none" && lines.length > 1;
    const wanted = [
      ...(hasMenu ? [this.#menu.element] : []),
      this.#status,
      ...(this.#note.textContent === "" ? [] : [this.#note]),
      ...content,
    ];
    for (const node of [...this.childNodes]) if (!wanted.includes(node)) node.remove();
    for (const [at, node] of wanted.entries())
      if (this.childNodes[at] !== node) this.insertBefore(node, this.childNodes[at] ?? null);
  }

  #say(where: HTMLElement, sentence = "", language = "", plan?: Plan): void {
    where.textContent = sentence;
    Object.assign(where, { lang: language, dir: plan?.manifest.languages[language]?.dir ?? "auto" });
  }
}

/** What a manifest says of a page, under its id of now or before. Any object has `toString` and its like, which may be ids. */
function pageIn({ pages, renamed }: Manifest, id: string): Manifest["pages"][string] | undefined {
  const now = Object.hasOwn(renamed, id) ? (renamed[id] ?? id) : id;
  return Object.hasOwn(pages, now) ? pages[now] : undefined;
}

/** The place that the page's address leads to. */
function idInAddress(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";
  }
}
