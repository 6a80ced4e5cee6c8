// The menu of languages of one element: links that switch in place, and lead to the page where a browser opens them itself.

export type MenuLine = { code: string; name: string; dir: string; url: string };

export type Menu = { element: HTMLElement; show: (lines: readonly MenuLine[], shown: string | undefined) => void };

/** The links stay the same elements while the languages do, so that the one that was used keeps the focus. */
export function menuOf(choose: (code: string) => void): Menu {
  const element = document.createElement("nav");
  const list = element.appendChild(document.createElement("ul"));
  const links = new Map<string, HTMLAnchorElement>();
  return {
    element,
    show: (lines, shown) => {
      if ([...links.keys()].join() !== lines.map(({ code }) => code).join()) {
        links.clear();
        list.replaceChildren(
          ...lines.map(({ code, name, dir }) => {
            const link = document.createElement("a");
            Object.assign(link, { lang: code, hreflang: code, dir, textContent: name });
            link.addEventListener("click", (event) => {
              if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
              event.preventDefault();
              choose(code);
            });
            links.set(code, link);
            const item = document.createElement("li");
            item.append(link);
            return item;
          }),
        );
      }
      for (const { code, url } of lines) {
        const link = links.get(code);
        link?.setAttribute("href", url);
        if (code === shown) link?.setAttribute("aria-current", "true");
        else link?.removeAttribute("aria-current");
      }
    },
  };
}
