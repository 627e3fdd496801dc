import type { Log } from '../ports.ts';

/**
 * Structured lines: Lambda's JSON log format takes an object that is logged and makes it the record.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-logging.html
 */
export const log: Log = (level, message, fields = {}) => {
  const { error, ...rest } = fields;
  console[level]({ message, ...rest, ...(error !== undefined && { error: describe(error) }) });
};

/** A name, a message and where it was thrown; never the error's own fields, which may hold a whole request. */
function describe(error: unknown): unknown {
  if (error instanceof AggregateError) return error.errors.map(describe);
  if (!(error instanceof Error)) return String(error);
  return { name: error.name, message: error.message, stack: error.stack?.split('\n').slice(1, 6) };
}
