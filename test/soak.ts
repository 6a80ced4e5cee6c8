// How long the laws are tried: MALVAKT_SOAK=10 tries them with ten times as many examples.
const times = Number(process.env["MALVAKT_SOAK"] ?? 1);

/** How many examples a law is tried with. */
export const runs = (usual: number): number => Math.ceil(usual * times);
