/**
 * The configuration, or the file it is in, is wrong: a mistake for its author to correct, never a fault of ours.
 * `message` is the problems, one a line; none of them holds a credential, a header's value, a query or a body.
 * `cause` is set where a file cannot be read, or something in the configuration throws.
 */
export class ConfigError extends Error {
  override readonly name = 'ConfigError' as const;
  readonly code = 'CONFIG_INVALID' as const;
  /** Where, the rule with its bounds, what was found; at least one. */
  readonly problems: readonly string[];

  constructor(problems: readonly string[], options?: ErrorOptions) {
    super(problems.join('\n'), options);
    this.problems = problems;
  }
}
