import type { Expectation, Probe } from '../config/types.ts';
import type { Observation, ObservedResponse } from '../request/observation.ts';
import type { Failure } from '../run-result.ts';
import { checkJson } from './json.ts';
import { matcher } from './pattern.ts';
import { quoted } from './quoted.ts';

/**
 * What an observation lacks to be the answer that the probe expects; empty for a good one. Without an answer that is
 * the transport failure. With a status that nobody expected it is the status: what an error page lacks beside that is
 * no news.
 */
export function checkExpectations({ expect }: Probe, observation: Observation): readonly Failure[] {
  const { response, failure, phases } = observation;
  if (response === undefined) return [{ what: failure.kind, message: failure.message }];
  const status = checkStatus(expect, response.status);
  const duration = checkDuration(expect, phases.totalMs);
  if (status.length > 0) return [...status, ...duration];
  return [
    ...duration,
    ...checkHeaders(expect, response),
    ...checkJson(expect.json, response),
    ...checkBody(expect, response),
  ];
}

function checkStatus({ status: expected }: Expectation, status: number): Failure[] {
  const fits = expected.some((one) =>
    typeof one === 'number' ? one === status : one === `${Math.floor(status / 100)}xx`,
  );
  return fits ? [] : [{ what: 'status', message: `status ${status}, expected ${expected.join(' or ')}` }];
}

function checkDuration({ maxDurationMs }: Expectation, totalMs: number): Failure[] {
  if (maxDurationMs === undefined || totalMs <= maxDurationMs) return [];
  return [{ what: 'duration', message: `took ${Math.ceil(totalMs)} ms, expected at most ${maxDurationMs} ms` }];
}

function checkHeaders({ headers }: Expectation, response: ObservedResponse): Failure[] {
  return Object.entries(headers).flatMap(([name, pattern]) => {
    const value = response.headers[name];
    if (value !== undefined && matcher(pattern)(value)) return [];
    const found = value === undefined ? 'is absent' : `is ${quoted(value)}`;
    return [{ what: `header ${name}`, message: `header ${name} ${found}, expected to match ${quoted(pattern)}` }];
  });
}

function checkBody({ body: pattern }: Expectation, { body, truncated }: ObservedResponse): Failure[] {
  if (pattern === undefined || matcher(pattern)(body)) return [];
  const found = body === '' ? 'is empty' : `begins with ${quoted(body)}`;
  const cut = truncated ? ' within the part that was kept' : '';
  return [{ what: 'body', message: `body ${found}, expected to match ${quoted(pattern)}${cut}` }];
}
