import { z } from "zod";

import { commonCodes } from "./commonCodes";
import { readMap } from "./mapError";

const codeMap = z.record(
  z.string().trim().min(1).max(50),
  z.strictObject({
    text: z.string().trim().min(1).max(200).nullish(),
    common: z
      .string()
      .refine((code) => commonCodes.has(code), "must be a code of APCO's list")
      .nullable(),
  }),
);

/** An agency's own codes: what each says, and the common code (APCO) that it stands for, null where none does. */
export type CodeMap = z.infer<typeof codeMap>;

/** Reads a map of codes. Throws the `ImportError` `BAD_MAP` with every code that is wrong. */
export function readCodeMap(data: unknown): CodeMap {
  return readMap(codeMap, data, "the map of codes");
}
