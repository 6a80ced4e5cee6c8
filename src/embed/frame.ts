// A page that is shown in a frame: its links lead the whole window, and it tells the page around it how high it is.

/** What is posted to the page around, each time that the height changes. */
export type HeightMessage = { type: "malvakt-height"; page: string; language: string; height: number };

/** Tells the height now and whenever it changes. `described` says what is shown then. */
export function tellHeight(described: () => Pick<HeightMessage, "page" | "language">): void {
  if (parent === window) return;
  new ResizeObserver(() => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    // Any page may show the frame, and a height is no secret.
    parent.postMessage({ type: "malvakt-height", ...described(), height } satisfies HeightMessage, "*");
  }).observe(document.documentElement);
}

/** Links within the article stay in the frame; paths of the site are looked for there, not where the frame lies. */
export function settleInFrame(article: HTMLElement, site: string | null): void {
  for (const name of ["href", "src"])
    for (const element of article.querySelectorAll(`[${name}]`)) {
      const address = element.getAttribute(name) ?? "";
      if (address.startsWith("#")) element.setAttribute("target", "_self");
      else element.setAttribute(name, addressInFrame(address, site));
    }
}

export function addressInFrame(address: string, site: string | null): string {
  return site !== null && address.startsWith("/") ? site + address : address;
}
