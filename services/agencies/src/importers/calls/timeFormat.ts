/** A time as it is written: on the clock of some place, or, with an offset, an instant. Milliseconds. */
export interface WrittenTime {
  /** As if the place's clock were UTC's. */
  readonly local: number;
  /** The offset from UTC that stands with it; undefined where none does. */
  readonly offset: number | undefined;
}

/** Reads a written time; undefined where the text is none. */
export type TimeReader = (text: string) => WrittenTime | undefined;

const minute = 60_000;

/** ISO 8601 as feeds write it: a blank may stand for the T, and seconds may be missing. */
const iso =
  /^(?<yyyy>\d{4})-(?<MM>\d\d)-(?<dd>\d\d)[T ](?<HH>\d\d):(?<mm>\d\d)(?::(?<ss>\d\d)(?:[.,](?<SSS>\d{1,9}))?)?(?<offset>Z|[+-]\d\d(?::?\d\d)?)?$/;

/** What each field of a format matches; Unicode Technical Standard 35, "Date Field Symbol Table". */
const fields: Readonly<Record<string, string>> = {
  yyyy: "(?<yyyy>\\d{4})",
  MM: "(?<MM>\\d{2})",
  M: "(?<MM>\\d{1,2})",
  dd: "(?<dd>\\d{2})",
  d: "(?<dd>\\d{1,2})",
  HH: "(?<HH>\\d{2})",
  H: "(?<HH>\\d{1,2})",
  hh: "(?<hh>\\d{2})",
  h: "(?<hh>\\d{1,2})",
  mm: "(?<mm>\\d{2})",
  ss: "(?<ss>\\d{2})",
  SSS: "(?<SSS>\\d{3})",
  a: "(?<a>[AaPp])\\.?[Mm]\\.?",
};

/** The reader of ISO 8601. */
export const readIso: TimeReader = reader(iso);

/** The reader of a format such as `M/d/yyyy h:mm:ss a`; undefined where it is no format of a day and a time. */
export function timeFormat(format: string): TimeReader | undefined {
  const parts = format.match(/([a-zA-Z])\1*|[^a-zA-Z]+/g) ?? [];
  const patterns = parts.map((part) => (/[a-zA-Z]/.test(part) ? fields[part] : escaped(part)));
  const source = patterns.join("");
  const names = [...source.matchAll(/\(\?<(\w+)>/g)].map(([, name]) => name);
  const has = (...wanted: readonly string[]): boolean => wanted.every((name) => names.includes(name));
  const whole =
    patterns.every((pattern) => pattern !== undefined) &&
    new Set(names).size === names.length &&
    has("yyyy", "MM", "dd", "mm") &&
    (has("HH") ? !has("hh") && !has("a") : has("hh", "a"));
  return whole ? reader(new RegExp(`^${source}$`)) : undefined;
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");

function reader(form: RegExp): TimeReader {
  return (text) => {
    const found = form.exec(text)?.groups;
    if (found === undefined) return undefined;
    const local = localOf(found);
    return local === undefined ? undefined : { local, offset: offsetOf(found["offset"]) };
  };
}

type Found = Readonly<Record<string, string | undefined>>;

function localOf(found: Found): number | undefined {
  const [year, month, day] = [Number(found["yyyy"]), Number(found["MM"]), Number(found["dd"])];
  const hour = found["HH"] === undefined ? hourOfTwelve(found) : Number(found["HH"]);
  const [minutes, seconds] = [Number(found["mm"]), Number(found["ss"] ?? 0)];
  if (!(hour <= 23) || minutes > 59 || seconds > 59 || year < 1900) return undefined;
  const midnight = Date.UTC(year, month - 1, day);
  // Date.UTC takes a 31 June for the first of July.
  const date = new Date(midnight);
  if (date.getUTCDate() !== day || date.getUTCMonth() !== month - 1) return undefined;
  const fraction = Number(`0.${found["SSS"] ?? "0"}`);
  return midnight + ((hour * 60 + minutes) * 60 + seconds) * 1000 + Math.floor(fraction * 1000);
}

function hourOfTwelve(found: Found): number {
  const hour = Number(found["hh"]);
  if (hour < 1 || hour > 12) return Number.NaN;
  return (hour % 12) + (found["a"]?.toLowerCase() === "p" ? 12 : 0);
}

function offsetOf(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  if (written === "Z") return 0;
  const [hours, minutes] = [Number(written.slice(1, 3)), Number(written.slice(3).replace(":", ""))];
  return (written.startsWith("-") ? -1 : 1) * (hours * 60 + minutes) * minute;
}
