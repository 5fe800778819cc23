import type { StoryAct } from "./story/playResident";

/**
 * Plays stories, so many at a time, each from its beginning to its end; tells of every act that is done. Where one
 * fails, those under way come to their end, no other begins, and the failure is thrown.
 */
export async function playSideBySide(
  stories: readonly (readonly StoryAct[])[],
  atATime: number,
  done: () => void,
): Promise<void> {
  const waiting = [...stories];
  const play = async (): Promise<void> => {
    for (let story = waiting.shift(); story; story = waiting.shift()) {
      for (const act of story) {
        await act();
        done();
      }
    }
  };
  const failures = (await Promise.allSettled(Array.from({ length: atATime }, () => play().catch(stopOthers)))).filter(
    (played) => played.status === "rejected",
  );
  if (failures[0]) throw failures[0].reason;

  function stopOthers(error: unknown): never {
    waiting.length = 0;
    throw error;
  }
}
