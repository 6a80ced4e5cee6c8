export { build, check } from "./core/malvakt.ts";
