/**
 * What to search a directory for by a referral's reason: PostgreSQL's web search syntax, over names, taxonomy terms
 * and descriptions. The codes are the referral's `reasonCodes`; one that is not listed, such as `OTHER`, suggests
 * nothing.
 */
export const reasonKeywords: Readonly<Record<string, string>> = {
  MENTAL_HEALTH: '"mental health" or psychiatric or counseling or therapy or crisis or depression',
  SUBSTANCE_USE:
    '"substance use" or "substance abuse" or addiction or detox or recovery or sober or overdose or opioid',
  HOUSING: "housing or shelter or rent or eviction or homeless or utility",
  FOOD: 'food or meal or pantry or grocery or nutrition or "food benefits"',
  BENEFITS:
    '"public benefits" or "government benefits" or medicaid or snap or "cash assistance" or "social security" or "financial assistance"',
  MEDICAL: '"primary care" or clinic or medical or "health care" or dental or prescription',
  AGING: 'senior or elder or "older adult" or aging or caregiver or dementia or "adult daycare"',
  DISABILITY: 'disability or disabled or accessible or autism or "independent living" or "assistive technology"',
  FAMILY: 'family or parenting or child or childcare or "home visiting" or youth',
  DOMESTIC_VIOLENCE:
    '"domestic violence" or "intimate partner" or "help escape violence" or abuse or survivor or "safe housing"',
  ISOLATION: '"support groups" or "peer support" or companion or "home visiting" or mentoring or recreation',
  LEGAL: 'legal or attorney or "legal aid" or immigration or expungement or mediation',
};
