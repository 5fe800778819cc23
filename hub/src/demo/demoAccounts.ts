/** A demonstration account: who signs in, and as what. Its name is the token's subject. */
export interface HubDemoAccount {
  readonly account: string;
  readonly role: string;
  readonly name: string;
}

/** One account per role; all persons are synthetic, and look it. */
export const demoAccounts: readonly HubDemoAccount[] = [
  { account: "officer", role: "officer", name: "Olivia Testofficer, Brooklyn Park Police" },
  { account: "dispatcher", role: "dispatcher", name: "Dana Testdispatcher, Metro Example Dispatch" },
  { account: "social-worker", role: "social worker", name: "Sam Testworker, Hennepin County" },
  { account: "supervisor", role: "supervisor", name: "Sidney Testsupervisor, Hennepin County" },
  { account: "provider", role: "provider", name: "Parker Testprovider, Example Counseling Center" },
  { account: "privacy-officer", role: "privacy officer", name: "Priya Testprivacy, Hennepin County" },
  { account: "analyst", role: "analyst", name: "Alex Testanalyst, Hennepin County" },
  { account: "administrator", role: "administrator", name: "Addison Testadmin, Hennepin County" },
  { account: "partner-client", role: "partner client", name: "a machine of Example Counseling Center" },
  { account: "resident", role: "resident", name: "Drew Samplewood, who sees the own record" },
];
