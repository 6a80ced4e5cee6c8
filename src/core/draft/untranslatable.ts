// Parts of a text that are no words of any language: no engine may translate them.

/** Sources of regular expressions (flag `u`); the order matters, as the first that fits is taken. */
export const untranslatable = {
  address: String.raw`(?:https?:\/\/|www\.)[^\s<>"»”]*[^\s<>"»”.,;:!?)\]]`,
  mail: String.raw`(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]*[\p{L}\p{N}]`,
  handle: String.raw`@[\p{L}\p{N}_]+`,
  domain: String.raw`(?<![\p{L}\p{N}.-])[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:no|com|org|net|dk|se|eu|info)(?![\p{L}\p{N}])(?:\/[^\s<>"»”]*[^\s<>"»”.,;:!?)\]])?`,
  placeholder: String.raw`\{\{[^{}]{0,200}\}\}|\$?\{[^{}\s]{0,200}\}`,
  path: String.raw`(?<![\p{L}\p{N}])[A-Za-z]:\\\S+`,
  identifier: String.raw`(?<![\p{L}\p{N}_])[\p{L}\p{N}]*_[\p{L}\p{N}_]*`,
} as const;
