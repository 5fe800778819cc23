/** Everything that a person and a record state, for tests that compare ways to reach them. */
const detailFields = `
  names { use given middle family suffix text } description birthDate { date precision } age sex genderIdentity
  languages { code preferred needsInterpreter } phones { raw e164 }
  addresses { kind place address1 address2 city stateProvince postalCode country }
  safeContact { channel hours { days from to } instructions }
  guardians { name relation phone { raw e164 } authority }
  redactions { field reason } version`;

/** Everything of a person. */
export const personFields = `
  id recordId recordIds ${detailFields}
  records { id sourceAgency { id } recordedBy { id } recordedAt ${detailFields} }
  consents(first: 10) { totalCount edges { node { id } } }`;
