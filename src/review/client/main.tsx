// The review page: begins here.
import { render } from "preact";
import { App } from "./app.tsx";
import { takeToken } from "./connection.ts";
import { currentLocale, speak } from "./speech.ts";

takeToken();
speak(currentLocale());
const root = document.createElement("div");
document.body.append(root);
render(<App />, root);
