// The editor's script: runs a command of Målvakt from this checkout (npm run build, check, draft, status, approve, withdraw).
import "./compile.mjs";

await import(new URL("../lib/shell/main.js", import.meta.url).href);
