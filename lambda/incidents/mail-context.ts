import type { Config } from '../config/types.ts';

/** What a mail is written with beside the alert itself. */
export interface MailContext {
  readonly config: Config;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly links: {
    readonly dashboard?: string;
    /** Where a person sees the secret, by `CredentialConfig.secret`. */
    readonly secret?: (ref: string) => string | undefined;
  };
  /** The steps that store a new value of a credential's secret, one a line, without any value. */
  readonly storeSecret: (credential: string) => string;
}
