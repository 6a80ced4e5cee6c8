// All that the product says, in Bokmål. Complete by type: what English has, this has.
import type { Sentences } from "./message.ts";

const quoted = (text: string): string => `«${text}»`;
const many = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

/** A size of a file: `4,2 MB`. */
const megabytes = (bytes: number): string => `${String(Math.ceil(bytes / 100_000) / 10).replace(".", ",")}\u00a0MB`;

/** A number of many digits, in groups of three. */
const grouped = (count: number): string => String(count).replaceAll(/\B(?=(?:\d{3})+$)/gu, "\u00a0");

/** A list as it is read: `a`, `a og b`, `a, b og c`. */
const all = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} og ${parts.at(-1)}`;

/** Languages by their English names. */
const languageNames: Readonly<Record<string, string>> = {
  "Norwegian Bokmål": "bokmål",
  "Norwegian Nynorsk": "nynorsk",
  Danish: "dansk",
  Swedish: "svensk",
  English: "engelsk",
  German: "tysk",
  Polish: "polsk",
  Ukrainian: "ukrainsk",
  Arabic: "arabisk",
};
const named = (language: string): string => languageNames[language] ?? language;

/** Statuses of terms. */
const statuses: Readonly<Record<string, string>> = {
  preferred: "foretrukket",
  admitted: "tillatt",
  deprecated: "frarådet",
};
const statusOf = (status: string): string => statuses[status] ?? status;

/** The first names of a list, and how many more there are. */
const some = (names: readonly string[], count: number): string =>
  count > names.length ? `${names.join(", ")} og ${count - names.length} til` : names.join(", ");

/** `1 side`, `2 sider`. */
function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `a, b eller c`. */
function oneOf(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} eller ${words.at(-1) ?? ""}`;
}

/** Codes of languages with their names: `nb (norsk bokmål)`. */
function languagesNamed(codes: readonly string[]): string {
  const names = new Intl.DisplayNames("nb", { type: "language" });
  return codes
    .map((code) => (/^[a-z]{2,3}(?:-|$)/u.test(code) ? `${code} (${names.of(code) ?? code})` : code))
    .join(", ");
}

