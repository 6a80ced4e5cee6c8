// A stand-in for DeepL on this machine: strict about the wire format, with a ledger of what it charged, and able to misbehave.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { countCharacters, readXml, spoilers, translate, writeXml, type Node } from "./deepl-text.ts";
import { glossaries, type Glossaries } from "./deepl-glossaries.ts";
import { json, type Reply, type Request } from "./deepl-wire.ts";

/** A number is a status; `reset` and `slow` say when the text is charged. The rest spoils the answer, which is charged. */
export type Misbehaviour =
  | number
  | { redirect: string; status?: number }
  | { says: string; status: number }
  | "bad-tags"
  | "reset-before-charging"
  | "reset-after-charging"
  | "slow"
  | "drip"
  | "empty-body"
  | "truncated-json"
  | "cut-off"
  | "page-of-html"
  | "too-few"
  | "too-many"
  | "swapped"
  | keyof typeof spoilers;

/** One text that was charged. */
export type Charge = { text: string; target: string; characters: number; request: number };

export type StandIn = {
  url: string;
  requests: Request[];
  ledger: Charge[];
  glossaries: Glossaries["all"];
  close: () => Promise<void>;
};

export const standInKey = "11111111-aaaa-2222-bbbb-333333333333:fx";

const mostBytes = 128 * 1024;
const sources = new Set("nb en de da sv pl uk ar".split(" "));
const targets = new Set("nb en-gb en-us de da sv pl uk ar lt fr pt-pt".split(" "));
const withFormality = new Set("de fr pl pt-pt".split(" "));
const knownFields = new Set(
  (
    "target_lang source_lang formality glossary_id show_billed_characters text split_sentences tag_handling " +
    "tag_handling_version outline_detection context model_type ignore_tags"
  ).split(" "),
);

