import { type AnyPolicy, Role, type RowRule } from "@corespond/kit";

import { welfareRoles } from "../access/rolesOfReferrals";

const terms: Pick<RowRule, "basis" | "source" | "where"> = {
  basis: "STATUTE",
  source: "Minn. Stat. 13.04, subd. 2",
  where: "EXISTS (SELECT FROM referral r WHERE r.id = referral_id)",
};

/** That a warning was given: the social worker who sends a resident's own referral says so, the welfare side may look. */
export const tennessenPolicy: AnyPolicy = {
  type: "TennessenWarning",
  tables: [
    {
      table: "tennessen_warning",
      select: [{ ...terms, id: "welfare", roles: welfareRoles, relation: "of a referral that one sees" }],
      insert: [{ ...terms, id: "sender", roles: [Role.SOCIAL_WORKER], relation: "of a referral that one sees" }],
    },
  ],
  fields: [],
};