export const nb: Sentences = {
  "character.control": () => "et kontrolltegn",
  "character.half": () => "et halvt surrogatpar",
  "character.none": () => "ikke et tegn",

  "must.be-kind": ({ kind, received }) => `må være ${kind}, ikke ${received}`,
  "must.be-known": ({ received }) => `må være en av de kjente verdiene, ikke ${received}`,
  "must.be-mapping": () => "må bestå av nøkler med verdier",
  "must.have-words": () => "må inneholde en bokstav eller et siffer",
  "must.be-one-line": () => "må stå på én linje, uten kontrolltegn",
  "must.be-plain": () => "må være en tekst uten kontrolltegn",
  "must.be-text-or-list": () => "må være en tekst eller en liste med tekster",
  "must.be-image": () => "må være stien til et bilde, eller `src` og `alt`",
  "must.be-language": ({ known }) =>
    `må være et støttet språk, eller en variant av ett, som en-GB: ${languagesNamed(known)}`,
  "must.be-languages": () => "må være en liste med språkkoder, eller false",
  "must.be-mode": () => "må være navnet på en Apertium-modus, for eksempel nob-nno_e",
  "must.have-lang-and-slug": () => "må inneholde {lang} og {slug}, som i /{lang}/{slug}/",
  "must.have-slug": () => "må inneholde {slug}, som i /{slug}/",
  "must.be-heading": () => "må være true, false eller both",
  "must.be-origin": () => "må være nettstedets protokoll og domene, som i https://www.example-clinic.no",
  "must.be-folder-address": () =>
    "må være adressen til en mappe: den begynner med én / eller med https:// og et domene, og har ikke mellomrom, anførselstegn, ? eller #",
  "must.be-page-address": () =>
    "må begynne med én / eller med https:// og et domene, ha {slug} etter domenet og ikke inneholde mellomrom, anførselstegn eller \\",
  "must.be-termbase-path": () => "må være en YAML-fil i prosjektet, for eksempel content/terms.yaml",
  "must.be-error": () => "må være `error`, fordi regelen beskytter strukturen på publiserte sider",
  "must.be-slug": () =>
    "må bestå av bokstaver, sifre, - og _, med / mellom mapper: ingen punktum eller mellomrom, ingen / først og høyst 200 byte per del",
  "must.be-storable": ({ name }) => `kan ikke inneholde ${name}, et navn som enkelte systemer ikke kan lagre`,
  "must.be-plain-letters": () =>
    "må ha bokstaver fra ett skriftsystem, i vanlig form og uten usynlige tegn; skriv det på nytt",
  "must.be-date": () => "må være en gyldig dato (ÅÅÅÅ-MM-DD), for eksempel 2026-01-31",
  "must.be-image-address": () => "må være en sti på nettstedet eller en https://-adresse",
  "must.be-reviewed": () => "må ha to linjer under seg, `by:` med et navn og `date:` med en dato",
  "must.be-withdrawal": () => "må ha formen DATO NAVN: grunn",
  "must.be-page-ids": () => "må være ID-en som siden hadde før, eller en liste med ID-er",
  "must.be-concept-id": () => "må bestå av bokstaver, sifre, . _ og -",
  "kind.text": () => "en tekst",
  "kind.number": () => "et tall",
  "kind.boolean": () => "true eller false",
  "kind.list": () => "en liste",
  "kind.other": ({ expected }) => expected,

  "tag.alone": ({ name }) => `<${name}>`,
  "tag.inside": ({ name, parent }) => `<${name}> inni <${parent}>`,

  "side.left": () => "venstre",
  "side.right": () => "høyre",
  "side.named": ({ word, side }) => `${quoted(word)} (${side})`,
  "script.Latin": () => "latinske",
  "script.Cyrillic": () => "kyrilliske",
  "script.Arabic": () => "arabiske",
  "term.definition": ({ concept, nb: own, en, other }) => `${concept} er ${quoted(own || en || other)}`,

  "name.empty": () => "det er tomt",
  "name.invisible": ({ name }) => `det inneholder et usynlig tegn (${name})`,
  "name.sign": ({ sign }) => `et navn kan ikke inneholde ${sign}`,
  "name.unusual-form": () => "det har bokstaver i en uvanlig form; skriv det på nytt",
  "name.scripts": ({ scripts }) => `det blander bokstaver fra flere skriftsystemer (${scripts})`,
  "name.short": () => "det er for kort til å vise hvem det er",
  "name.program": () => "det er ikke en person",

  "build.figure": ({ was, now }) => `${was} er nå ${now}`,
  "held.page": () => "siden kan ikke leses",
  "held.page-errors": ({ count }) => `${count} feil på siden`,
  "held.catalog": () => "katalogen kan ikke leses",
  "held.pictures": ({ count }) =>
    `${counted(count, "tekst", "tekster")} godkjent med et annet bilde enn språket har nå`,
  "held.file-lost": ({ path, file }) =>
    `${file}, som den publiserte filen ${path} viser eller lenker til, mangler eller er endret og kan ikke lages på nytt`,
  "held.units": ({ units }) => units.join(", "),
  "held.approved-errors": ({ count, rules }) => `${count} feil i godkjent tekst (${rules})`,
  "held.slug": () => "den oversatte slug-en kan ikke brukes som adresse",
  "held.folder": () => "mappen kan ikke leses",
  "held.missing": () => "siden mangler",
  "held.address": ({ other }) => `samme adresse som ${other}`,
  "held.file-missing": ({ path, why }) => `den publiserte filen ${path} mangler og kan ikke lages på nytt: ${why}`,
  "held.file-changed": ({ path, why }) => `den publiserte filen ${path} er endret og kan ikke lages på nytt: ${why}`,
  "held.no-fragment": ({ path }) => `den publiserte filen ${path} er ikke et fragment av denne siden på dette språket`,
  "off.deleted": () => "siden er slettet",
  "off.renamed": ({ path, was }) =>
    `siden er slettet; ${path} ligner på den: hvis den har fått nytt navn, legg til \`was: ${was}\` øverst på den nye siden`,
  "off.language": ({ language }) => `${language} er ikke et språk i malvakt.yaml`,
  "off.language-missing": () => "språket mangler i malvakt.yaml",
  "off.paused": () => "språket er satt på pause",
  "off.withdrawn": ({ date, name, reason }) => `trukket tilbake ${date} av ${name}: ${reason}`,
  "off.withdrawn-on": ({ date }) => `trukket tilbake ${date}`,
  "off.draft": () => "siden er et utkast",
  "off.not-translated": () => "siden oversettes ikke til dette språket",
  "off.wrong": ({ why }) => `den publiserte teksten er feil: ${why}`,
  "off.stale": ({ why }) => `${why}; trukket tilbake slik \`publish\` ber om`,
  "units.untranslated": ({ count }) => many(count, "uoversatt", "uoversatte"),
  "units.stale": ({ count }) => many(count, "utdatert", "utdaterte"),
  "units.draft": ({ count }) => `${count} utkast`,
  "units.approved": ({ count }) => many(count, "godkjent", "godkjente"),
  "units.unsigned": ({ count }) => many(count, "usignert", "usignerte"),

  "report.error": () => "feil",
  "report.warning": () => "advarsel",
  "report.info": () => "merknad",
  "report.errors": ({ count }) => `${count} feil`,
  "report.warnings": ({ count }) => many(count, "advarsel", "advarsler"),
  "report.infos": ({ count }) => many(count, "merknad", "merknader"),
  "report.file": () => "fil",
  "report.write": ({ texts }) => `skriv: ${texts.join("  eller  ")}`,
  "report.write-quoted": ({ texts }) => `skriv: ${texts.map(quoted).join(" eller ")}`,
  "report.nothing": () => "(ingenting)",

  "signing.texts": ({ source, translation }) => `${quoted(source)} → ${quoted(translation)}`,
  "signing.signed": () => "signert",
  "signing.would-sign": () => "ville blitt signert",
  "signing.over": () => "signert til tross for",
  "signing.waived": () => "fraveket",
  "signing.not-signed": () => "ikke signert",
  "left.draft": ({ count }) => `${count} utkast`,
  "left.stale": ({ count }) => many(count, "utdatert tekst", "utdaterte tekster"),
  "left.untranslated": ({ count }) => many(count, "uoversatt tekst", "uoversatte tekster"),
  "left.unsigned": ({ count }) => many(count, "usignert tekst", "usignerte tekster"),

  "merge.distinct": ({ other }) => `forskjellig fra ${other}`,
  "merge.definition": ({ language }) => `definisjon på ${language}`,
  "merge.definition-changed": ({ language, was, is }) => `definisjon på ${language}: ${quoted(was)} → ${quoted(is)}`,
  "merge.term": ({ language, term }) => `${language} ${quoted(term)}`,
  "merge.term-added": ({ language, term, status }) => `${language} ${quoted(term)}, ${statusOf(status)}`,
  "merge.form": ({ language, term, form }) => `${language} ${quoted(term)} bøyningsform ${quoted(form)}`,
  "merge.family": ({ language, term, word }) => `${language} ${quoted(term)} ordfamilie ${quoted(word)}`,
  "merge.field": ({ language, term, field }) => `${language} ${quoted(term)} ${field}`,
  "merge.field-changed": ({ language, term, field, was, is }) =>
    `${language} ${quoted(term)} ${field}: ${quoted(was)} → ${quoted(is)}`,
  "field.spelling": () => "skrivemåte",
  "field.status": () => "status",
  "field.type": () => "type",
  "field.note": () => "merknad",

  "tbx.a-definition": ({ language }) => `definisjonen på ${language}`,
  "tbx.a-term": ({ term }) => `termen ${quoted(term)}`,
  "tbx.a-form": ({ term }) => `en bøyningsform av ${quoted(term)}`,
  "tbx.a-note": ({ term }) => `merknaden til ${quoted(term)}`,

  "file.conflict": () => "Konfliktmerke etter en git-fletting. Behold én av de to versjonene og slett merkene.",
  "character.forbidden": ({ name, kind }) => `${name} er ${kind}. Slett det.`,
  "character.written": ({ written, name, kind }) => `${written} står for ${name}, som er ${kind}. Slett det.`,
  "character.in-value": ({ key, name, kind }) => `\`${key}\` inneholder ${name}, som er ${kind}. Slett det.`,
  "character.in-key": ({ name, kind }) => `Nøkkelen inneholder ${name}, som er ${kind}. Slett det.`,
  "unseen.bidi": ({ name }) => `Usynlig tegn som endrer rekkefølgen i teksten (${name}). Slett det.`,
  "unseen.invisible": ({ name }) => `Usynlig tegn (${name}). Slett det.`,
  "unseen.form": ({ name, plain }) => `${name} ser bare ut som ${quoted(plain)}. Bruk vanlige bokstaver og sifre.`,
  "unseen.look-alike": ({ name }) =>
    `Ordet inneholder bokstaver fra et annet skriftsystem som ligner (${name}). Skriv det på nytt.`,
  "language.unknown": ({ language, known }) =>
    `Språket ${language} støttes ikke. Disse gjør det: ${languagesNamed(known)}.`,

  "yaml.syntax": ({ problem }) => `Ugyldig YAML: ${problem}.`,
  "yaml.quotes": ({ written }) => `Sett teksten i anførselstegn: \`${written}\`.`,
  "yaml.colon-blank": ({ written }) => `Skriv et mellomrom etter kolon: \`${written}\`.`,
  "yaml.no-key": ({ line }) =>
    `${quoted(line)} har ikke noe feltnavn. Skriv \`felt: tekst\`, eller begynn linjen med # hvis den er en kommentar.`,
  "yaml.tab": () => "Linjen begynner med tabulator. Skriv mellomrom.",
  "yaml.duplicate-key": ({ key }) => `Feltet \`${key}\` står to ganger. Behold det ene.`,
  "yaml.alias": () => "YAML-alias (*navn) støttes ikke. Skriv ut verdien.",
  "shape.value": ({ key, must }) => `\`${key}\` ${must}.`,
  "shape.file": ({ must }) => `Filen ${must}.`,
  "shape.missing-key": ({ key }) => `Feltet \`${key}\` mangler.`,
  "shape.unknown-key": ({ key }) => `Ukjent felt \`${key}\`.`,
  "shape.mistyped-key": ({ key, meant }) => `Ukjent felt \`${key}\`. Mente du \`${meant}\`?`,
  "xml.syntax": ({ problem }) => `Ugyldig XML: ${problem}.`,
  "xml.elements": ({ most }) => `Mer enn ${grouped(most)} elementer. Del opp filen.`,
  "xml.depth": ({ most }) => `Elementene er nøstet mer enn ${most} nivåer.`,
  "xml.size": ({ most }) => `Filen har mer enn ${grouped(most)} tegn. Del den opp.`,
  "xml.doctype": () => "DOCTYPE er ikke tillatt, fordi en liten fil kan bli enorm. Fjern den.",
  "xml.encoding": ({ encoding }) => `Filen oppgir tegnkodingen ${encoding}. Lagre den som UTF-8.`,

  "settings.same-address": ({ language, other, pattern }) =>
    `\`${language}\` har de samme adressene som \`${other}\`: ${pattern}. Gi ett av språkene en annen adresse.`,
  "settings.source": ({ language }) => `\`${language}\` er kildespråket. Fjern det fra \`languages\`.`,

  "page.empty": () => "Siden er tom.",
  "page.nesting": () => "Siden er nøstet for dypt til å kunne leses.",
  "page.no-title": () =>
    "Siden har ingen tittel. Skriv en første overskrift (`# Tittel`), eller `title: Tittel` mellom to linjer --- øverst.",
  "page.toml": () =>
    "Et hode mellom linjer med +++ er TOML, som ikke blir lest. Skriv det som YAML: linjer med ---, og `title: Tittel` for `title = 'Tittel'`.",
  "page.opening-fence": () =>
    "Hodet på siden må begynne med en linje som bare er ---. Det ble ikke lest, og ingen kode i det ble kjørt.",
  "page.closing-fence": () => "Hodet på siden må slutte med en linje som bare er ---.",
  "page.unclosed": () => "Hodet på siden er ikke avsluttet. Legg til en linje som bare er ---, etter det.",
  "page.mistyped-key": ({ key, meant }) =>
    `Det ukjente feltet \`${key}\` sendes videre som data. Mente du \`${meant}\`?`,
  "page.lost-name": ({ id }) =>
    `En side kan ikke hete ${id}, for da blir den borte i programmer som leser manifestet. Gi filen et nytt navn.`,
  "page.file-name": ({ slug }) =>
    `Filnavnet kan ikke brukes som adresse (${slug}). Legg til en \`slug\` av bokstaver, sifre og bindestreker.`,
  "page.slug-made": ({ count, path, slug }) =>
    `${count === 1 ? "1 filnavn er" : `${count} filnavn er`} ikke en adresse, så det ble laget en av ${count === 1 ? "det" : "hvert av dem"}: ${path} publiseres som ${slug}. En \`slug\` i hodet på siden gir en annen.`,
  "page.other-ending": ({ ending, count, paths }) =>
    `${count} ${ending}-${count === 1 ? "fil" : "filer"} blir ikke publisert, for sider slutter på .md eller .markdown: ${some(paths, count)}. Gi ${count === 1 ? "den" : "dem"} et annet navn, eller flytt ${count === 1 ? "den" : "dem"} ut av mappen.`,
  "page.translate": ({ language, known }) =>
    `\`translate\` nevner ${language}, som ikke er et språk i malvakt.yaml${known.length === 0 ? "" : ` (${known.join(", ")})`}.`,
  "page.same-slug": ({ others, slug }) =>
    `Denne siden og ${all(others)} har samme slug, ${slug}. Gi en av dem en annen \`slug\`.`,
  "page.was-present": ({ id }) => `\`was\` nevner ${id}, som er en egen side. Fjern det.`,
  "page.was-taken": ({ id, other }) =>
    `\`was\` nevner ${id}, og det gjør siden ${other} også. Behold det på én av dem.`,

  "limit.characters": ({ count, most }) =>
    `Siden har ${grouped(count)} tegn, og grensen er ${grouped(most)}. Del den opp i flere sider.`,
  "limit.lines": ({ most }) =>
    `Siden har mer enn ${grouped(most)} linjer og krever for mye minne. Del den opp i flere sider.`,
  "limit.marks": ({ most }) =>
    `Siden har mer enn ${grouped(most)} merker for utheving, kode, lenker, tabeller og HTML og krever for mye minne. Del den opp i flere sider.`,
  "limit.underlines": ({ most }) =>
    `Siden har mer enn ${grouped(most)} linjer med === eller ---, og det tar for lang tid å tolke dem. Skriv overskrifter med # i stedet.`,
  "limit.nesting": ({ depth, most }) =>
    `Sitater og lister er nøstet ${depth} nivåer eller mer, og grensen er ${most}. Fjern noen > eller listemerker.`,
  "limit.block-marks": ({ most }) =>
    `Avsnittet har mer enn ${grouped(most)} merker for utheving, kode, lenker, HTML og linjeskift, og det tar for lang tid å tolke det. Del det opp, eller skriv \\ foran merker som er tekst.`,
  "limit.brackets": ({ most }) =>
    `Avsnittet har mer enn ${grouped(most)} åpne klammer, og det tar for lang tid å tolke det. Skriv \\ foran klammer som er tekst.`,
  "limit.line": ({ count, most }) => `Linjen har ${grouped(count)} tegn, og grensen er ${grouped(most)}. Del den opp.`,

  "directive.unknown": () => "Ukjent direktiv.",
  "directive.unknown-kind": ({ kind }) => `Direktivet \`i18n:${kind}\` er ukjent eller mangler tekst.`,
  "directive.no-start": () => "`i18n:skip-end` uten `i18n:skip-start` foran på samme nivå.",
  "directive.no-end": () => "`i18n:skip-start` avsluttes aldri, så alt etter det blir stående uoversatt.",
  "directive.no-target": () => "Det kommer ingenting etter dette direktivet. Sett det foran teksten det gjelder.",
  "waiver.form": () => "`malvakt-ignore` må ha en regel og en begrunnelse.",
  "waiver.unused": () => "Denne malvakt-ignore-linjen undertrykker ikke lenger noe. Fjern den.",
  "waiver.outlived": () =>
    "Denne malvakt-ignore-linjen ble signert for andre tekster. Hvis den gjelder for disse også, slett hashen og signer på nytt. Hvis ikke, fjern linjen.",
  "waiver.needs-text": ({ rule }) =>
    `\`${rule}\` er en feil, så malvakt-ignore må gjengi teksten den gjelder. Denne har ingen virkning.`,
  "waiver.tags": () => "`tags` beskytter strukturen på publiserte sider og kan ikke ignoreres. Fjern dette.",
  "waiver.no-rule": ({ rule }) => `Ukjent regel ${rule}.`,

  "link.bare": () => "En adresse alene blir ikke en lenke.",
  "link.address": () => "Lenken har ingen tillatt adresse. Bruk https, http, mailto, tel eller en sti.",
  "link.not-published": ({ page }) =>
    `Lenken går til ${quoted(page)}, som ikke er publisert nå; leserne finner ingenting der før den er det.`,
  "link.no-page": ({ page }) => `Siden ${page} finnes ikke.`,
  "link.foreign": ({ href, written }) =>
    `${href} er slik andre programmer skriver denne siden; lenken går dit likevel. Skriv ${written}.`,
  "link.path": ({ href }) =>
    `${href} fører ingen steder. Lenk til filen for siden i denne mappen med sider, for eksempel ../priser.md, eller til en hel adresse.`,
  "link.above": ({ href }) => `${href} fører ut av mappen med sider. Lenk til en fil i den, eller til en hel adresse.`,
  "link.mail": ({ written }) => `Lenken til en e-postadresse mangler mailto:. Skriv ${written}.`,
  "link.web": ({ written }) => `Lenken til et nettsted mangler https://. Skriv ${written}.`,
  "link.no-heading": ({ page, heading }) => `Siden ${page} har ingen overskrift ${heading}.`,
  "link.no-own-heading": ({ heading }) => `Denne siden har ingen overskrift ${heading}.`,
  "found.times": ({ what, count, lines, all: whole }) =>
    `${what} Det finnes ${counted(count, "gang", "ganger")}, på ${lines.length === 1 ? "linje" : "linjene"} ${some(lines, whole)}.`,
  "html.medium": ({ tag }) =>
    `Sider kan ikke vise ${tag}, så leserne får ikke se det som er der. Skriv en lenke til det: [tekst](https://…).`,
  "html.form": ({ tag }) =>
    `Sider kan ikke ha skjemaer, så ${tag} virker ikke her. Skriv en lenke til en side som har skjemaet.`,
  "html.unknown": ({ tag, text }) =>
    `${tag} finnes ikke i HTML, så leserne ser det ikke. Er det ment som tekst, skriv ${text}. Hvis ikke, slett det.`,
  "html.unread": ({ sign }) =>
    `Det som begynner med ${sign}, er for programmer, og leserne ser det ikke. Skriv det de skal lese, eller slett det.`,
  "html.open": ({ sign }) =>
    `${sign} slutter aldri, så det som kommer etter, går tapt. Avslutt det, eller skriv &lt; i stedet for < hvis det er ment som tekst.`,
  "html.program": ({ tag }) =>
    `Sider kan ikke ha ${tag}, så det har ingen virkning. Sett det inn i malen til nettstedet, og slett det her.`,
  "html.element": ({ tag }) =>
    `Sider kan ikke ha ${tag}. Teksten publiseres uten. Skriv Markdown i stedet, eller slett taggene.`,
  "html.attribute": ({ name }) => `Attributtet \`${name}\` blir ikke publisert. Slett det.`,
  "notation.program": ({ mark }) =>
    `\`${mark}\` er for et annet program og blir stående som det er. Skriv det som skulle vært vist, eller slett det.`,
  "notation.container": ({ mark }) =>
    `\`${mark}\` gir ingen ramme, og leserne får se det. Skriv > [!NOTE] og teksten under, med > foran hver linje.`,
  "notation.contents": ({ mark }) => `\`${mark}\` gir ingen innholdsfortegnelse, og leserne får se det. Slett det.`,
  "notation.attributes": ({ mark }) => `\`${mark}\` har ingen virkning, og leserne får se det. Slett det.`,
  "notation.wiki": ({ mark }) =>
    `\`${mark}\` blir ikke en lenke eller et bilde. Skriv [tekst](side.md) eller ![tekst](bilde.png).`,
  "notation.inline": ({ mark, write }) => `\`${mark}\` vises som det er. Skriv \`${write}\`.`,
  "notation.address": ({ mark }) =>
    `\`${mark}\` vises som det er, for adressen har mellomrom. Sett < og > rundt adressen.`,
  "notation.footnote": ({ mark }) =>
    `\`${mark}\` vises som det er, for siden har ingen slik fotnote. Legg til en linje ${mark}: med teksten, eller slett det.`,
  "notation.reference": ({ mark }) =>
    `\`${mark}\` vises som det er, for siden har ingen slik adresse. Skriv [tekst](adresse).`,
  "notation.definition": ({ mark }) =>
    `\`${mark}\` blir ikke en definisjon. Skriv <dl><dt>ord</dt><dd>tekst</dd></dl>, eller en liste.`,
  "file.outside": ({ href }) =>
    `${href} fører ut av mappen content, og bare filer i den blir publisert. Kopier filen dit, og skriv stien til den der.`,
  "file.refused": ({ file, ending }) =>
    `${file} blir ikke publisert: Filer som ender på ${ending}, kan kjøre i nettleseren eller på maskinen til leseren. Lagre den som PDF, eller lenk med https:// til der den ligger på nettet.`,
  "file.no-image": ({ file, endings }) =>
    `${file} er satt inn som bilde, men er ikke et bilde. Bilder ender på ${oneOf(endings)}. Lenk til andre filer slik: [tekst](sti).`,
  "file.unsound": ({ file, problem }) => `${problem} Inntil da blir ${file} ikke publisert.`,
  "file.heavy": ({ file, bytes }) =>
    `${file} er på ${megabytes(bytes)}, og lesere med telefon må vente på det. Lagre det mindre: 2000 piksler i bredden er nok, som JPEG eller WebP for et foto.`,
  "asset.empty": () => "Filen er tom. Kopier den hit på nytt.",
  "asset.too-large": ({ bytes, most }) =>
    `Filen er på ${megabytes(bytes)}, og høyst ${megabytes(most)} er tillatt. Lagre den mindre, eller lenk til der den ligger på nettet.`,
  "asset.too-wide": ({ width, height, most }) =>
    `Bildet er ${width} ganger ${height} piksler, og høyst ${grouped(most)} på en side er tillatt. Lagre det mindre: 2000 er nok.`,
  "asset.cut": () => "Filen er skadet eller avkuttet. Kopier den hit på nytt.",
  "asset.no-image": ({ ending }) =>
    `Innholdet er ikke et bilde av typen ${ending}. Åpne filen i et bildeprogram, og lagre den som PNG eller JPEG.`,
  "asset.other-image": ({ ending, proper }) =>
    `Filen ender på ${ending}, men innholdet er ${proper}. Gi den riktig endelse, både her og på siden.`,
  "asset.other-content": ({ ending }) =>
    `Filen ender på ${ending}, men innholdet er noe annet. Lagre den på nytt som ${ending}.`,
  "svg.refused": ({ line, what }) =>
    `Linje ${line}: ${what} Lagre den som ren SVG uten skript og lenker, eller som PNG.`,
  "svg.not-svg": () => "Dette er ikke SVG.",
  "svg.holds": ({ what }) => `${what} er ikke tillatt i SVG, som kan kjøre programmer i nettleseren.`,
  "svg.no-size": () => "Tegningen har ingen størrelse. Den må ha viewBox, eller width og height.",
  "image.own-alt": ({ file }) =>
    `${file} blir ikke brukt: Bildet mangler alternativ tekst, og den som godkjenner teksten, sier samtidig at bildet for et annet språk er riktig. Skriv teksten mellom klammene i ![].`,
  "file.missing": ({ file }) =>
    `Filen ${file} finnes ikke. Legg den der, eller rett stien. Adressen til et nettsted begynner med https://.`,
  "file.missing-near": ({ file, meant }) => `Filen ${file} finnes ikke, men ${meant} finnes.`,
  "image.address": () => "Bildet har ingen tillatt adresse. Bruk https eller en sti.",
  "image.alt": () => "Bildet mangler alternativ tekst. Skriv hva det viser, mellom klammene i ![].",
  "heading.jump": ({ from, to }) => `Overskriften hopper fra nivå ${from} til nivå ${to}.`,

  "catalog.empty": () => "Katalogen er tom. Hent den tilbake fra git, eller slett den.",
  "catalog.no-header": () => "Katalogen mangler hode (en første oppføring med tom msgid). Hent den tilbake fra git.",
  "catalog.charset": ({ charset }) => `Hodet oppgir tegnsettet ${charset}. Kataloger må være i UTF-8.`,
  "catalog.carriage-return": () => "Vognretur (U+000D) uten linjeskift. Linjer må slutte med linjeskift.",
  "catalog.msgcat": () => "Merke etter fletting med msgcat. Behold én av tekstene.",
  "catalog.duplicate": ({ line }) =>
    `Oppføringen finnes fra før, på linje ${line}. Behold den som er riktig, og slett den andre.`,
  "catalog.comment": () => "Kommentar inni en oppføring. Flytt den foran oppføringen.",
  "catalog.line": () =>
    "Her skulle det stått en kommentar, et nøkkelord med tekst i anførselstegn eller resten av en tekst.",
  "catalog.plural": () => "Flertallsformer støttes ikke. En oppføring har én msgid og én msgstr.",
  "catalog.domain": () => "`domain` støttes ikke. Slett linjen.",
  "catalog.loose-text": () => "Tekst i anførselstegn uten nøkkelord foran.",
  "catalog.repeated": ({ keyword }) => `${keyword} to ganger i én oppføring. Behold den som er riktig.`,
  "catalog.order": ({ keyword }) => `${keyword} er på feil plass. Rekkefølgen er msgctxt, msgid, msgstr.`,
  "catalog.half-obsolete": () =>
    "Noen av linjene i oppføringen begynner med #~, andre ikke. Det må være alle eller ingen.",
  "catalog.no-msgid": () => "Oppføring uten msgid. Filen kan være avkortet.",
  "catalog.no-msgstr": () => "Oppføring uten msgstr. Filen kan være avkortet.",
  "catalog.empty-msgid": () => "Tom msgid. Bare hodet, den første oppføringen, kan ha det.",
  "catalog.unclosed": () => "Anførselstegnet til slutt mangler. Filen kan være avkortet.",
  "catalog.escape": () => "Ukjent escape-sekvens.",
  "catalog.after-quote": () => 'Tekst etter det avsluttende anførselstegnet. Inni en tekst skrives " som \\".',
  "catalog.language": ({ stated, folder }) =>
    `Hodet oppgir språket ${stated}, men filen ligger i mappen for ${folder}.`,
  "page.other-folder": ({ folder, count, meant }) =>
    `${counted(count, "side", "sider")} i ${folder} blir ikke lest. Gi mappen navnet ${meant}.`,
  "catalog.unknown-language": ({ language, count, meant, isSupported }) =>
    `${language} er ikke et språk i malvakt.yaml. ${count === 1 ? "Katalogen" : `De ${count} katalogene`} beholdes som minne, og ingenting nytt blir publisert på dette språket. ${meant !== undefined ? `Gi mappen navnet ${meant}.` : isSupported ? `Legg det til under \`languages\` for å bruke ${count === 1 ? "den" : "dem"} igjen, eller slett mappen.` : "Slett mappen, eller flytt det som ligger i den."}`,
  "catalog.no-page": ({ count, paths }) =>
    `${count === 1 ? "1 katalog har" : `${count} kataloger har`} ingen side og beholdes som oversettelsesminne: ${some(paths, count)}. Er en side flyttet, skriv den tidligere ID-en under \`was\` i hodet på siden. Slett det som ingen side får bruk for igjen.`,
  "catalog.moved": ({ count, paths }) =>
    `${count === 1 ? "Siden til 1 katalog er" : `Sidene til ${count} kataloger er`} flyttet. Det som er godkjent, er minne for det nye stedet: ${some(paths, count)}. Slett ${count === 1 ? "den" : "dem"} når \`malvakt draft\` har laget ${count === 1 ? "den nye katalogen" : "de nye katalogene"}.`,
  "catalog.old-signatures": ({ count, path }) =>
    `${count === 1 ? "1 tekst er signert i det gamle formatet, uten språk, og er" : `${count} tekster er signert i det gamle formatet, uten språk, og er`} ikke godkjent. Signer på nytt med \`malvakt approve ${path} --by NAVN\`.`,
  "picture.changed": ({ picture }) =>
    `Teksten er godkjent med et annet bilde enn ${picture} er nå. Kjør \`malvakt draft\`, se på bildet, og signer på nytt.`,
  "picture.unsure": ({ picture }) =>
    `Teksten er godkjent for en annen tekst eller med et annet bilde enn ${picture}. Se på begge, og signer på nytt.`,
  "picture.outdated": ({ picture }) =>
    `${picture} er et annet bilde enn det katalogen nevner. Kjør \`malvakt draft\`, se på bildet, og signer på nytt.`,
  "catalog.emptied": ({ count, path }) =>
    `${count === 1 ? "1 utkast eller godkjenning" : `${count} utkast eller godkjenninger`} står uten tekst: Et annet program har tømt ${count === 1 ? "teksten" : "tekstene"}. Hent ${path} tilbake fra git, eller la \`malvakt draft\` hente det som finnes i minnet og i git.`,
  "slug.form": () =>
    "En slug består av bokstaver fra ett skriftsystem, sifre, - og _, med / mellom mapper, og er ikke et navn som er reservert av et system.",

  "tag.foreign": ({ name }) =>
    `En tagg må være et navn alene, som <${name}>, uten attributter. Kommentarer og annen koding er ikke tillatt.`,
  "tag.ampersand": () => "& uten tegnreferanse.",
  "tag.less-than": () => "< uten tagg.",
  "tag.unknown-character": ({ sign }) => `Ukjent tegnreferanse ${sign}.`,
  "tag.html-character": ({ sign }) => `${sign} er en HTML-referanse. Skriv selve tegnet, eller nummeret.`,
  "tag.unclosed": ({ name }) => `<${name}> avsluttes aldri. Skriv </${name}> etter det siste ordet.`,
  "tag.not-empty": ({ name }) => `<${name}> avsluttes aldri. Skriv <${name}/>.`,
  "tag.crossed": ({ name, open }) => `</${name}> avslutter en tagg mens <${open}> er åpen.`,
  "tag.not-open": ({ name }) => `</${name}> avslutter en tagg som ikke er åpen.`,
  "tag.depth": ({ most }) => `Taggene er nøstet mer enn ${most} nivåer.`,
  "tag.added": ({ tag }) => `Kilden har ikke ${tag} her.`,
  "tag.missing": ({ tag, write }) => `${tag} fra kilden mangler. Skriv ${write} der det hører hjemme.`,
  "tag.code": () => "Koden er ikke lik den i kilden.",
  "tag.content": ({ tag }) => `${tag} må ha tekst der kilden har tekst, og være tom der kilden er tom.`,
  "tag.nesting": () => "Taggene er nøstet annerledes enn i kilden.",

  "number.differs": ({ source, target }) => `Kilden har ${quoted(source)}, oversettelsen ${quoted(target)}.`,
  "number.missing": ({ source }) => `${quoted(source)} i kilden mangler i oversettelsen.`,
  "number.missing-write": ({ source, write }) =>
    `${quoted(source)} i kilden mangler i oversettelsen. Skriv ${quoted(write)} der det hører hjemme.`,
  "number.added": ({ target }) => `${quoted(target)} står ikke i kilden.`,
  "number.no-unit": ({ source }) => `Kilden har ${quoted(source)}, oversettelsen har ingen enhet.`,
  "side.swapped": ({ source, target }) => `Kilden har ${source}, oversettelsen ${target}.`,
  "side.missing": ({ sides }) => `Kilden har ${all(sides)}, oversettelsen nevner ingen slik side.`,
  "side.added": ({ side }) => `Oversettelsen har ${side}, som ikke står i kilden.`,
  "negation.missing": ({ source }) => `Kilden har nektelsen ${quoted(source)}, oversettelsen har ingen.`,
  "negation.added": ({ target }) => `Oversettelsen har nektelsen ${quoted(target)}, kilden har ingen.`,
  "bidi.shown": ({ text, shown, language }) =>
    `${quoted(text)} vises som ${quoted(shown)}, fordi ${named(language)} skrives fra høyre mot venstre.`,
  "bidi.unended": ({ name }) => `${name} avsluttes aldri og endrer rekkefølgen på all tekst etter seg. Slett det.`,
  "bidi.reorders": ({ name, text }) => `${name} endrer rekkefølgen i ${quoted(text)} uten å synes. Slett det.`,
  "bidi.stray": ({ name }) => `${name} avslutter ingenting og endrer rekkefølgen i teksten uten å synes. Slett det.`,
  "bidi.beside": ({ name }) => `${name} endrer rekkefølgen i teksten ved siden av uten å synes. Slett det.`,
  "untranslated.same": ({ source }) => `Oversettelsen gjentar kilden ${quoted(source)} ord for ord.`,
  "untranslated.words": ({ text }) => `${quoted(text)} er kopiert fra kilden.`,
  "untranslated.word": ({ text, language }) =>
    `${quoted(text)} er kopiert fra kilden og har bokstaver som ${named(language)} ikke har.`,
  "untranslated.language": ({ text, met, language }) => `${quoted(text)} er ${named(met)}, ikke ${named(language)}.`,
  "untranslated.script": ({ script, language }) =>
    `Teksten er ikke skrevet med ${script} bokstaver, slik ${named(language)} skrives.`,
  "untranslated.mixed-scripts": ({ text, scripts }) => `${quoted(text)} blander ${all(scripts)} bokstaver.`,
  "untranslated.other-script": ({ text, script, language }) =>
    `${quoted(text)} er skrevet med ${script} bokstaver, som ikke brukes på ${named(language)}.`,
  "leak.joined": ({ text }) =>
    `${quoted(text)} er et merke etter to sammenslåtte kataloger. Behold én av oversettelsene.`,
  "leak.markdown": ({ text }) =>
    `${quoted(text)} er Markdown, som ville vært synlig for leseren. Bruk tagger som <strong>.`,
  "leak.markup": ({ text }) => `${quoted(text)} er koding, som ville vært synlig for leseren.`,
  "leak.placeholder": ({ text }) => `${quoted(text)} ser ut som en plassholder eller kode. Kilden har ingen.`,
  "leak.unknown-word": ({ text }) =>
    `${text} foran et ord, slik oversettelsesprogrammer merker ord de ikke kjenner. Kilden har ingen.`,
  "length.no-words": () => "Oversettelsen har ingen ord.",
  "length.long": ({ times }) =>
    `Oversettelsen er ${times >= 10 ? "mer enn ti" : String(times).replace(".", ",")} ganger så lang som kilden, justert for språk.`,
  "length.short": ({ percent }) => `Oversettelsen er bare ${percent} % så lang som kilden, justert for språk.`,
  "length.cut": ({ mark }) =>
    `Kilden slutter med ${quoted(mark)}, mens oversettelsen er avkortet eller mangler tegnet til slutt.`,
  "quotes.pair": ({ open, close, language }) =>
    `${open}…${close} er ikke anførselstegnene som brukes på ${named(language)} her.`,
  "quotes.opening": ({ mark, language }) => `${mark} er ikke et innledende anførselstegn på ${named(language)} her.`,
  "quotes.closing": ({ mark, language }) => `${mark} er ikke et avsluttende anførselstegn på ${named(language)} her.`,
  "quotes.unclosed": ({ mark }) => `${mark} innleder et sitat som aldri avsluttes.`,
  "quotes.unopened": ({ mark }) => `${mark} avslutter et sitat som aldri er innledet.`,
  "space.before-text": () => "Mellomrom foran teksten.",
  "space.after-text": () => "Mellomrom etter teksten.",
  "space.double": () => "To mellomrom på rad.",
  "space.before-mark": () => "Mellomrom foran tegnsetting.",
  "space.after-sentence": () => "Mangler mellomrom etter setningen.",
  "space.after-mark": () => "Mangler mellomrom etter skilletegnet.",
  "space.line-breaks": ({ source, target }) =>
    `Kilden har ${source === 0 ? "ingen" : source} linjeskift, oversettelsen ${target === 0 ? "ingen" : target}.`,
  "space.at-tag": ({ tag }) => `To ord er skrevet sammen ved ${tag}.`,
  "word.doubled": ({ word }) => `${quoted(word)} er gjentatt.`,
  "consistent.other": ({ source, translation }) =>
    `${quoted(source)} er oversatt med ${quoted(translation)} andre steder.`,
  "consistent.either": ({ source, translation }) =>
    `${quoted(source)} er oversatt med ${quoted(translation)} et annet sted. Endre en av dem.`,
  "tag.moved-in": ({ text, tag, source }) => `${quoted(text)} står i <${tag}>, der kilden bare har ${quoted(source)}.`,

  "term.deprecated": ({ term }) => `${quoted(term)} er en frarådet term.`,
  "term.deprecated-write": ({ term, write }) => `${quoted(term)} er en frarådet term. Skriv ${quoted(write)}.`,
  "term.confused": ({ one, other, definitions, apart }) =>
    `Teksten likestiller ${quoted(one)} og ${quoted(other)}, som er forskjellige ting${aside(definitions)}. Skriv ${quoted(apart)}, eller nevn dem hver for seg: uten parentes, skråstrek eller «eller» mellom dem.`,
  "term.close": ({ one, other, apart }) =>
    `${quoted(one)} og ${quoted(other)} står tett sammen, og ingenting holder dem fra hverandre. Kan en leser ta dem for det samme, skriv ${quoted(apart)}.`,
  "term.confused-across": ({ one, other, line, definitions, apart }) =>
    `Sammen med linje ${line} likestiller teksten ${quoted(one)} og ${quoted(other)}, som er forskjellige ting${aside(definitions)}. Skriv ${quoted(apart)}, eller nevn ${quoted(other)} utenfor denne listen eller setningen.`,
  "term.confused-heading": ({ one, other, line, definitions, apart }) =>
    `Overskriften i linje ${line} sier ${quoted(one)}, teksten under den ${quoted(other)}: en leser tar dem for å være det samme, og de er forskjellige ting${aside(definitions)}. Skriv ${quoted(apart)}, eller en annen overskrift.`,
  "term.swapped": ({ source, target, definitions }) =>
    `${quoted(source)} i kilden og ${quoted(target)} i oversettelsen er forskjellige ting${aside(definitions)}.`,
  "term.missing": ({ source }) => `Oversettelsen har ingen term for ${quoted(source)} i kilden.`,

  "termbase.same-id": ({ id, first, second }) => `Begrepene nummer ${first} og ${second} har samme ID, ${id}.`,
  "termbase.distinct-itself": () => "Et begrep kan ikke være forskjellig fra seg selv.",
  "termbase.no-concept": ({ id }) => `Ukjent begrep ${id}.`,
  "termbase.contradiction": ({ term, id, other }) =>
    `${quoted(term)} står for både ${id} og ${other}, som er forskjellige begreper.`,
  "termbase.same-term": ({ term, id }) => `${quoted(term)} er oppført to ganger for ${id}.`,
  "termbase.two-statuses": ({ term, id, one, other }) =>
    `${quoted(term)} er oppført to ganger for ${id}, som ${statusOf(one)} og som ${statusOf(other)}.`,

  "corpus.json": ({ problem }) => `Ugyldig JSON: ${problem}.`,
  "corpus.field": ({ field, problem }) => `\`${field}\`: ${problem}.`,
  "corpus.line": ({ problem }) => `En linje må være ett JSON-objekt: ${problem}.`,
  "corpus.rule": ({ rule }) => `Ukjent termregel ${rule}.`,
  "corpus.no-source": ({ rule }) => `${rule} gjelder en oversettelse og trenger \`source\`.`,
  "corpus.no-concept": ({ rule }) => `En merking med ${rule} trenger kildens \`concept\`.`,
  "corpus.no-match": ({ rule }) => `En merking med ${rule} trenger \`match\` i teksten.`,

  "tbx.root": ({ name }) => `Ikke en TBX-fil: Den begynner med <${name}>.`,
  "tbx.style": () => "Dette er TBX i DCT-stil. Bare DCA-stil kan leses. Eksporter som TBX v3, TBX-Basic, DCA-stil.",
  "tbx.no-namespace": () => "<tbx> har ikke noe navnerom, så dette er ikke TBX v3 (ISO 30042:2019).",
  "tbx.namespace": ({ namespace }) => `Navnerommet ${namespace} er ikke det for TBX v3 (ISO 30042:2019).`,
  "tbx.same-id": ({ id }) => `To begreper har ID-en ${id}.`,
  "tbx.several": ({ first, count }) => `${first} Gjelder ${count} steder; dette er det første.`,
  "tbx.no-place": ({ element }) => `${element} har ikke noe motstykke i en termbase og ble utelatt.`,
  "tbx.no-id": ({ id }) => `Et begrep uten ID ble lest som ${id}.`,
  "tbx.read-as": ({ written, id }) => `Begrepet ${written} ble lest som ${id}.`,
  "tbx.reference": () => "En henvisning som ikke gjelder et annet begrep i filen, ble utelatt.",
  "tbx.second-definition": () => "En ekstra definisjon på samme språk ble utelatt.",
  "tbx.language": ({ language }) => `Språket ${language} støttes ikke og ble utelatt.`,
  "tbx.language-read-as": ({ written, language }) => `Språket ${written} ble lest som ${language}.`,
  "tbx.same-term": ({ term }) => `${quoted(term)} er oppført to ganger for ett begrep. Den ene ble utelatt.`,
  "tbx.empty-term": () => "En term uten bokstaver og sifre ble utelatt.",
  "tbx.no-status": ({ term }) => `${quoted(term)} har ingen administrativ status og ble lest som tillatt.`,
  "tbx.status": ({ written, status }) => `Statusen ${written} ble lest som ${statusOf(status)}.`,
  "tbx.acronym": () => "Termtypen acronym ble lest som forkortelse.",
  "tbx.type": ({ type }) => `Termtypen ${type} ble utelatt.`,
  "tbx.unwritable": ({ id, part, character }) => `${id}: ${part} inneholder ${character}, som ikke kan stå i XML.`,
  "tbx.language-code": ({ id, code }) => `${id}: ${code} er ikke en språkkode.`,

  "build.no-pages": ({ folder }) => `Fant ingen sider i ${folder}.`,
  "site.file-missing": ({ path, why }) =>
    `Den publiserte filen ${path} mangler og kan ikke lages på nytt: ${why}. Hent den tilbake fra git.`,
  "site.file-changed": ({ path, why }) =>
    `Den publiserte filen ${path} er endret og kan ikke lages på nytt: ${why}. Hent den tilbake fra git.`,
  "site.file-lost": ({ path, file }) =>
    `${file}, som den publiserte filen ${path} viser eller lenker til, mangler eller er endret og kan ikke lages på nytt. Hent den tilbake fra git.`,
  "site.no-fragment": ({ path }) =>
    `Den publiserte filen ${path} er ikke et fragment av denne siden på dette språket. Hent den tilbake fra git.`,
  "site.same-address": ({ language, other }) =>
    `På ${named(language)} har siden samme adresse som ${other}. Gi en av dem en annen slug.`,
  "site.same-address-across": ({ language, other, otherLanguage, url }) =>
    `På ${named(language)} har siden samme adresse som ${other} på ${named(otherLanguage)}: ${url}. Gi en av sidene en annen slug, eller ett av språkene en annen adresse i malvakt.yaml.`,
  "catalog.withdrawn-elsewhere": () =>
    "Denne linjen tar ingenting av nettstedet. Skriv `# withdrawn: DATO NAVN: grunn` øverst i filen, over den første msgid, eller fjern linjen.",
  "site.unnamed": ({ ledger }) =>
    `Filen ser ut som en publisert side, men ${ledger} nevner den ikke. Hent ${ledger} tilbake fra git, eller slett filen.`,
  "embed.no-assets": () =>
    "Adressen til embed.js er der den ligger ved siden av denne filen. Sett assets i malvakt.yaml til adressen til dist/, så står hele adressen her.",
  "build.output-elsewhere": ({ folder, problem }) =>
    `Kan ikke skrive til ${folder}: ${problem}. Bruk --out for en mappe et annet sted.`,
  "audit.nothing": () => "Ingen oversettelser å gå gjennom.",
  "audit.unreadable": () => "Filen kan ikke leses; se malvakt check.",
  "audit.no-git": ({ problem }) =>
    `Hvilke innsjekkinger godkjenningene kom med, og hvem som gjorde dem, er ikke kjent: ${problem}.`,
  "audit.shallow": () =>
    "Ikke hele historikken er her (en grunn klone), så noen godkjenninger ser nyere ut enn de er. Hent resten med git fetch --unshallow.",
  "loss.text": ({ text, name, date, since, advice }) =>
    `${quoted(text)}, godkjent av ${name} ${date}, har mistet oversettelsen sin siden ${since}. ${advice}`,
  "loss.changed": ({ text, name, date, since, advice }) =>
    `Oversettelsen av ${quoted(text)}, godkjent av ${name} ${date}, er endret siden ${since}, og ingen har godkjent endringen. ${advice}`,
  "loss.approval": ({ text, name, date, since, advice }) =>
    `Godkjenningen av ${quoted(text)} fra ${name} ${date} er borte siden ${since}; oversettelsen er som den var. ${advice}`,
  "loss.memory": ({ text, name, date, since, advice }) =>
    `Oversettelsen av ${quoted(text)} i minnet, godkjent av ${name} ${date}, er borte siden ${since}. ${advice}`,
  "loss.restore": ({ word, file }) => `Hent filen tilbake: \`git checkout ${word} -- ${file}\`.`,
  "loss.copy": ({ word, file }) => `Kopier oppføringen tilbake fra \`git show ${word}:./${file}\`.`,
  "loss.copy-or-approve": ({ word, file, now }) =>
    `Kopier oppføringen tilbake fra \`git show ${word}:./${file}\`, eller les teksten og signer den med \`malvakt approve ${now} --by NAVN\`.`,
  "loss.translation": ({ page, language, names, date, since, word, folder }) =>
    `${page} (${language}), godkjent ${names.length === 0 ? "" : `av ${all(names)} `}${date}, var publisert ved ${since} og er det ikke nå, og ingenting sier hvorfor. Hent siden tilbake: \`git checkout ${word} -- ${folder}\`, og deretter \`malvakt build\`.`,
  "loss.page": ({ page, language, since, word, folder }) =>
    `${page} (${language}) var publisert ved ${since} og er det ikke nå, og ingenting sier hvorfor. Hent siden tilbake: \`git checkout ${word} -- ${folder}\`, og deretter \`malvakt build\`.`,
  "since.no-git": ({ problem }) => `--since sammenligner med en innsjekking, men ${problem}.`,
  "since.unknown": ({ name }) =>
    `Git kjenner ingen innsjekking som heter ${name}. Gi --since en innsjekking, gren eller tagg.`,
  "since.cut": ({ name }) =>
    `Git kjenner ingen innsjekking som heter ${name}, og ikke hele historikken er her (en grunn klone). Hent den med git fetch --unshallow.`,
  "since.nothing": ({ name }) => `Ved ${name} hadde prosjektet ingen filer, så ingenting ble sammenlignet.`,
  "since.object-missing": ({ path, name }) =>
    `Git har ikke ${path} fra ${name} på denne maskinen. Hent hele historikken, og kjør kontrollen på nytt.`,
  "since.unreadable": ({ path, name }) =>
    `${path} kunne ikke leses ved ${name} heller, så ingenting i filen ble sammenlignet.`,
  "since.ledger": ({ path, name }) => `${path} kan ikke leses ved ${name}. Sammenlign med en annen innsjekking.`,
  "changes.none": () => "Ingenting på nettstedet er endret.",
  "build.changes-inside": ({ file, folder }) =>
    `En liste over endringer kan ikke ligge i ${folder} (${file}). Gi --changes en fil et annet sted.`,
  "build.changes-other": ({ file }) =>
    `${file} er ikke en liste over endringer fra en tidligere build, og blir ikke erstattet. Gi --changes en annen fil.`,
  "build.output-holds-project": ({ folder }) =>
    `--out ${folder} inneholder selve prosjektet; velg en mappe som bare er til de ferdige filene.`,
  "site.leftover": ({ ledger }) =>
    `Filen ser ut som en publisert side, men det finnes ingen ${ledger} som nevner den, og den kan ikke lages på nytt. Hent ${ledger} tilbake fra git, eller slett filen.`,
  "refused.no-pages": ({ folder, count }) =>
    `Fant ingen sider i ${folder}, men ${many(count, "side", "sider")} er publisert.`,
  "refused.pages": ({ count, total, folder }) =>
    `${count} av ${many(total, "publisert side", "publiserte sider")} mangler i ${folder}.`,
  "refused.languages": ({ languages }) =>
    `${all(languages)} er publisert, men mangler i malvakt.yaml. Skriv \`publish: false\` i innstillingene for et språk for å sette det på pause.`,
  "refused.wrong": ({ count, total }) =>
    `${count} av ${many(total, "publisert fragment", "publiserte fragmenter")} ville blitt feil på én gang, fordi termbasen, en innstilling eller Målvakt er endret.`,

  "build.figures": ({ page, language, date, changes }) =>
    `${page} (${language}) viser fortsatt teksten fra ${date}: ${changes.join("; ")}.`,
  "preview.empty": () => "Det er ingen sider ennå.",
  "preview.write": ({ texts }) => `Skriv ${texts.map(quoted).join(" eller ")}.`,
  "preview.why": ({ reason }) => `Den nyeste teksten er ikke publisert: ${reason}.`,
  "preview.readers-this": () => "Leserne får denne teksten.",
  "preview.readers-older": ({ date }) => `Leserne får versjonen fra ${date}.`,
  "preview.readers-undated": () => "Leserne får en tidligere versjon.",
  "preview.readers-source": ({ language }) => `Leserne får siden på ${language}.`,
  "preview.readers-none": () => "Leserne får ikke denne siden.",
  "preview.version": ({ version }) => `Versjon ${version}.`,
  "preview.no-address": () => "Skrives ut uten QR-kode: Sett `site` i malvakt.yaml, så sidene får hele adresser.",
  "preview.no-code": () => "Skrives ut uten QR-kode, fordi teksten ikke er godkjent og publisert.",
  "watch.started": () => "Venter på endringer. Stopp med Ctrl+C.",
  "watch.stopped": () => "Stoppet. Alle filer er hele.",
  "watch.failed": ({ problem }) => `Endringer kan ikke overvåkes: ${problem}.`,

  "report.none": () => "Ingen funn.",
  "report.more": ({ count, files, rule, reason }) =>
    `${reason} Og ${count} til av dette slaget i ${counted(files, "fil", "filer")} (${rule}).`,
  "report.show-all": () => "Se alle med malvakt check --all.",
  "signing.fuzzy": ({ text }) => `Teksten er merket som uferdig (fuzzy). Fjern merket hvis ${quoted(text)} er riktig.`,
  "signing.count": ({ count, total, only }) =>
    `Signerte ${count} av ${total}${only.map((text) => `: ${quoted(text)}`).join("")}.`,
  "signing.would-count": ({ count, total, only }) =>
    `Ville signert ${count} av ${total}${only.map((text) => `: ${quoted(text)}`).join("")}.`,
  "signing.all": () => "Alle tekstene her er godkjent.",
  "signing.left": ({ left }) => `${left.join(", ")} gjenstår, så siden blir ikke publisert.`,

  "rule.term-close": () => "En tekst nevner to behandlinger tett sammen, og ingenting holder dem fra hverandre.",
  "rule.term-confused": () => "Teksten likestiller to begreper som er forskjellige.",
  "rule.term-deprecated": () => "Teksten bruker en frarådet term.",
  "rule.term-swapped": () => "Oversettelsen nevner et begrep som er forskjellig fra et av kildens.",
  "rule.term-missing": () => "Kilden nevner et begrep som oversettelsen ikke har noen term for.",
  "rule.tags": () => "Taggene i oversettelsen er ikke de samme som i kilden, eller er feil nøstet.",
  "rule.number": () => "Et tall eller en enhet er en annen enn i kilden.",
  "rule.laterality": () => "Høyre eller venstre er ikke som i kilden.",
  "rule.negation": () => "Kilden er nektende og oversettelsen ikke, eller omvendt.",
  "rule.untranslated": () => "En tekst, eller en del av den, er ikke oversatt.",
  "rule.bidi": () =>
    "Et usynlig tegn endrer rekkefølgen, eller et tall som ikke kan holdes i rekkefølge, ville blitt vist annerledes i en tekst fra høyre mot venstre.",
  "rule.length": () => "Oversettelsen er altfor kort eller lang i forhold til kilden.",
  "rule.quotes": () => "Anførselstegnene er ikke språkets egne, eller de danner ikke par.",
  "rule.whitespace": () => "Mellomrom eller linjeskift mangler eller står feil.",
  "rule.doubled-word": () => "Et ord er gjentatt.",
  "rule.inconsistent": () => "Samme tekst er oversatt på flere måter.",
  "rule.front-matter": () => "Hodet på siden (front matter) kan ikke brukes som det er.",
  "rule.link-broken": () => "En lenke går til en side, overskrift eller adresse som ikke finnes.",
  "rule.image-missing": () => "Et bilde eller en fil som en side viser til, finnes ikke.",
  "rule.html-dropped": () => "HTML som sider ikke kan ha, blir ikke publisert.",
  "rule.notation": () => "En skrivemåte fra et annet program vises til leserne som den er.",
  "rule.alt-missing": () => "Et bilde mangler alternativ tekst.",
  "rule.heading-order": () => "Overskriftene hopper over et nivå.",
  "rule.file": () => "Filen kan ikke leses eller brukes som den er.",

  // The commands, and the files and engines that they use.
  "cli.says": ({ words }) => words,
  "cli.about": ({ path, problem }) => `${path}: ${problem}`,
  "cli.command-unknown": ({ name, meant }) =>
    `Ukjent kommando: ${name}.${meant === undefined ? "" : ` Mente du ${meant}?`} Se malvakt --help.`,
  "cli.option-unknown": ({ option, meant }) =>
    `Ukjent valg: ${option}.${meant === undefined ? "" : ` Mente du ${meant}?`}`,
  "cli.option-value-missing": ({ option }) => `${option} mangler en verdi.`,
  "cli.options-apart": ({ option, other }) => `${option} og ${other} kan ikke brukes sammen.`,
  "cli.option-value-given": ({ option }) => `${option} tar ingen verdi.`,
  "cli.option-choice": ({ option, choices, given }) => `${option} må være ${oneOf(choices)}, ikke ${given}.`,
  "cli.project-missing": ({ file }) =>
    `Fant ingen ${file} i denne mappen eller mappene over. Lag et nytt prosjekt med malvakt init.`,
  "cli.project-missing-in": ({ file, folder }) => `Fant ingen ${file} i ${folder}.`,
  "cli.whole-project": ({ given }) =>
    `Denne kommandoen gjelder hele prosjektet og tar ingen sider eller filer (${given}).`,
  "cli.settings-wrong": () => "Det er feil i malvakt.yaml; ingenting ble gjort.",
  "cli.termbase-wrong": ({ path }) => `Det er feil i termbasen ${path}; ingenting ble gjort.`,
  "cli.language-unknown": ({ language, meant, known }) =>
    meant === undefined
      ? `Målvakt har ingen data for språket ${language}. Det har: ${languagesNamed(known)}.`
      : `${language} skrives ${languagesNamed([meant])} her.`,
  "cli.language-not-in-settings": ({ language, known }) =>
    `${language} står ikke blant språkene i malvakt.yaml. De er ${languagesNamed(known)}.`,
  "cli.language-of-file": ({ path }) => `Hvilket språk er ${path} på? Oppgi det med --lang.`,
  "cli.date-wrong": ({ given }) => `SOURCE_DATE_EPOCH må være sekunder siden 1970, ikke ${given}.`,
  "cli.system-error": ({ path, reason }) =>
    `${path === "" ? "" : `${path}: `}${reason}. Filer som allerede er skrevet, er hele. Rett dette og kjør kommandoen på nytt.`,
  "cli.internal-error": ({ detail }) => `Intern feil i Målvakt; filene dine er i orden. (${detail})`,
  "cli.internal-error-report": () =>
    "Meld gjerne fra, og fortell hvilken kommando du kjørte. Sett MALVAKT_DEBUG=1 for å se hvor feilen oppsto.",
  "cli.stopped": () => "Stoppet. Ingen fil er halvskrevet; du kan trygt kjøre kommandoen på nytt.",

  "help.overview": ({
    commands,
    shared,
  }) => `Målvakt gjør klinikkens norske Markdown-sider om til HTML-fragmenter på mange
språk. Ingenting publiseres uten at et menneske har godkjent det.

Bruk: malvakt KOMMANDO [valg]

${commands}

malvakt KOMMANDO --help (eller malvakt help KOMMANDO) forklarer en kommando.

Alle kommandoer tar disse valgene:
${shared}

Sluttkode: 0 ingen feil; 1 det ble funnet feil, eller noe lot seg ikke gjøre;
2 feil bruk eller feil i innstillingene.`,
  "help.shared": () => `  --root MAPPE   prosjektet (ellers den nærmeste mappen med malvakt.yaml, herfra
                 og oppover)
  --locale L     språket i meldingene, en eller nb (ellers det som LC_ALL,
                 LC_MESSAGES eller LANG sier)
  -h, --help     vis denne hjelpen`,
  "help.build.summary": () => "publiser det som er godkjent, til dist/, og si hvorfor resten venter",
  "help.build": () => `Bruk: malvakt build [valg]

Kontrollerer sidene i content/ og skriver ett HTML-fragment per side og språk
til dist/, sammen med et manifest. En side publiseres på et språk når alle
tekstene er godkjent av en navngitt person og er uten feil. Til da blir den
forrige publiserte versjonen stående, merket som utdatert, med mindre den selv
har feil eller er trukket tilbake. content/ blir ikke endret. Alt som forsvinner
fra nettstedet, blir listet opp, og alle filer som ble endret, etter side og
språk.

Sluttkode 1: feil i kildetekster eller godkjente tekster, en fil som ikke kan
leses, eller en build som ville fjerne mye fra nettstedet på én gang. Utkast er
ikke feil.

  --out MAPPE    skriv til MAPPE, og bruk loggen over publiserte filer der
  --allow-withdraw
                 fjern det som build lister opp, selv om det er mye på én gang
  --format F     text (standard) eller json
  --changes FIL  skriv også det som ble endret, til FIL, som en liste i Markdown
                 til å krysse av: hvilke sider og filer som må limes inn på nytt
                 eller fjernes fra nettstedet
  --preview      publiser ingenting: skriv hele sider på alle språk, med
                 utkast, der funn og det som ikke er godkjent, er merket, til
                 å se på i en nettleser og til å skrive ut
  --watch        bygg på nytt ved hver endring, til Ctrl+C; med --preview viser
                 nettleseren den med en gang`,
  "help.check.summary": () => "finn feil i sider og oversettelser, også i utkast",
  "help.check": () => `Bruk: malvakt check [sti...] [valg]

Kontrollerer prosjektets sider og kataloger, eller bare filene og mappene som er
nevnt. Alle Markdown- og PO-filer kan kontrolleres hver for seg; - leser
Markdown fra standard inndata.

  malvakt check content/nb/ims.md
  malvakt check --lang en --terms terms.yaml page.md

Sluttkode 1: det ble funnet feil.

  --lang L       kontroller bare dette språket (kan gjentas); for en fil utenfor
                 et prosjekt: språket den er på
  --terms FIL    bruk denne termbasen i stedet for prosjektets
  --format F     text (standard), json (som vfile-reporter-json), sarif eller
                 github (merknader i GitHub Actions)
  --since REF    sammenlign også med en innsjekking, gren eller tagg: hver tekst
                 som var godkjent da, og hver side som var publisert, og som er
                 borte selv om kilden fortsatt finnes, er en feil
  --all          vis alle funn: ellers vises 20 av hvert slag, og hvor mange til
  --fix          skriv rettelsene som er sikre: frarådede termer med én trygg
                 erstatning. Godkjente tekster blir ikke endret
  --dry-run      med --fix: vis rettelsene som diff, skriv ingenting`,
  "help.draft.summary": () => "oppdater katalogene etter sidene, og lag utkast til det som mangler",
  "help.draft": () => `Bruk: malvakt draft [side...] [valg]

Oppdaterer hver katalog etter siden sin, henter det som er godkjent før, og ber
en oversettelsesmotor om resten. Utkast publiseres ikke før et menneske har lest
og godkjent dem. Godkjente tekster blir ikke endret. Svar lagres etter hvert som
de kommer: en kjøring som ble stoppet, kan kjøres på nytt, og ingenting betales
to ganger.

DeepL trenger DEEPL_AUTH_KEY i miljøet. Apertium trenger Debian-pakker;
kommandoen sier hvilke som mangler.

Sluttkode 1: noe av det du ba om, lot seg ikke gjøre.

  side...        bare disse sidene, med id eller sti: ims, content/nb/ims.md
  --lang L       bare dette språket (kan gjentas)
  --engine M     deepl, apertium eller pseudo, i stedet for motoren i
                 malvakt.yaml
  --dry-run      vis enheter, tegn som ville koste penger, og hva minnet sparer;
                 send og skriv ingenting`,
  "help.status.summary": () => "vis hver side på hvert språk, og hva som bør gjøres nå",
  "help.status": () => `Bruk: malvakt status [side...] [valg]

Hvor mye som er publisert; deretter for hver side og hvert språk hvor mange
tekster som er i hver tilstand, hvorfor siden holdes tilbake, hvor gammel en
utdatert versjon er, og hva som bør gjøres nå. For et stort nettsted vises bare
det som venter på noen. Til slutt hva leserne på hvert språk får se nå (egen
tekst, en eldre tekst, kilden med en merknad, eller ingenting), og reglene som
noen har satt til side. Skriver ingenting.

  side...        bare disse sidene, med id eller sti: ims, content/nb/ims.md
  --lang L       bare dette språket (kan gjentas)
  --state S      bare det som er source, approved, stale eller withheld, eller
                 har tekster som er untranslated, draft eller unsigned
  --format F     text (standard) eller json`,
  "help.audit.summary": () => "vis hvem som har godkjent hva, når, og i hvilken innsjekking",
  "help.audit": () => `Bruk: malvakt audit [side...] [valg]

For hver side og hvert språk alle tekster med hvem som har godkjent dem og når,
hashen av kilden og av godkjenningen, motoren bak utkastet, og om teksten ligger
på nettstedet nå. Fra git: innsjekkingen som godkjenningen kom med, hvem som
gjorde den, om den er signert, og hvor det er en annen enn den som godkjenningen
nevner. En forskjell kan ha gode grunner; innsjekkingen viser hvem som kan vite
det. Skriver ingenting.

  malvakt audit --format html > revisjon.html

Sluttkode 1: en side eller katalog kan ikke leses.

  side...        bare disse sidene, med id eller sti: ims, content/nb/ims.md
  --lang L       bare dette språket (kan gjentas)
  --format F     text (standard), json eller html (én side til utskrift)`,
  "help.approve.summary": () => "signer oversettelser (ikke utkast, ikke tekster med feil)",
  "help.approve": () => `Bruk: malvakt approve FIL.po... --by NAVN [valg]

Signerer hver tekst i filene som et menneske har skrevet eller endret, og som
ingen har signert ennå. Utkast, utdaterte tekster, tekster merket «fuzzy» og
tekster med feil blir ikke signert. Viser hva som signeres, og advarslene som
signeres med. Et unntak (# malvakt-ignore REGEL: grunn) signeres sammen med
teksten sin.

Sluttkode 1: noen tekster kunne ikke signeres.

  --by NAVN      den som går god for oversettelsene; navnet skrives i filen
  --lang L       språket i en fil utenfor et prosjekt (ellers det som mappen, og
                 så filhodet, sier)
  --dry-run      vis hva som ville blitt signert, skriv ingenting`,
  "help.withdraw.summary": () => "ta en side eller en oversettelse av nettstedet, eller angre det",
  "help.withdraw": () => `Bruk: malvakt withdraw SIDE|FIL.po... --by NAVN --reason TEKST [valg]
       malvakt withdraw SIDE|FIL.po... --undo [valg]

Skriver hvem som tar en side eller en oversettelse av nettstedet, når og hvorfor:
for en side i metadataene øverst, for en oversettelse øverst i katalogen. Neste
build fjerner den. Ingen tekst og ingen godkjenning går tapt.

  malvakt withdraw ims --by "Kari Nordmann" --reason "dosen er feil"
  malvakt withdraw ims --lang en --by "Kari Nordmann" --reason "feil begrep"

Sluttkode 1: noe kunne ikke trekkes tilbake.

  SIDE           en side med id eller sti, på alle språk; med --lang bare
                 oversettelsen til det språket
  --lang L       dette språket (kan gjentas)
  --by NAVN      den som trekker den tilbake
  --reason TEKST hvorfor; den som ser på siden senere, leser det
  --undo         angre tilbaketrekkingen`,
  "help.terms.summary": () => "eksporter eller importer termbasen (TBX), eller mål termreglene",
  "help.terms": () => `Bruk: malvakt terms export FIL.tbx [valg]
      malvakt terms import FIL.tbx [valg]
      malvakt terms score FIL.jsonl... [valg]

export   skriver termbasen som TBX-Basic versjon 3, DCA-stil (ISO 30042:2019);
         - skriver den til standard utdata
import   fletter en TBX-fil inn i termbasen, begrep for begrep, etter id. Nye
         begreper, språk og termer kommer til, og kommentarer blir stående. Hvis
         de to motsier hverandre, blir ingenting skrevet
score    kjører termreglene på merkede setninger (JSON-linjer med id, lang,
         text, expect, og source for en oversettelse); viser presisjon, dekning
         og F1 for hver regel og hvert språk

  --terms FIL    termbasen (ellers prosjektets)
  --tbx N        export: TBX-versjonen, 3 (standard) eller 2, for programmer som
                 ikke kan noe annet; import leser begge
  --dry-run      import: vis endringene, skriv ingenting
  --force        import: bruk det FIL sier, der de to er uenige
  --remove       import: fjern begreper som FIL ikke har
  --format F     score: text (standard), json eller markdown
  --failures     score: vis hver setning som ikke stemmer med merkingen`,
  "help.init.summary": () => "lag et nytt prosjekt som kan bygges med en gang",
  "help.init": () => `Bruk: malvakt init [MAPPE] [valg]

Gjør MAPPE (ellers denne mappen) til et prosjekt: innstillinger, en første side,
en termbase med begrepene til en klinikk, som vokter IMS og andre, package.json
med kommandoene, en kort veiledning og linjer for git. Filer som finnes, blir
ikke endret; linjene for git legges til i deres. En mappe med sider får ingen
første side.`,

  "build.progress": () => "Bygger",
  "build.source": () => "kilde",
  "build.published": () => "publisert",
  "build.stale": () => "utdatert",
  "build.withheld": () => "venter",
  "build.as-of": ({ date }) => `fra ${date}:`,
  "build.summary": ({ pages, fragments, stale, withheld }) =>
    `${counted(pages, "side", "sider")}: ${counted(fragments, "fragment", "fragmenter")} publisert, ${counted(stale, "utdatert", "utdaterte")}, ${withheld} venter.`,
  "build.assets": ({ address, count }) =>
    `Sidene fører til ${counted(count, "fil", "filer")} på adresser som ${address}, fra roten av nettstedet. Det er riktig når alt i dist/ ligger i roten av nettstedet. Ligger det et annet sted, sett \`assets\` til adressen til dist/ der. Med \`assets: /\` forsvinner denne meldingen.`,
  "build.asset-changed": ({ path }) =>
    `${path} ble endret mens nettstedet ble bygget, og ingenting er skrevet. Kjør byggingen på nytt.`,
  "build.files": ({ folder, written, same, removed }) =>
    `${folder}: ${counted(written, "fil", "filer")} skrevet, ${same} uendret, ${removed} fjernet.`,
  "changes.paste": () => "Lim inn eller last opp på nytt:",
  "changes.delete": () => "Slett på nettstedet:",
  "changes.more": ({ count }) => `og ${counted(count, "side", "sider")} til; --changes FIL lister opp alle`,
  "changes.others": ({ paths }) => `andre filer: ${paths.join(", ")}`,
  "build.taken-off": () => "Fjernet fra nettstedet:",
  "build.no-site": () =>
    "malvakt.yaml har ingen `site`, så søkemotorene får ikke vite adressene og språkene til sidene. Skriv nettstedets egen adresse: `site: https://www.example-clinic.no`.",
  "build.refused": ({ reason }) => `Ingenting ble fjernet fra nettstedet. ${reason}`,
  "build.refused-next": () => "Hvis det skal bort, kjør malvakt build --allow-withdraw. Det fjerner:",
  "build.more": ({ count }) =>
    `${many(count, "linje til", "linjer til")} vises ikke: malvakt status finner det som venter, etter side, --lang og --state.`,
  "status.more": ({ count }) => `${count} til vises ikke. Nevn sider, eller bruk --lang eller --state, for å se dem.`,
  "build.ledger-unreadable": ({ file }) =>
    `${file} kan ikke leses, og den sier hva som er publisert. Hent den tilbake fra git. Ingenting ble endret.`,

  "status.page": () => "side",
  "status.language": () => "språk",
  "status.status": () => "status",
  "status.untranslated": () => "mangler",
  "status.stale": () => "utdatert",
  "status.draft": () => "utkast",
  "status.unsigned": () => "usignert",
  "status.approved": () => "godkjent",
  "status.waived": () => "Unntak fra reglene",
  "status.readers": () => "Det leserne får se nå",
  "reader.own": () => "egen tekst",
  "reader.stale": ({ date }) => `tekst fra ${date}`,
  "reader.earlier": () => "eldre tekst",
  "reader.source": ({ language }) => `tekst på ${language}, med en merknad`,
  "reader.nothing": () => "ingenting",
  "changes.new": () => "ny",
  "changes.changed": () => "endret",
  "changes.heading": () => "Endringer på nettstedet",
  "changes.off-heading": () => "Fjern fra nettstedet",
  "changes.paste-heading": () => "Lim inn eller last opp på nytt",
  "changes.others-heading": () => "Andre filer som skal lastes opp",
  "changes.delete-heading": () => "Filer som skal slettes",
  "preview.without-terms": ({ problem }) => `Termene ble ikke kontrollert. ${problem}`,
  "preview.without-ledger": ({ problem }) => `Det er ukjent hva leserne får nå. ${problem}`,
  "preview.open": ({ address }) => `Åpne ${address}`,
  "preview.served": ({ address }) => `Åpne ${address} (bare på denne maskinen)`,
  "preview.written": ({ pages, written, removed }) =>
    `Forhåndsvisning av ${counted(pages, "side", "sider")}: ${counted(written, "fil", "filer")} skrevet, ${removed} fjernet.`,
  "watch.changed": ({ paths, more }) => `Endret: ${paths.join(", ")}${more > 0 ? ` og ${more} til` : ""}`,
  "status.age": ({ reason, days }) => `${reason} (den publiserte versjonen er ${counted(days, "dag", "dager")} gammel)`,
  "status.next": ({ what }) => `nå: ${what}`,
  "status.next.check": ({ file }) => `malvakt check ${file}`,
  "status.next.build": () => "malvakt build",
  "status.next.draft": ({ page, language }) => `malvakt draft ${page} --lang ${language}`,
  "status.next.key": ({ page, language, file }) =>
    `oversett det som mangler eller er endret, i ${file}; eller sett DEEPL_AUTH_KEY, som DeepL trenger, og kjør malvakt draft ${page} --lang ${language}`,
  "status.next.translate": ({ file }) => `oversett det som mangler eller er endret, i ${file}`,
  "status.next.review": ({ file }) => `les gjennom ${file}, og fjern merket «fuzzy» der teksten er riktig`,
  "status.next.approve": ({ file }) => `malvakt approve ${file} --by NAVN`,

  "audit.progress": () => "Leser",
  "audit.progress-git": () => "Spør git",
  "audit.title": () => "Revisjon av oversettelser",
  "audit.day": ({ date }) => `Per ${date}`,
  "audit.at-commit": ({ commit }) => `innsjekking ${commit}`,
  "audit.line": () => "linje",
  "audit.texts": () => "tekster",
  "audit.approver": () => "godkjent av",
  "audit.date": () => "dato",
  "audit.source-hash": () => "kilde",
  "audit.approval-hash": () => "godkjenning",
  "audit.hashes": () => "hash av kilden, av godkjenningen",
  "audit.now": () => "på nett",
  "audit.draft": () => "utkast",
  "audit.commit": () => "innsjekking",
  "audit.commits": () => "Innsjekkingene som godkjenningene kom med",
  "audit.yes": () => "ja",
  "audit.former": () => "ikke lenger på siden",
  "audit.not-approved": ({ units }) => `ikke godkjent: ${all(units)}`,
  "audit.uncommitted": () => "ikke sjekket inn",
  "audit.published-now": () => "publisert nå",
  "audit.published-same": () => "publisert: disse tekstene",
  "audit.published-other": () => "publisert: en annen versjon",
  "audit.published-other-of": ({ date }) => `publisert: en annen versjon, fra ${date}`,
  "audit.published-damaged": () => "publisert, og siden endret i mappen for ferdige filer",
  "audit.published-nothing": () => "ikke publisert",
  "audit.author": ({ author, date }) => `${author}, ${date}`,
  "audit.signed-by": ({ signer }) => `signert av ${signer}`,
  "audit.signature-none": () => "ikke signert",
  "audit.signature-good": () => "signert",
  "audit.signature-bad": () => "signaturen stemmer ikke",
  "audit.signature-expired": () => "signert med en nøkkel som er utløpt",
  "audit.signature-revoked": () => "signert med en nøkkel som er trukket tilbake",
  "audit.signature-unchecked": () => "signert, men signaturen kan ikke kontrolleres på denne maskinen",
  "audit.differs": ({ lines }) =>
    `forfatteren har et annet navn enn på ${lines.length === 1 ? "linje" : "linjene"} ${lines.join(", ")}`,
  "audit.differs-short": () => "forfatteren har et annet navn",
  "audit.formerly": ({ path }) => `filen het ${path} da`,
  "audit.cut": () => "historikken er kuttet her, så den kan være eldre",
  "git.missing": () => "git er ikke installert",
  "git.none": () => "prosjektet ligger ikke i et git-repositorium",
  "git.not-trusted": () => "repositoriet tilhører en annen bruker, og git nekter å lese det (se safe.directory)",
  "git.no-commits": () => "repositoriet har ingen innsjekkinger",
  "since.progress": () => "Sammenligner",
  "check.progress": () => "Kontrollerer",
  "check.file-missing": ({ path }) => `Fant ingen fil eller mappe ${path}.`,
  "check.not-read": ({ ending }) =>
    `Ikke sjekket: ${ending}-filer blir ikke lest. Sider slutter på .md eller .markdown, kataloger på .po.`,
  "check.not-read-among": ({ ending, count, paths }) =>
    `${counted(count, `${ending}-fil`, `${ending}-filer`)} er ikke sjekket, for sider slutter på .md eller .markdown: ${some(paths, count)}.`,
  "check.without-terms": () =>
    "Termer ble ikke sjekket, for det finnes ingen termbase. Oppgi en under `terms` i malvakt.yaml, eller med --terms FILE.",
  "check.not-corrected": ({ problem }) => `ikke rettet. ${problem}`,
  "check.without-distinct": () =>
    "Ingenting holder behandlinger fra hverandre: termbasen har ingen `distinctFrom`. Skriv det for begreper som aldri må likestilles.",
  "check.gone": () => "Filen er borte.",
  "check.only-by-hand": ({ actual, words }) => `ikke rettet: bytt «${actual}» med «${words}» for hånd her.`,
  "check.corrected": ({ count }) => `${counted(count, "rettelse", "rettelser")} gjort.`,
  "check.would-correct": ({ count }) =>
    `${counted(count, "mulig rettelse", "mulige rettelser")}; kjør uten --dry-run for å skrive ${count === 1 ? "den" : "dem"}.`,

  "withdraw.no-person": ({ problem }) => `--by trenger navnet på personen som trekker den tilbake: ${problem}.`,
  "withdraw.who": () => "Hvem som trekker den tilbake, mangler. Oppgi navnet på en person: --by NAVN",
  "approve.who": () => "Hvem signerer? Oppgi navnet på en person: --by NAVN",
  "approve.no-person": ({ problem }) => `--by må være navnet på en person som har lest tekstene: ${problem}.`,
  "withdraw.what": () => "Nevn en side eller minst én .po-fil som skal trekkes tilbake.",
  "withdraw.why": () => "Grunnen mangler: --reason med en tekst på én linje.",
  "withdraw.no-file": () => "Filen finnes ikke, så det er ingenting å trekke tilbake.",
  "withdraw.unreadable": () => "Katalogen kan ikke leses, så ingenting ble endret i den; malvakt check sier hvorfor.",
  "withdraw.by-hand": () =>
    'Et program kan ikke trygt endre metadataene her. Skriv `withdrawn: "DATO NAVN: grunn"` inn for hånd.',
  "withdraw.done": ({ path, name, reason }) =>
    `${path}: trukket tilbake av ${name} (${reason}). Neste build tar den av nettstedet.`,
  "withdraw.undone": ({ path, date, name }) => `${path}: tilbaketrekkingen fra ${date} av ${name} er angret.`,
  "withdraw.none": ({ path }) => `${path} var ikke trukket tilbake; ingenting ble endret.`,
  "approve.no-files": () => "Oppgi minst én .po-fil som skal signeres.",
  "approve.other-language": ({ path, language, asked }) =>
    `${path} ligger i mappen for ${language}, men --lang sier ${asked}.`,
  "approve.stated-language": ({ path, stated, language }) =>
    `${path} oppgir språket ${stated}, men ville blitt signert for ${language}. Rett filhodet, eller flytt filen.`,

  "terms.action-missing": ({ actions }) => `Si hva som skal gjøres med termbasen: malvakt terms ${oneOf(actions)}.`,
  "terms.action-unknown": ({ name, meant, actions }) =>
    `Ukjent kommando: malvakt terms ${name}. ${meant === undefined ? `Den må være ${oneOf(actions)}.` : `Mente du ${meant}?`}`,
  "terms.no-termbase": () =>
    "malvakt.yaml oppgir ingen termbase. Legg til `terms: content/terms.yaml`, eller bruk --terms FIL.",
  "terms.one-file": () => "Oppgi én TBX-fil.",
  "terms.no-corpus": () => "Oppgi minst én fil med merkede setninger.",
  "terms.unwritable": ({ path, problems }) => `${path} kan ikke skrives som TBX: ${problems.join(" ")}`,
  "terms.exported": ({ path, count }) => `${path}: ${counted(count, "begrep", "begreper")}`,
  "terms.tbx-wrong": () => "TBX-filen kan ikke leses; ingenting ble endret.",
  "terms.would-contradict": () => "Med denne filen ville termbasen motsi seg selv; ingenting ble endret.",
  "terms.cannot-hold": ({ path, count }) =>
    `${path} har ikke plass til det ${counted(count, "av begrepene", "av begrepene")} sier; ingenting ble endret.`,
  "terms.merged": ({ added, changed, removed, kept, path }) =>
    `Begreper: ${added} nye, ${changed} endret, ${removed} fjernet${kept > 0 ? `, ${kept} ikke i ${path} og beholdt` : ""}.`,
  "terms.conflicts": ({ shown, path, count }) =>
    `${shown} og ${path} motsier hverandre om ${counted(count, "begrep", "begreper")} (merket !); ingenting ble skrevet. --force bruker det ${path} sier.`,
  "terms.same": ({ path }) => `${path} er uendret.`,
  "terms.dry-run": () => "Ingenting ble skrevet (--dry-run).",
  "terms.written": ({ path }) => `${path} er skrevet.`,
  "terms.corpus-wrong": () => "Det er feil i de merkede setningene; ingenting ble målt.",
  "terms.rule": () => "regel",
  "terms.language": () => "språk",
  "terms.precision": () => "presisjon",
  "terms.recall": () => "dekning",
  "terms.right": () => "riktig",
  "terms.wrong": () => "feil",
  "terms.missed": () => "oversett",
  "terms.source": () => "kilde",
  "terms.text": () => "tekst",
  "terms.label": ({ rule, concept }) => `${rule} for ${concept}`,
  "terms.score-summary": ({ sentences, falseAlarms, clean }) =>
    `${counted(sentences, "setning", "setninger")}; falsk alarm i ${falseAlarms} av de ${clean} der det ikke er noe å finne.`,
  "terms.failures": ({ failures, sentences }) =>
    `${failures} av ${counted(sentences, "setning", "setninger")} stemmer ikke med merkingen.`,

  "init.one-folder": () => "Oppgi én mappe.",
  "init.this-folder": () => "denne mappen",
  "init.done": ({ folder, paths }) => `Nytt prosjekt i ${folder}: ${paths.join(", ")}`,
  "init.next": ({ command }) => `Nå: ${command}`,
  "init.is-project": ({ folder }) => `Det er allerede et prosjekt i ${folder} (malvakt.yaml); ingenting ble skrevet.`,
  "init.kept": ({ paths }) => `${all(paths)} fantes fra før og er ikke endret.`,
  "init.not-written": ({ path }) => `${path} inneholder ikke det som ble skrevet til den.`,
  "init.raced": ({ path }) => `${path} ble nettopp laget av et annet program; den er ikke rørt.`,

  "draft.in-step": ({ catalogs }) => `${counted(catalogs, "katalog", "kataloger")} oppdatert`,
  "draft.drafted": ({ units, fromMemory }) =>
    `utkast til ${counted(units, "tekst", "tekster")}${fromMemory > 0 ? ` (${fromMemory} fra minnet)` : ""}`,
  "draft.charged": ({ characters }) => `${characters} tegn belastet`,
  "draft.waiting": ({ units, language }) =>
    `${counted(units, "tekst", "tekster")} overlatt til oversettere (malvakt.yaml oppgir ingen motor for ${language})`,
  "draft.units": () => "tekster",
  "draft.from-memory": () => "fra minnet",
  "draft.characters": () => "tegn",
  "draft.saved": () => "spart",
  "draft.progress": () => "Lager utkast",
  "draft.meter": ({ characters }) => `${characters} tegn`,
  "draft.meter-left": ({ characters, seconds }) => `${characters} tegn, ${seconds} s igjen`,
  "draft.stopped": () =>
    "Stoppet. Utkastene som har kommet så langt, er lagret; kjør kommandoen på nytt for resten. I verste fall betales den forespørselen som var underveis, to ganger.",
  "cli.page-unknown": ({ name, pages }) => `Fant ingen side ${name}. Sidene er ${pages.join(", ")}.`,
  "draft.done": ({ language, parts }) => `${language}: ${parts.join(", ")}.`,
  "draft.none-made": ({ language }) => `${language}: Ingen utkast ble laget.`,
  "draft.none-needed": ({ language }) => `${language}: Ingenting å lage utkast til.`,
  "draft.left": ({ units, reason }) => `${counted(units, "tekst", "tekster")} uten oversettelse: ${reason}`,
  "draft.would-send": ({ characters, saved }) =>
    `${characters} tegn ville blitt sendt; minnet sparer ${saved}. Ingenting ble sendt eller skrevet.`,
  "draft.page-unreadable": ({ path }) =>
    `Kan ikke lese ${path}, så katalogene til siden er ikke endret; \`malvakt check\` sier hvorfor.`,
  "draft.catalog-skipped": ({ path }) => `Kan ikke lese ${path}, så siden er utelatt; \`malvakt check\` sier hvorfor.`,
  "draft.catalog-unreadable": ({ path }) =>
    `Kan ikke lese ${path}; \`malvakt check\` sier hvorfor. Rett filen, og kjør samme kommando på nytt.`,
  "draft.catalog-not-written": ({ path, reason }) => `Kan ikke skrive ${path}: ${reason}.`,
  "draft.no-answer": () => "Det kom ikke noe svar.",
  "draft.answers-shuffled": () => "Svarene kom i en annen rekkefølge enn tekstene, så ingen av dem er til å stole på.",
  "draft.tags-lost": () => "Taggene kom ikke hele tilbake.",
  "draft.refused-long": ({ answer, source }) => `Svaret ble avvist: Det har ${answer} tegn, for en tekst på ${source}.`,
  "draft.refused-character": ({ name, kind }) => `Svaret ble avvist: Det inneholder ${name}, som er ${kind}.`,
  "draft.refused-unkeepable": () =>
    "Svaret ble avvist: Ingen katalog kan inneholde det, fordi det ser ut som et merke som git eller msgcat etterlater i filer.",

  "disk.cannot-read": ({ reason }) => `Kan ikke lese denne filen: ${reason}.`,
  "disk.not-utf-8": ({ line, column }) =>
    `Denne filen er ikke UTF-8: ugyldig byte ${column} på linje ${line}. Lagre den som UTF-8.`,
  "disk.same-name": ({ path, other }) =>
    `${path} og ${other} er samme navn: verken endelsen eller måten bokstavene er satt sammen på (NFC), skiller dem. Gi en av dem et nytt navn, eller slett den.`,
  "disk.cannot-write": ({ path, reason }) => `Kan ikke skrive ${path}: ${reason}. Filen er ikke endret.`,
  "disk.not-written": ({ path, problem }) => `${path} ble ikke skrevet. ${problem}`,
  "disk.busy": ({ path }) =>
    `Et annet program lagrer ${path} hele tiden, så ingenting ble endret i den. Kjør kommandoen på nytt senere.`,
  "disk.kept-aside": ({ path, kept }) =>
    `${path}: Et annet program lagret denne filen i samme øyeblikk. Den versjonen ligger i ${kept}; sammenlign de to, og før over det som mangler.`,
  "disk.missing": () => "filen finnes ikke",
  "disk.permission": () => "tilgang nektet",
  "disk.folder": () => "det er en mappe",
  "disk.pipe": () => "det er et rør (pipe), ikke en fil",
  "disk.socket": () => "det er en socket, ikke en fil",
  "disk.device": () => "det er en enhet, ikke en fil",
  "disk.file-in-path": () => "en del av stien er en fil",
  "disk.full": () => "disken er full",
  "disk.quota": () => "diskkvoten er brukt opp",
  "disk.read-only": () => "disken er skrivebeskyttet",
  "disk.circle": () => "lenkene går i ring",
  "disk.name-long": () => "navnet er for langt",
  "disk.name-not-utf-8": () => "navnet er ikke UTF-8; gi den et nytt navn",
  "disk.many-open": () => "for mange filer er åpne",
  "disk.outside": () => "stien leder ut av prosjektet",
  "disk.link-outside": () => "det er en lenke ut av prosjektet",
  "disk.link-broken": () => "det er en lenke til noe som ikke finnes",

  "lock.drafts": () => "lager utkast i dette prosjektet",
  "lock.builds": ({ folder }) => `bygger til ${folder}`,
  "lock.writes": ({ file }) => `skriver ${file}`,
  "lock.held": ({ pid, does }) => `En annen kommando (prosess ${pid}) ${does}. Vent til den er ferdig.`,
  "lock.held-elsewhere": ({ pid, host, does, file }) =>
    `En annen kommando (prosess ${pid} på ${host}) ${does}. Vent til den er ferdig; hvis den ikke kjører lenger, slett ${file}.`,

  "engine.apertium-language": ({ language }) =>
    `Apertium oversetter ikke til ${language}; det oversetter til nn, da og sv.`,
  "engine.apertium-mode": ({ mode }) => `Apertium har ikke modusen ${mode} her; \`apertium -l\` viser dem som finnes.`,
  "engine.apertium-missing": ({ name }) =>
    `Apertium er ikke installert. Installer det med \`apt-get install apertium ${name}\`.`,
  "engine.apertium-mode-missing": ({ mode, name }) =>
    `Modusen ${mode} i Apertium er ikke installert. Installer den med \`apt-get install apertium ${name}\`.`,
  "engine.apertium-no-answer": ({ reason }) => `Apertium ga ikke noe svar: ${reason}.`,
  "engine.apertium-failed": ({ times, reason }) => `Apertium feilet ${times} ganger på rad: ${reason}.`,
  "engine.apertium-slow": ({ seconds }) => `ingenting på ${seconds} s`,
  "engine.apertium-ended": ({ complaint }) => `programmene stoppet${complaint === "" ? "" : ` med «${complaint}»`}`,

  "preview.title": () => "Forhåndsvisning",
  "preview.overview": () => "Alle sider",
  "preview.languages": () => "Språk",
  "preview.status": () => "Tilstand",
  "preview.legend": () => "Tekster som ingen har godkjent slik de er",
  "preview.about-page": () => "Om hele siden",
  "preview.beside": () => "Tittel, beskrivelse og andre tekster ved siden av",
  "preview.page": () => "Side",
  "preview.standing": () => "Se det leserne får",
  "outlook.published": () => "publisert",
  "outlook.stale": () => "utdatert",
  "outlook.draft": () => "utkast",
  "outlook.untranslated": () => "ikke oversatt",
  "outlook.withheld": () => "holdt tilbake",
  "mark.untranslated": () => "ikke oversatt",
  "mark.draft": () => "utkast",
  "mark.unsigned": () => "usignert",
  "mark.stale": () => "utdatert",
  "preview.title-unit": () => "Tittel",
  "preview.description-unit": () => "Beskrivelse",
  "preview.slug-unit": () => "Adresse",
  "preview.alt-unit": () => "Tekst til bildet",
  "preview.link-title-unit": () => "Tekst ved pekeren",
  "preview.not-approved": () => "Ikke godkjent. Skal ikke deles ut",
  "engine.apertium-closed": () => "Apertium ble lukket.",
  "engine.deepl-key-missing": () =>
    "DeepL trenger en nøkkel. Skaff en til DeepL API på https://www.deepl.com/pro-api, og sett den som DEEPL_AUTH_KEY i miljøet, aldri i en fil i prosjektet.",
  "engine.deepl-key-wrong": () =>
    "DEEPL_AUTH_KEY har et mellomrom eller et annet tegn som ingen nøkkel har. Kopier nøkkelen på nytt.",
  "engine.deepl-address": () =>
    "DEEPL_SERVER_URL må være en https-adresse som https://api-free.deepl.com, uten brukernavn, passord eller spørring (http bare på denne maskinen). Ellers ville nøkkelen blitt sendt ubeskyttet.",
  "engine.deepl-source": ({ language }) => `DeepL oversetter ikke fra ${language}.`,
  "engine.glossary-failed": ({ detail }) =>
    `DeepL tok ikke imot termbasen som ordliste, så utkastene lages uten den; termene kontrolleres fortsatt. ${detail}`,
  "engine.glossary-dropped": ({ detail }) => `${detail} Utkastene lages uten den; termene kontrolleres fortsatt.`,
  "engine.no-answer": () => "DeepL ga ikke noe svar.",
  "engine.answers-differ": ({ answers, texts }) =>
    `DeepL ga ${answers} svar på ${counted(texts, "tekst", "tekster")}. Forespørselen ble belastet, men ingen av svarene er til å stole på.`,
  "engine.waited": ({ detail, times, seconds }) =>
    `${detail} Det ble spurt ${times} ganger på ${seconds} sekunder; dette ble ikke belastet. Tidligere utkast er lagret; kjør kommandoen på nytt senere.`,

  "apertium.answer-empty": () => "Apertium ga ingen tekst.",
  "apertium.answer-broken": () => "Svaret fra Apertium er ødelagt.",
  "apertium.part-lost": () => "Apertium mistet eller doblet en del som skulle stå urørt.",
  "apertium.space-lost": () => "Apertium mistet et mellomrom ved siden av en tagg.",
  "apertium.tags-moved": () => "Taggene kom tilbake fra Apertium på steder der de ikke kan stå.",

  "deepl.language-unknown": ({ language }) =>
    `DeepL oversetter ikke til ${language}. Oppgi en annen motor i malvakt.yaml (apertium kan nn, da og sv), eller oversett for hånd.`,
  "deepl.target-unknown": ({ target, language, choices }) =>
    `DeepL har ikke målet ${target} for ${language}. Skriv ${oneOf(choices)} i malvakt.yaml.`,
  "deepl.formality": ({ language, formality }) =>
    `DeepL kan ikke velge formalitet for ${language}. Skriv formality: prefer_${formality} i malvakt.yaml, eller fjern det.`,
  "deepl.pins-overlap": () => "To termer som skulle beholdes, overlapper, så teksten ble ikke sendt.",
  "deepl.text-empty": () => "Teksten er tom; det er ingenting å oversette.",
  "deepl.text-control": () => "Teksten har et kontrolltegn. Slett det på siden.",
  "deepl.text-malformed": ({ problem }) => `Teksten er ikke velformet og ble ikke sendt: ${problem}`,
  "deepl.text-keeps": ({ tag }) => `Teksten har selv en tagg <${tag}>.`,
  "deepl.answer-empty": () => "DeepL svarte med en tom tekst.",
  "deepl.answer-malformed": ({ problem }) => `Svaret fra DeepL er ikke velformet: ${problem}`,
  "deepl.answer-unreadable": () => "Svaret fra DeepL kunne ikke leses.",
  "deepl.term-lost": () => "DeepL mistet, gjentok eller endret en term som skulle beholdes.",
  "deepl.tag-added": ({ tag }) => `DeepL satte en tagg <${tag}> inn i en tekst uten tagger.`,
  "deepl.tags-unread": () => "DeepL kunne ikke lese taggene i denne teksten (400).",
  "deepl.glossary-refused": ({ status }) => `DeepL kunne ikke bruke ordlisten (${status}).`,
  "deepl.too-many-requests": ({ status }) => `DeepL får for mange forespørsler (${status}).`,
  "deepl.redirected": ({ status }) =>
    `Serveren på DeepL-adressen sender forespørsler videre til en annen adresse (${status}). Verken nøkkelen eller teksten ble sendt dit. Kontroller DEEPL_SERVER_URL, eller fjern den.`,
  "deepl.status-400": () =>
    "DeepL avviste forespørselen som feil (400). Kontroller deepl-innstillingene for dette språket i malvakt.yaml.",
  "deepl.status-403": () =>
    "DeepL godtar ikke nøkkelen (403). Kontroller DEEPL_AUTH_KEY: Kopier nøkkelen på nytt fra API-nøklene på DeepL-kontoen din, og hvis DEEPL_SERVER_URL er satt, kontroller at nøkkelen hører til der.",
  "deepl.status-404": () => "DeepL finnes ikke på denne adressen (404). Kontroller DEEPL_SERVER_URL, eller fjern den.",
  "deepl.status-413": () => "Teksten er for lang for én forespørsel til DeepL (413). Del avsnittet på siden.",
  "deepl.status-414": () => "Serveren mener at adressen er for lang (414). Kontroller DEEPL_SERVER_URL.",
  "deepl.status-456": () =>
    "Tegnkvoten hos DeepL er brukt opp (456). Tidligere utkast er lagret. Vent til neste faktureringsperiode, hev grensen på DeepL-kontoen din, eller lag utkast med en annen motor; kjør så samme kommando på nytt.",
  "deepl.status-500": () => "DeepL har en intern feil (500).",
  "deepl.status-502": () => "Forbindelsen til DeepL ble brutt underveis (502).",
  "deepl.status-503": () => "DeepL er ikke tilgjengelig nå (503).",
  "deepl.status-504": () => "DeepL brukte for lang tid (504).",
  "deepl.status": ({ status }) => `DeepL svarte med den uventede statusen ${status}.`,
  "deepl.silent": ({ code }) => `DeepL svarte ikke i tide (${code}).`,
  "deepl.cut-off": ({ code }) => `Forbindelsen til DeepL ble brutt (${code}).`,
  "deepl.unreachable": ({ code }) => `Får ikke kontakt med DeepL (${code}).`,
  "deepl.not-reached": ({ code }) =>
    `Får ikke kontakt med DeepL (${code}); ingenting ble belastet. Kontroller nettforbindelsen og DEEPL_SERVER_URL, hvis den er satt. Tidligere utkast er lagret; kjør samme kommando på nytt senere.`,
  "deepl.maybe-charged": ({ detail }) =>
    `${detail} I verste fall ble denne ene forespørselen belastet, og den ble ikke sendt på nytt, slik at ingenting betales to ganger. Tidligere utkast er lagret; kjør samme kommando på nytt for resten.`,
  "deepl.server-says": ({ detail, words }) => `${detail} Serveren sier: ${words}`,

  // The review page
  "review.title": () => "Gjennomgang",
  "review.all-pages": () => "Alle sider",
  "review.find": () => "Finn en side",
  "review.waiting-only": () => "Bare sider som ikke er ferdige",
  "review.by-need": () => "Feil først",
  "review.page": () => "Side",
  "review.withdrawn": () => "trukket tilbake",
  "review.paused": () => "satt på pause",
  "review.finished": () => "alt er godkjent",
  "review.not-readable": () => "kan ikke leses",
  "review.not-translated": () => "oversettes ikke",
  "unit-state.untranslated": () => "ikke oversatt",
  "unit-state.stale": () => "utdatert",
  "unit-state.draft": () => "utkast",
  "unit-state.approved": () => "godkjent",
  "unit-state.unsigned": () => "ikke signert",
  "review.approve": () => "Godkjenn og gå videre",
  "review.take-back": () => "Ta godkjenningen tilbake",
  "review.copy-source": () => "Kopier kilden",
  "review.add-tags": () => "Legg til manglende tagger",
  "review.remove": () => "Fjern det",
  "review.put-aside": () => "Ikke en feil",
  "review.why": () => "Hvorfor det ikke er en feil",
  "review.confirm": () => "Bekreft",
  "review.cancel": () => "Avbryt",
  "review.is-put-aside": () => "lagt til side, og signeres når du godkjenner",
  "review.findings": () => "Funn",
  "review.terms": () => "Termer",
  "review.no-term": () => "ingen term på dette språket",
  "review.matches": () => "Godkjent før",
  "review.notes": () => "Merknader",
  "review.changed": () => "Endringer i kilden",
  "review.kept": () => "Godkjent til du godkjenner en annen tekst",
  "review.name": () => "Navnet ditt",
  "review.withdraw": () => "Trekk tilbake denne oversettelsen",
  "review.undo-withdraw": () => "Legg den ut igjen",
  "review.withdraw-why": () => "Hvorfor den trekkes tilbake",
  "review.keys": () => "Taster",
  "review.actions": () => "Hva som kan gjøres med teksten",
  "review.close": () => "Lukk",
  "review.mine": () => "Behold min",
  "review.theirs": () => "Bruk deres",
  "review.next": () => "Neste tekst som trenger deg",
  "review.saving": () => "lagrer",
  "review.saved": () => "lagret",
  "review.approved": () => "godkjent",
  "review.not-saved": () => "ikke lagret",
  "review.restore": () => "Bruk den ulagrede teksten",
  "review.discard": () => "Forkast den",
  "review.key-approve": () => "godkjenn og gå til neste tekst som trenger deg",
  "review.key-move": () => "neste og forrige tekst",
  "review.key-leave": () => "gå ut av teksten; ingenting går tapt",
  "review.key-actions": () => "gå til handlingene for denne teksten",
  "review.key-match": () => "bruk en tekst som er godkjent før",
  "review.key-copy": () => "kopier kilden",
  "review.key-tags": () => "legg til manglende tagger",
  "review.key-help": () => "denne listen, utenfor en tekst",
  "review.words": ({ count }) => `${many(count, "ord", "ord")} igjen`,
  "review.errors": ({ count }) => many(count, "feil", "feil"),
  "review.warnings": ({ count }) => many(count, "advarsel", "advarsler"),
  "review.terms-found": ({ count }) => `${count} om termer`,
  "review.unit-of": ({ unit, of, state }) => `tekst ${unit} av ${of}, ${state}`,
  "review.text-in": ({ language }) => `Tekst på ${language}`,
  "review.write": ({ text }) => `Skriv ${quoted(text)}`,
  "review.insert": ({ text }) => `Sett inn ${quoted(text)}`,
  "review.use-match": ({ number }) => `Bruk treff ${number}`,
  "review.match-of": ({ percent, page, name, date }) => `${percent} % likt, ${page}, ${name}, ${date}`,
  "review.drafted": ({ name, date }) => `utkast fra ${name}, ${date}`,
  "review.signed": ({ name, date }) => `godkjent av ${name}, ${date}`,
  "review.served": ({ file, address }) =>
    `Åpnes ingen nettleser, åpne ${file}\neller ${address}\nCtrl+C stopper tjeneren.`,
  "review.no-waiver": ({ rule }) => `Funn fra regelen ${rule} kan ikke legges til side.`,
  "review.no-reason": () => "Begrunnelsen mangler. Skriv den på én linje.",
  "review.no-text": () => "Det er ingen tekst å godkjenne. Skriv en først.",
  "review.pseudo": () => "Dette er en prøvetekst fra motoren pseudo, ikke en oversettelse. Skriv en oversettelse.",
  "review.conflict": () => "Noen andre har endret denne teksten. Velg hvilken du vil beholde.",
  "review.offline": () => "Tjeneren svarer ikke. Det du skriver, tas vare på i nettleseren til den gjør det.",
  "review.shut-out": () =>
    "Denne fanen slipper ikke lenger inn. Det du skrev, er tatt vare på. Åpne filen eller adressen som malvakt review viser i terminalen.",
  "review.tags-added": ({ count }) => `${many(count, "tagg", "tagger")} er lagt til.`,
  "review.no-tag-missing": () => "Ingen tagger mangler.",
  "review.nothing-left": () => "Alle tekster på denne siden er godkjent.",
  "review.sign-as": () => "Navnet ditt skrives i katalogen for hver tekst du godkjenner.",
  "review.unsaved-found": () => "En tekst som ikke ble lagret, er tatt vare på i denne nettleseren.",
  "review.not-there": () => "Denne siden finnes ikke i prosjektet på dette språket.",
  "review.not-writable": () => "En katalog kan ikke inneholde denne teksten. Ingenting ble endret.",
  "review.no-pages": () => "Ingen side passer.",
  "review.no-person": ({ problem }) => `Dette navnet kan ikke signere: ${problem}.`,
  "review.cannot": ({ problem }) => `Kan ikke godkjennes: ${problem}`,
  "review.unreadable-file": ({ path }) =>
    `Katalogen ${path} kan ikke leses, så ingenting ble endret. Kjør malvakt check.`,
  "review.port": ({ given }) => `Porten må være et tall fra 1024 til 65535, ikke ${given}.`,
  "review.is-withdrawn": ({ name, date, reason }) => `Trukket tilbake av ${name}, ${date}: ${reason}.`,
  "help.review.summary": () => "gå gjennom oversettelser i nettleseren, ved siden av kilden",
  "help.review": () => `Bruk: malvakt review [side] [valg]

Viser sidene i prosjektet ved siden av oversettelsene, i nettleseren. Der retter
og godkjenner du tekstene én for én. Tjeneren kjører bare på denne maskinen, til
du trykker Ctrl+C.

  side           siden du begynner med, som id eller sti: ims, content/nb/ims.md
  --lang L       språket du begynner med
  --port N       denne porten, i stedet for prosjektets egen
  --no-open      ikke åpne en nettleser`,
};

/** What a sentence adds in brackets, if anything. */
function aside(parts: readonly string[]): string {
  return parts.length === 0 ? "" : ` (${parts.join("; ")})`;
}