/** Starts the stand-in on a free port of the loopback address. */
export async function startDeepl(
  options: { misbehave?: (request: Request) => Misbehaviour | undefined; key?: string; characterLimit?: number } = {},
): Promise<StandIn> {
  const { misbehave = () => undefined, key = standInKey, characterLimit = 500_000 } = options;
  const requests: Request[] = [];
  const ledger: Charge[] = [];
  const store = glossaries();

  const answer = (request: Request): Reply => {
    if (request.headers.authorization !== `DeepL-Auth-Key ${key}`) return { status: 403, body: "" };
    if (request.path === "/v2/usage" && request.method === "GET")
      return json(200, { character_count: charged(ledger), character_limit: characterLimit });
    if (request.path.startsWith("/v3/glossaries")) return store.answer(request);
    if (request.path !== "/v2/translate" || request.method !== "POST") return json(404, { message: "Not found" });
    const texts = check(request, store);
    if ("status" in texts) return texts;
    const characters = texts.nodes.map(countCharacters);
    if (charged(ledger) + characters.reduce((sum, count) => sum + count, 0) > characterLimit)
      return json(456, { message: "Quota Exceeded" });
    const target = request.fields.get("target_lang") ?? "";
    request.texts.forEach((text, index) =>
      ledger.push({ text, target, characters: characters[index] ?? 0, request: request.number }),
    );
    const ignored = new Set((request.fields.get("ignore_tags") ?? "").split(","));
    const glossary = store.entriesFor(request.fields);
    return json(200, {
      translations: texts.nodes.map((nodes, index) => ({
        detected_source_language: "NB",
        text: writeXml(translate(nodes, target.split("-")[0] ?? "", glossary, ignored)),
        billed_characters: characters[index],
        model_type_used: "quality_optimized",
        tag_handling_version: "v2",
      })),
    });
  };

  const server = createServer((incoming, response) => {
    void receive(incoming, requests.length + 1).then((request) => {
      requests.push(request);
      reply(incoming, response, misbehave(request), () => answer(request), key);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    ledger,
    glossaries: store.all,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function charged(ledger: readonly Charge[]): number {
  return ledger.reduce((sum, charge) => sum + charge.characters, 0);
}

async function receive(incoming: IncomingMessage, number: number): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString("utf8");
  const url = new URL(incoming.url ?? "/", "http://127.0.0.1");
  const fields = new URLSearchParams(body);
  return {
    number,
    method: incoming.method ?? "",
    path: url.pathname,
    headers: incoming.headers,
    fields,
    bytes: Buffer.byteLength(body),
    texts: fields.getAll("text"),
  };
}

/** The rules for `/v2/translate`; gives the texts as trees. */
function check(request: Request, store: Glossaries): Reply | { nodes: Node[][] } {
  const { fields, texts, headers } = request;
  const wrong = (message: string): Reply => json(400, { message: `Bad request. Reason: ${message}` });
  if (request.bytes > mostBytes) return json(413, { message: "Request Entity Too Large" });
  if (!headers["content-type"]?.startsWith("application/x-www-form-urlencoded")) return wrong("content type");
  const unknown = [...fields.keys()].find((field) => !knownFields.has(field));
  if (unknown) return wrong(`unknown field ${unknown}`);
  if (texts.length === 0 || texts.length > 50) return wrong("Too many or no texts.");
  if (texts.includes("")) return wrong("empty text");
  const target = fields.get("target_lang")?.toLowerCase() ?? "";
  if (!sources.has(fields.get("source_lang")?.toLowerCase() ?? ""))
    return wrong("Value for 'source_lang' not supported.");
  if (!targets.has(target)) return wrong("Value for 'target_lang' not supported.");
  if (/^(more|less)$/u.test(fields.get("formality") ?? "") && !withFormality.has(target))
    return wrong("'formality' is not supported for given 'target_lang'.");
  const id = fields.get("glossary_id");
  if (id !== null && !store.all.some((glossary) => glossary.id === id)) return wrong("Invalid or missing glossary id.");
  if (id !== null && store.entriesFor(fields).size === 0) return wrong("The glossary has no dictionary for this pair.");
  if (fields.get("tag_handling") !== "xml") return { nodes: texts.map((text) => [text]) };
  if (fields.get("tag_handling_version") !== "v2") return wrong("The stand-in knows tag handling v2 only.");
  const nodes = texts.map(readXml);
  const tagMistake = json(400, { Message: "Tag handling parsing failed, please check input." });
  return nodes.includes(undefined) ? tagMistake : { nodes: nodes.filter((tree) => tree !== undefined) };
}

function reply(
  incoming: IncomingMessage,
  response: ServerResponse,
  how: Misbehaviour | undefined,
  answer: () => Reply,
  key: string,
): void {
  const send = ({ status, body }: Reply, headers: Record<string, string> = {}): void => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(body);
  };
  if (how === undefined) return send(answer());
  if (typeof how === "number")
    return send({ status: how, body: how === 429 || how >= 500 ? "" : `{"message":"No ${how}"}` });
  if (typeof how === "object" && "redirect" in how)
    return send({ status: how.status ?? 307, body: "" }, { location: how.redirect });
  if (typeof how === "object") return send(json(how.status, { message: how.says.replace("KEY", key) }));
  if (how === "bad-tags") return send(json(400, { Message: "Tag handling parsing failed, please check input." }));
  if (how === "reset-before-charging") return void incoming.socket.destroy();
  const good = answer();
  if (how === "reset-after-charging") return void incoming.socket.destroy();
  // It never answers; closing the stand-in ends it.
  if (how === "slow") return;
  if (how === "drip") {
    response.writeHead(200, { "content-type": "application/json" });
    const drip = setInterval(() => response.write(" "), 20);
    response.once("close", () => clearInterval(drip));
    return;
  }
  if (how === "empty-body") return send({ ...good, body: "" });
  if (how === "page-of-html") return send({ ...good, body: "<html><title>Log in to this network</title></html>" });
  const half = good.body.slice(0, Math.floor(good.body.length / 2));
  if (how === "truncated-json") return send({ ...good, body: half });
  if (how === "cut-off") {
    response.writeHead(200, { "content-length": String(Buffer.byteLength(good.body)) });
    response.write(half, () => incoming.socket.destroy());
    return;
  }
  send({ ...good, body: spoil(good.body, how) });
}

function spoil(body: string, how: "too-few" | "too-many" | "swapped" | keyof typeof spoilers): string {
  const { translations } = JSON.parse(body) as { translations: { text: string }[] };
  if (how === "too-few") translations.pop();
  else if (how === "too-many") translations.push({ ...translations[0], text: "one more" });
  else if (how === "swapped") translations.reverse();
  else for (const translation of translations) translation.text = spoilers[how](translation.text);
  return JSON.stringify({ translations });
}
