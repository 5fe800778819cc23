/**
 * For how many days a provider still sees a person after it ended a service referral, in a program that configures none
 * (Gravity, privacy: a receiving agency's access ends with its task). A county may say 0: then it ends at once.
 */
export const defaultProviderSightDays = 30;
