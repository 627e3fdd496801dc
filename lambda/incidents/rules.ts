/** What of the configuration decides about incidents. */
export interface IncidentRules {
  /** Bad runs before an incident opens, 1 to 10. */
  readonly failureThreshold: number;
  /** How long an open incident stays quiet between reminders. */
  readonly remindEveryMs: number;
  /** Days before an expiry at which to warn. */
  readonly expiryWarningDays: readonly number[];
  /** Names of the probes that are configured with a credential. */
  readonly probesOf: (credential: string) => readonly string[];
}
