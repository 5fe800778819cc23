import { ConsentCategory, ConsentRegime } from "./consent.enums";

const { PART_2, HEALTH_RECORDS_ACT, CHAPTER_13, VICTIM_RELEASE } = ConsentRegime;

/** The regimes, the strictest first: what names one regime of a consent names the first that applies. */
const strictestFirst = [PART_2, VICTIM_RELEASE, HEALTH_RECORDS_ACT, CHAPTER_13] as const;

/** Which law a kind of data falls under. Nobody states the regime of a consent: a laxer one could be chosen. */
const regimeOf: Readonly<Record<ConsentCategory, ConsentRegime>> = {
  [ConsentCategory.SUBSTANCE_USE]: PART_2,
  [ConsentCategory.VICTIM_SERVICES]: VICTIM_RELEASE,
  [ConsentCategory.MENTAL_HEALTH]: HEALTH_RECORDS_ACT,
  [ConsentCategory.PHYSICAL_HEALTH]: HEALTH_RECORDS_ACT,
  [ConsentCategory.HOUSING]: CHAPTER_13,
  [ConsentCategory.BENEFITS]: CHAPTER_13,
  [ConsentCategory.REFERRAL_OUTCOMES]: CHAPTER_13,
};

/** The regimes that apply to a consent over these kinds of data, the strictest first. */
export function regimesOf(categories: readonly ConsentCategory[]): readonly ConsentRegime[] {
  const applying = new Set(categories.map((category) => regimeOf[category]));
  return strictestFirst.filter((regime) => applying.has(regime));
}
