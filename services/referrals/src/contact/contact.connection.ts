import { connectionType } from "@corespond/kit";

import { Contact } from "./contact.type";

/** A page of contacts. */
export const ContactConnection = connectionType(Contact, "Contact");
