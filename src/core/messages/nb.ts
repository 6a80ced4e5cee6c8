// All that the product says, in Bokmål. Complete by type: what English has, this has.
import type { Sentences } from "./message.ts";

/** `1 side`, `2 sider`. */
function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `a, b eller c`. */
function oneOf(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} eller ${words.at(-1) ?? ""}`;
}

/** `3 utkast, 1 utdatert`: det som det ikke er noe av, er utelatt. */
function states(counts: readonly (readonly [count: number, one: string, many: string])[]): string {
  return counts.flatMap(([count, one, many]) => (count > 0 ? [counted(count, one, many)] : [])).join(", ");
}

export const nb: Sentences = {
  "build.no-pages": ({ folder }) => `Fant ingen sider i ${folder}.`,

  // The commands, and the files and engines that they use.
  "cli.says": ({ words }) => words,
  "cli.about": ({ path, problem }) => `${path}: ${problem}`,
  "cli.nothing": () => "(ingenting)",
  "cli.command-unknown": ({ name, meant }) =>
    `Ukjent kommando: ${name}.${meant === undefined ? "" : ` Mente du ${meant}?`} Se malvakt --help.`,
  "cli.option-unknown": ({ option, meant }) =>
    `Ukjent valg: ${option}.${meant === undefined ? "" : ` Mente du ${meant}?`}`,
  "cli.option-value-missing": ({ option }) => `${option} mangler en verdi.`,
  "cli.option-value-given": ({ option }) => `${option} tar ingen verdi.`,
  "cli.option-choice": ({ option, choices, given }) => `${option} må være ${oneOf(choices)}, ikke ${given}.`,
  "cli.project-missing": ({ file }) =>
    `Fant ingen ${file} i denne mappen eller mappene over. Lag et nytt prosjekt med malvakt init.`,
  "cli.project-missing-in": ({ file, folder }) => `Fant ingen ${file} i ${folder}.`,
  "cli.whole-project": ({ given }) =>
    `Denne kommandoen gjelder hele prosjektet og tar ingen sider eller filer (${given}).`,
  "cli.settings-wrong": () => "Det er feil i malvakt.yaml; ingenting ble gjort.",
  "cli.termbase-wrong": ({ path }) => `Det er feil i termbasen ${path}; ingenting ble gjort.`,
  "cli.language-unknown": ({ language }) => `Målvakt har ingen data for språket ${language}.`,
  "cli.language-not-in-settings": ({ language, known }) =>
    `${language} står ikke blant språkene i malvakt.yaml (${known.join(", ")}).`,
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
fra nettstedet, blir listet opp.

Sluttkode 1: feil i kildetekster eller godkjente tekster, en fil som ikke kan
leses, eller en build som ville fjerne mye fra nettstedet på én gang. Utkast er
ikke feil.

  --out MAPPE    skriv til MAPPE, og bruk loggen over publiserte filer der
  --allow-withdraw
                 fjern det som build lister opp, selv om det er mye på én gang`,
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
  "help.status": () => `Bruk: malvakt status [valg]

For hver side og hvert språk: hva som er publisert, hvor mange tekster som er i
hver tilstand, hvorfor en side holdes tilbake, hvor gammel en utdatert versjon
er, og hva som bør gjøres nå. Deretter reglene som noen har satt til side.
Skriver ingenting.

  --format F     text (standard) eller json`,
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
  --dry-run      import: vis endringene, skriv ingenting
  --force        import: bruk det FIL sier, der de to er uenige
  --remove       import: fjern begreper som FIL ikke har
  --format F     score: text (standard), json eller markdown
  --failures     score: vis hver setning som ikke stemmer med merkingen`,
  "help.init.summary": () => "lag et nytt prosjekt som kan bygges med en gang",
  "help.init": () => `Bruk: malvakt init [MAPPE] [valg]

