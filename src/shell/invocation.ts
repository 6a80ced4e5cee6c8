// How a person calls this program: a command that a message proposes can be typed as it stands.

/** The scripts of npm that call a command of the same name. */
const scripts = new Set(["build", "check", "draft", "status", "approve", "withdraw", "review"]);

const commandIn = /\bmalvakt (build|check|draft|status|approve|withdraw|audit|review|terms|init|help)\b/gu;

/** What follows is an argument: an option, a path or name in capitals, or a word before an option. */
const argument = /^ (?:-|'|\[|[A-Z]{2,}|\S*[/.]\S|\S+ --)/u;

/** A text with the commands in it as they are typed here: by `npm run`, by `npx`, or by their own name. */
export function typed(text: string, environment: Readonly<Record<string, string | undefined>> = process.env): string {
  const { npm_command: command, npm_lifecycle_event: script } = environment;
  if (command === "exec") return text.replaceAll(commandIn, "npx malvakt $1");
  if (command !== "run-script" || !scripts.has(script ?? "")) return text;
  return text.replaceAll(commandIn, (whole: string, name: string, at: number) => {
    if (!scripts.has(name)) return whole;
    return `npm run ${name}${argument.test(text.slice(at + whole.length)) ? " --" : ""}`;
  });
}
