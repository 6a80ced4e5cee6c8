// The library: what other programs may call. Everything here takes values and gives values.
export { build, check, type Build, type Check, type ProjectText } from "./core/malvakt.ts";
export { readCatalog } from "./core/catalog/read.ts";
export { writeCatalog } from "./core/catalog/write.ts";
export { stateOf, type State } from "./core/catalog/state.ts";
export type { Catalog, Entry } from "./core/catalog/entry.ts";
export { defaultSeverity, type Finding, type RuleId, type Severity } from "./core/finding.ts";
export { readPage, type Page } from "./core/page/page.ts";
export { schema } from "./core/page/schema.ts";
export type { FileText } from "./core/project.ts";
export type { Manifest, ManifestEntry } from "./core/publish/manifest.ts";
export { readSettings, type Settings } from "./core/settings.ts";
export { readTermbase } from "./core/terms/read.ts";
export type { Termbase } from "./core/terms/termbase.ts";
export { termsOf, type Terms } from "./core/terms/terms.ts";
