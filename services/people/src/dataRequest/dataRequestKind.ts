import { registerEnumType } from "type-graphql";

/** What a person asks for about data on themselves. */
export enum DataRequestKind {
  ACCESS = "ACCESS",
  CORRECTION = "CORRECTION",
}

registerEnumType(DataRequestKind, {
  name: "DataRequestKind",
  description: "What a person asks for about data on themselves (Minn. Stat. 13.04).",
  valuesConfig: {
    ACCESS: { description: "To see what is held: due within 10 business days (subd. 3)." },
    CORRECTION: { description: "To have it corrected: due within 30 days (subd. 4)." },
  },
});

/** How a request was answered. */
export enum DataRequestOutcome {
  GRANTED = "GRANTED",
  GRANTED_IN_PART = "GRANTED_IN_PART",
  DENIED = "DENIED",
}

registerEnumType(DataRequestOutcome, {
  name: "DataRequestOutcome",
  description: "How a request was answered.",
  valuesConfig: {
    GRANTED: { description: "As it was asked." },
    GRANTED_IN_PART: { description: "In part; the explanation says what not, and why." },
    DENIED: { description: "Not; the explanation says why, and how to appeal." },
  },
});
