import type { Cause } from '../causes.ts';
import type { Reading } from '../reading.ts';

/** One way in which an edge shows itself; all that it names must hold. */
export interface Mark {
  /** In the body, which is given in lower case. A `server` field alone is none: an API behind an edge has it too. */
  readonly body?: RegExp;
  /** A field that the edge sets only when it answers itself, and what its value looks like. */
  readonly field?: readonly [string, RegExp];
  /** For default pages, which count only with this `server`. */
  readonly server?: RegExp;
  /** The answer may be JSON, for clients that ask for it. */
  readonly json?: true;
  /** For default pages that say nothing but the status: others may look the same. */
  readonly likely?: true;
}

/** An edge network, firewall, bot defence or egress proxy that answers in place of the API. */
export interface Edge {
  readonly name: string;
  /** Any of them shows it. */
  readonly marks: readonly Mark[];
  /**
   * What its page says when it is not a plain block, by the text that people see in lower case; the first counts.
   * `unknown` stands for an outage, which is no block.
   */
  readonly says?: readonly (readonly [Cause, RegExp])[];
  /** The id on its page by which its log is searched: the first group, in the text that people see. */
  readonly requestId?: RegExp;
  /** Response fields with that id, where the usual ones are not its own. */
  readonly requestIdFields?: readonly string[];
  /** The next step, as for a provider. */
  readonly remedies?: Readonly<Partial<Record<Cause, string>>>;
}

/**
 * The mark that shows that the answer is this edge's own. `lower` is the body in lower case. An API's structured answer
 * is no page, whichever edge it passed, but a field that only a refusing edge sets counts with any body.
 */
export function markOf({ marks }: Edge, reading: Reading, lower: string, isPage: boolean): Mark | undefined {
  return marks.find(
    ({ body, field, server, json }) =>
      (body === undefined || ((isPage || json === true) && body.test(lower))) &&
      (field === undefined || field[1].test(reading.fields.get(field[0]) ?? '')) &&
      (server === undefined || server.test(reading.fields.get('server') ?? '')),
  );
}
