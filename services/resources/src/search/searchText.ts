import { graphError } from "@corespond/kit";

const longestText = 200;

/** Checks what somebody typed into a search; null where it is empty. */
export function searchText(argumentName: string, given: string | null | undefined): string | null {
  // PostgreSQL takes no NUL byte in a text.
  const text = (given ?? "").replaceAll("\0", " ").trim();
  if (text.length > longestText) {
    throw graphError("BAD_USER_INPUT", `\`${argumentName}\` must be at most ${longestText} characters.`, {
      argumentName,
    });
  }
  return text === "" ? null : text;
}
