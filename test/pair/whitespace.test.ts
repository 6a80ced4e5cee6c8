// Rule `whitespace`.
import { testClean, testFindings } from "./rows.ts";

testFindings("whitespace", [
  ["nb en", "Ring oss.", "Call us.⟨ ⟩", ""],
  ["nb en", "Ring oss.", "⟨\u00a0⟩Call us.", ""],
  ["nb en", "Ring oss nå.", "Call us⟨  ⟩now.", " "],
  ["nb en", "Ring oss nå, takk.", "Call us now⟨ ⟩, please.", ""],
  ["nb en", "Ring oss. Vi hjelper deg.", "Call us⟨.⟩We will help you.", ". "],
  ["nb en", "Ring oss, takk.", "Call us⟨,⟩please.", ", "],
  ["nb ar", "Ring oss, takk.", "اتصل بنا⟨ ⟩، من فضلك."],
  ["nb en", "Storgata 1\n0155 Oslo", "⟨Storgata 1 0155 Oslo⟩"],
  ["nb en", "Storgata 1, Oslo", "⟨Storgata 1\nOslo⟩"],
]);

testClean([
  ["nb en", "Ring oss på klinikk.no. Vi svarer.", "Call us on klinikk.no. We answer."],
  ["nb en", "A & B", "A & B"],
]);
