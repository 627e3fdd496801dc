/** The call is wrong: the message says how, and what to do instead. Not for the configuration, see `ConfigError`. */
export class UsageError extends Error {
  override readonly name = 'UsageError' as const;
}
