/** What a newcomer asks first: any role may, and each gets what it may see. */
export const firstQuery = `{
  me {
    name { given family }
    role
  }
  referrals(first: 3) {
    edges {
      node {
        submittedAt
        urgency
        acknowledgement
        status
        person { names { text } }
        call { incidentNumber natureText }
      }
    }
  }
}
`;
