// Cue words of Norwegian Nynorsk.
import type { Cues } from "../cues.ts";
import { nbCues } from "./nb.ts";
export const nnCues: Cues = nbCues;
