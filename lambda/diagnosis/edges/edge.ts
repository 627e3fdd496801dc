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
}

/** An edge network, firewall, bot defence or egress proxy that answers in place of the API. */
export interface Edge {
  readonly name: string;
  /** Any of them shows it. */
  readonly marks: readonly Mark[];
  /** What its page says when it is not a plain block, by the text that people see in lower case; the first counts. */
  readonly says?: readonly (readonly [Cause, RegExp])[];
  /** The next step, as for a provider. */
  readonly remedies?: Readonly<Partial<Record<Cause, string>>>;
}

/** Whether the answer is this edge's own. `lower` is the body in lower case; an API's structured answer is no page. */
export function shows({ marks }: Edge, reading: Reading, lower: string, isPage: boolean): boolean {
  return marks.some(
    ({ body, field, server, json }) =>
      (isPage || json === true) &&
      (server === undefined || server.test(reading.fields.get('server') ?? '')) &&
      (field === undefined || field[1].test(reading.fields.get(field[0]) ?? '')) &&
      (body === undefined || body.test(lower)),
  );
}
