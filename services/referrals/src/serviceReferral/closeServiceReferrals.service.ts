import type { WriteTransaction } from "@corespond/kit";

const explanation = "The referral that it was made for is closed.";

/** Cancels the service referrals that a closed referral leaves open, and tells the outbox of each; see `closeFunction`. */
export async function closeServiceReferrals(transaction: WriteTransaction, referralId: string): Promise<void> {
  const cancelled = await transaction.query<{ id: string }>({
    name: "referrals.serviceReferral.closeAll",
    text: "SELECT service_referral_id AS id FROM close_service_referrals($1, $2)",
    values: [referralId, explanation],
  });
  for (const { id } of cancelled)
    await transaction.emit({ type: "service_referral.cancelled", entityId: id, payload: { serviceReferralId: id } });
}
