/** Samples of metrics in Prometheus' text format by their name with its labels, as they are written. */
export type Samples = ReadonlyMap<string, number>;

/** Reads what a gateway tells about its traffic. */
export async function readMetrics(url: string): Promise<Samples> {
  const text = await (await fetch(url)).text();
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(" ")), Number(line.slice(line.lastIndexOf(" ") + 1))]),
  );
}

/** How often each combination of labels was observed by a histogram. */
export function countsOf(samples: Samples, histogram: string): Readonly<Record<string, number>> {
  const start = `${histogram}_count`;
  const counts = [...samples].filter(([name]) => name.startsWith(`${start}{`) || name === start);
  return Object.fromEntries(counts.map(([name, count]) => [name.slice(start.length), count]));
}
