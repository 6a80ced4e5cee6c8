// A page for tests in a browser that holds the editor and nothing else, under the policy of the review page.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

/** Makes the editor into one file, as the review page has it. */
export async function bundleEditor(): Promise<string> {
  const entry = fileURLToPath(new URL("../../src/review/client/editor/editor.ts", import.meta.url));
  const bundle = await rolldown({ input: entry, platform: "browser" });
  const { output } = await bundle.generate({ format: "es", minify: true, comments: false });
  return output[0].code;
}

const policy = [
  "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-Zm9v'; connect-src 'self'; img-src blob:; base-uri 'none'",
  "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
].join("; ");

const style = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; background: Canvas; color: CanvasText; }
  main { max-width: 40rem; margin: 1rem auto; padding: 0 1rem; }
`;

/** Puts what the editor says into `changes` and `commands`, and what the policy refused into `refused`. */
const program = `
  import { createEditor } from "/editor.js";
  window.refused = [];
  addEventListener("securitypolicyviolation", (event) => refused.push(event.violatedDirective + " " + event.sample));
  window.show = (options) => {
    window.editor?.destroy();
    window.changes = [];
    window.commands = [];
    window.editor = createEditor({
      parent: document.querySelector("#place"), locale: "en", nonce: "Zm9v", language: "en", direction: "ltr",
      onChange: (text) => changes.push(text),
      onKey: (command) => { commands.push(command); return true; },
      ...options,
    });
    editor.focus();
  };
`;

/** Serves the page on this machine. */
export async function serveEditor(bundle: string): Promise<{ url: string; server: Server }> {
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Editor</title><link rel="stylesheet" href="/style.css"><script type="module" src="/page.js"></script></head><body><main><h1>Editor</h1><div id="place"></div><p><button type="button" id="after">After</button></p></main></body></html>`;
  const files: Readonly<Record<string, [type: string, body: string]>> = {
    "/": ["text/html", page],
    "/editor.js": ["text/javascript", bundle],
    "/page.js": ["text/javascript", program],
    "/style.css": ["text/css", style],
  };
  const server = createServer(({ url = "/" }, response) => {
    const [type, body] = files[url] ?? ["text/plain", ""];
    response.writeHead(type === "text/plain" ? 404 : 200, {
      "Content-Type": `${type}; charset=utf-8`,
      "Content-Security-Policy": policy,
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server };
}