Skriver innstillinger, en første side og en termbase i MAPPE (ellers i denne
mappen). Finnes en av filene fra før, blir ingenting skrevet.
`,

  "build.progress": () => "Bygger",
  "build.source": () => "kilde",
  "build.published": () => "publisert",
  "build.stale": () => "utdatert",
  "build.withheld": () => "venter",
  "build.as-of": ({ date }) => `fra ${date}:`,
  "build.summary": ({ pages, fragments, stale, withheld }) =>
    `${counted(pages, "side", "sider")}: ${counted(fragments, "fragment", "fragmenter")} publisert, ${counted(stale, "utdatert", "utdaterte")}, ${withheld} venter.`,
  "build.files": ({ folder, written, same, removed }) =>
    `${folder}: ${counted(written, "fil", "filer")} skrevet, ${same} uendret, ${removed} fjernet.`,
  "build.taken-off": () => "Fjernet fra nettstedet:",
  "build.refused": ({ reason }) => `Ingenting ble fjernet fra nettstedet. ${reason}`,
  "build.refused-next": () => "Kjør malvakt build --allow-withdraw for å fjerne dette fra nettstedet:",
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
  "status.age": ({ reason, days }) => `${reason} (den publiserte versjonen er ${counted(days, "dag", "dager")} gammel)`,
  "status.next": ({ what }) => `nå: ${what}`,
  "status.next.check": ({ file }) => `malvakt check ${file}`,
  "status.next.build": () => "malvakt build",
  "status.next.draft": ({ page, language }) => `malvakt draft ${page} --lang ${language}`,
  "status.next.translate": ({ file }) => `oversett det som mangler eller er endret, i ${file}`,
  "status.next.review": ({ file }) => `les gjennom ${file}, og fjern merket «fuzzy» der teksten er riktig`,
  "status.next.approve": ({ file }) => `malvakt approve ${file} --by NAVN`,

  "check.progress": () => "Kontrollerer",
  "check.file-missing": ({ path }) => `Fant ingen fil eller mappe ${path}.`,
  "check.not-corrected": ({ problem }) => `ikke rettet. ${problem}`,
  "check.gone": () => "Filen er borte.",
  "check.only-by-hand": ({ actual, words }) => `ikke rettet: bytt «${actual}» med «${words}» for hånd her.`,
  "check.corrected": ({ count }) => `${counted(count, "rettelse", "rettelser")} gjort.`,
  "check.would-correct": ({ count }) =>
    `${counted(count, "mulig rettelse", "mulige rettelser")}; kjør uten --dry-run for å skrive ${count === 1 ? "den" : "dem"}.`,

  "approve.who": () => "Hvem signerer? Oppgi navnet på en person: --by NAVN",
  "approve.no-person": ({ problem }) => `--by må være navnet på en person som har lest tekstene: ${problem}.`,
  "approve.no-files": () => "Oppgi minst én .po-fil som skal signeres.",
  "approve.other-language": ({ path, language, asked }) =>
    `${path} ligger i mappen for ${language}, men --lang sier ${asked}.`,
  "approve.stated-language": ({ path, stated, language }) =>
    `${path} oppgir språket ${stated}, men ville blitt signert for ${language}. Rett filhodet, eller flytt filen.`,
  "approve.signed": ({ source, translation }) => `signert: ${source} → ${translation}`,
  "approve.would-sign": ({ source, translation }) => `ville signert: ${source} → ${translation}`,
  "approve.over": ({ finding }) => `med advarselen: ${finding}`,
  "approve.waived": ({ finding }) => `unntak: ${finding}`,
  "approve.not-signed": ({ finding }) => `ikke signert: ${finding}`,
  "approve.fuzzy": ({ translation }) =>
    `ikke signert: teksten er merket «fuzzy» (uferdig); fjern merket hvis ${translation} er riktig`,
  "approve.write": ({ texts }) => `Skriv: ${oneOf(texts)}`,
  "approve.signed-count": ({ count, total, only }) => `Signerte ${count} av ${total}${only === "" ? "" : `: ${only}`}.`,
  "approve.would-sign-count": ({ count, total, only }) =>
    `Ville signert ${count} av ${total}${only === "" ? "" : `: ${only}`}.`,
  "approve.all-approved": () => "Alle tekstene i filen er godkjent.",
  "approve.left": ({ draft, stale, untranslated, unsigned }) =>
    `${states([
      [draft, "utkast", "utkast"],
      [stale, "utdatert tekst", "utdaterte tekster"],
      [untranslated, "uoversatt tekst", "uoversatte tekster"],
      [unsigned, "usignert tekst", "usignerte tekster"],
    ])} gjenstår; siden blir ikke publisert.`,

  "terms.action-missing": ({ actions }) => `Si hva som skal gjøres med termbasen: malvakt terms ${oneOf(actions)}.`,
  "terms.action-unknown": ({ name, meant, actions }) =>
    `Ukjent kommando: malvakt terms ${name}. ${meant === undefined ? `Den må være ${oneOf(actions)}.` : `Mente du ${meant}?`}`,
  "terms.no-termbase": () =>
    "malvakt.yaml oppgir ingen termbase. Legg til `terms: content/terms.yaml`, eller bruk --terms FIL.",
  "terms.one-file": () => "Oppgi én TBX-fil.",
  "terms.no-corpus": () => "Oppgi minst én fil med merkede setninger.",
  "terms.unwritable": ({ path, problems }) => `${path} kan ikke skrives som TBX: ${problems}`,
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
  "init.exists": ({ paths }) => `${paths.join(", ")} finnes fra før; ingenting ble skrevet.`,
  "init.this-folder": () => "denne mappen",
  "init.done": ({ folder, paths }) => `Nytt prosjekt i ${folder}: ${paths.join(", ")}`,
  "init.next": ({ command }) => `Nå: ${command}`,
  "init.not-written": ({ path }) => `${path} inneholder ikke det som ble skrevet til den.`,
  "init.raced": ({ path }) => `${path} ble nettopp laget av et annet program; den er ikke rørt.`,

  "draft.progress": () => "Lager utkast",
  "draft.meter": ({ characters }) => `${characters} tegn`,
  "draft.meter-left": ({ characters, seconds }) => `${characters} tegn, ${seconds} s igjen`,
  "draft.stopped": () =>
    "Stoppet. Utkastene som har kommet så langt, er lagret; kjør kommandoen på nytt for resten. I verste fall betales den forespørselen som var underveis, to ganger.",
  "draft.page-unknown": ({ name, pages }) => `Fant ingen side ${name}. Sidene er ${pages.join(", ")}.`,

  "disk.cannot-read": ({ reason }) => `Kan ikke lese denne filen: ${reason}.`,
  "disk.not-utf-8": ({ line, column }) =>
    `Denne filen er ikke UTF-8: ugyldig byte ${column} på linje ${line}. Lagre den som UTF-8.`,
  "disk.same-name": ({ path, other }) =>
    `${path} og ${other} er samme navn med sammensatte bokstaver (NFC). Gi en av dem nytt navn, eller slett den.`,
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
};
