import { DEFAULT_EVERY_MS, DEFAULT_METHOD, DEFAULT_TIMEOUT_MS } from './bounds.ts';
import { formatDuration, parseDuration } from './duration.ts';
import { headerNameProblem } from './header-rules.ts';
import { isPrivateHost } from './host.ts';
import { isRecord } from './plain.ts';
import type { Path, Problem } from './problem.ts';
import { looksLikeSecret } from './secret-looking.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * What has to hold between the fields of a configuration.
 *
 * Reads the plain copy as it is, so that these problems are found together with those of single fields: a field of the
 * wrong type is the schema's business and is passed over here.
 */
export function relationProblems(config: unknown): readonly Problem[] {
  if (!isRecord(config) || !Array.isArray(config.probes)) return [];
  const names = new Map<unknown, number>();
  return config.probes.flatMap((probe: unknown, index): readonly Problem[] => {
    if (!isRecord(probe)) return [];
    const first = names.get(probe.name);
    if (first === undefined) names.set(probe.name, index);
    const at = (problem: Problem): Problem => ({ ...problem, path: ['probes', index, ...problem.path] });
    return [
      ...(first !== undefined && typeof probe.name === 'string'
        ? [{ path: ['name'], rule: `must be unique: probes[${first}] has the same`, found: probe.name }]
        : []),
      ...bodyProblems(probe),
      ...headerProblems(probe),
      ...timeProblems(probe),
      ...credentialProblems(probe, isRecord(config.credentials) ? config.credentials : {}),
      ...networkProblems(probe, config.allowPrivateNetwork === true),
    ].map(at);
  });
}

function bodyProblems({ method = DEFAULT_METHOD, body, json }: Fields): readonly Problem[] {
  const key = json === undefined ? 'body' : 'json';
  if (body === undefined && json === undefined) return [];
  if (body !== undefined && json !== undefined) {
    return [{ path: ['body'], rule: 'must not be set together with "json": a request has one body' }];
  }
  if (method !== 'GET' && method !== 'HEAD') return [];
  return [{ path: [key], rule: `must not be set with method ${method}: set another "method"` }];
}

function headerProblems({ headers, expect }: Fields): readonly Problem[] {
  const refused = Object.keys(isRecord(headers) ? headers : {}).flatMap((name) => {
    const rule = headerNameProblem(name);
    return rule === undefined ? [] : [{ path: ['headers', name], rule }];
  });
  const expected = isRecord(expect) ? expect.headers : undefined;
  return [...refused, ...namesGivenTwice(headers, ['headers']), ...namesGivenTwice(expected, ['expect', 'headers'])];
}

function namesGivenTwice(headers: unknown, path: Path): readonly Problem[] {
  const seen = new Set<string>();
  return Object.keys(isRecord(headers) ? headers : {}).flatMap((name) => {
    const isNew = seen.size < seen.add(name.toLowerCase()).size;
    return isNew ? [] : [{ path: [...path, name], rule: 'must not be set twice: upper and lower case are the same' }];
  });
}

function timeProblems({ every, timeout, expect }: Fields): readonly Problem[] {
  const everyMs = every === undefined ? DEFAULT_EVERY_MS : parseDuration(every);
  if (everyMs === undefined) return [];
  const timeoutMs = timeout === undefined ? Math.min(DEFAULT_TIMEOUT_MS, everyMs) : parseDuration(timeout);
  if (timeoutMs === undefined) return [];
  const maxDurationMs = isRecord(expect) ? expect.maxDurationMs : undefined;
  return [
    ...(timeoutMs > everyMs
      ? [{ path: ['timeout'], rule: `must not be longer than "every", ${formatDuration(everyMs)}`, found: timeout }]
      : []),
    ...(typeof maxDurationMs === 'number' && maxDurationMs > timeoutMs
      ? [
          {
            path: ['expect', 'maxDurationMs'],
            rule: `must not be longer than the timeout, ${timeoutMs}`,
            found: maxDurationMs,
          },
        ]
      : []),
  ];
}

function credentialProblems(probe: Fields, credentials: Fields): readonly Problem[] {
  const { credential } = probe;
  if (typeof credential !== 'string') return [];
  const path = ['credential'];
  if (looksLikeSecret(credential)) {
    return [{ path, rule: 'must be the name of a configured credential, not a secret itself' }];
  }
  if (!Object.hasOwn(credentials, credential)) {
    const meant = { wrong: credential, names: Object.keys(credentials) };
    return [{ path, rule: 'must be the name of a configured credential', found: credential, meant }];
  }
  const used = credentials[credential];
  if (!isRecord(used) || used.kind !== 'api-key' || typeof used.name !== 'string') return [];
  return used.in === 'header' ? clashesOfHeader(used.name, probe) : clashesOfParameter(used.name, probe);
}

const CLASH_RULE = 'must not be set: the credential sets it';

function clashesOfHeader(header: string, { headers }: Fields): readonly Problem[] {
  return Object.keys(isRecord(headers) ? headers : {})
    .filter((name) => name.toLowerCase() === header.toLowerCase() && headerNameProblem(name) === undefined)
    .map((name) => ({ path: ['headers', name], rule: CLASH_RULE }));
}

/** The request leaves a parameter alone that is there already, as after a redirect: the key would never be sent. */
function clashesOfParameter(parameter: string, { url, query }: Fields): readonly Problem[] {
  const isInUrl = typeof url === 'string' && URL.canParse(url) && new URL(url).searchParams.has(parameter);
  const isInQuery = isRecord(query) && Object.hasOwn(query, parameter);
  return [
    ...(isInUrl
      ? [{ path: ['url'], rule: 'must not have the query parameter that the credential sets: remove it' }]
      : []),
    ...(isInQuery ? [{ path: ['query', parameter], rule: CLASH_RULE }] : []),
  ];
}

function networkProblems(probe: Fields, allowedForAll: boolean): readonly Problem[] {
  const { url: text, credential, allowPrivateNetwork = allowedForAll } = probe;
  if (typeof text !== 'string' || !URL.canParse(text)) return [];
  const url = new URL(text);
  const isPrivate = isPrivateHost(url.hostname);
  if (isPrivate && allowPrivateNetwork !== true) {
    const rule = 'must not name a private or loopback address: set allowPrivateNetwork: true to allow it';
    return [{ path: ['url'], rule, found: text }];
  }
  if (url.protocol === 'http:' && credential !== undefined && !isPrivate) {
    return [{ path: ['url'], rule: 'must be https: a credential does not travel in clear text', found: text }];
  }
  return [];
}
