import { registerEnumType } from "type-graphql";

/** The law by which a person asks to whom data about them went. */
export enum AccountingKind {
  HIPAA = "HIPAA",
  INTERMEDIARY = "INTERMEDIARY",
  PART_2 = "PART_2",
}

registerEnumType(AccountingKind, {
  name: "AccountingKind",
  description: "The law by which a person asks to whom data about them went.",
  valuesConfig: {
    HIPAA: { description: "45 CFR 164.528: six years, due within 60 days." },
    INTERMEDIARY: { description: "42 CFR 2.24, of an intermediary: three years, due within 30 days." },
    PART_2: {
      description:
        "42 CFR 2.25: three years. Not in force until the rule of HIPAA is revised: refused until the county's privacy officer has recorded from which day it is (`recordAccountingStart`).",
    },
  },
});

/** How an official had an accounting suspended. */
export enum SuspensionStatement {
  ORAL = "ORAL",
  WRITTEN = "WRITTEN",
}

registerEnumType(SuspensionStatement, {
  name: "SuspensionStatement",
  description: "How an official asked for an accounting to be suspended (45 CFR 164.528(a)(2)).",
  valuesConfig: {
    ORAL: { description: "By word of mouth: it ends by itself after 30 days." },
    WRITTEN: { description: "In writing, for the time that the statement says." },
  },
});
