import { EnvironmentError, readEnvironment } from "./environment";
import { processEnvironment, sliceProcessEnvironment, sliceUrlVariable, sliceVariable } from "./sliceEnvironment";

/** What a slice's own process is configured with. */
export interface SliceProcessConfig {
  readonly host: string;
  readonly port: number;
  readonly logLevel: string;
  /** Where traces are sent. */
  readonly tracesTo: string | undefined;
  readonly appUrl: string;
  readonly ownerUrl: string | undefined;
  readonly viewerKey: string;
  readonly eventsKey: string;
  readonly eventConsumers: readonly string[];
  /** Base URLs of the slices whose ports this one asks. */
  readonly sliceUrls: Readonly<Record<string, string>>;
}

/** Reads the environment of a slice's process. `others` are the slices that it may ask or tell. */
export function sliceProcessConfig(slice: string, others: readonly string[]): SliceProcessConfig {
  const common = readEnvironment(processEnvironment, process.env);
  const own = readEnvironment(sliceProcessEnvironment(slice), process.env) as Readonly<Record<string, unknown>>;
  const urls = others.map(
    (other) => [other, readEnvironment(sliceUrlVariable(other), process.env)[sliceVariable(other, "URL")]] as const,
  );
  const sliceUrls = Object.fromEntries(urls.filter((entry): entry is [string, string] => typeof entry[1] === "string"));
  const eventConsumers = own[sliceVariable(slice, "EVENT_CONSUMERS")] as readonly string[];
  const unreachable = eventConsumers.filter((consumer) => sliceUrls[consumer] === undefined);
  if (unreachable.length > 0) {
    throw new EnvironmentError(
      `${sliceVariable(slice, "EVENT_CONSUMERS")} names ${unreachable.join(", ")}, whose URL is not set.`,
    );
  }
  return {
    host: common.HOST,
    port: common.PORT,
    logLevel: common.LOG_LEVEL,
    tracesTo: common.OTEL_EXPORTER_OTLP_ENDPOINT,
    appUrl: own[sliceVariable(slice, "DATABASE_URL")] as string,
    ownerUrl: own[sliceVariable(slice, "OWNER_DATABASE_URL")] as string | undefined,
    viewerKey: own[sliceVariable(slice, "VIEWER_KEY")] as string,
    eventsKey: own["CORESPOND_EVENTS_KEY"] as string,
    eventConsumers,
    sliceUrls,
  };
}
