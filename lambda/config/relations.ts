import { DEFAULT_EVERY_MS, DEFAULT_METHOD, DEFAULT_TIMEOUT_MS } from './bounds.ts';
import { credentialNameProblem } from './credential-name.ts';
import { credentialRelationProblems } from './credentials/relations.ts';
import { formatDuration, parseDuration } from './duration.ts';
import { headerNameProblem } from './header-rules.ts';
import { networkProblem } from './network-rule.ts';
import type { Path } from './path.ts';
import { type Fields, isRecord } from './plain.ts';
import type { Problem } from './problem.ts';

/**
 * What has to hold between the fields of a configuration.
 *
 * Reads the plain copy as it is, so that these problems are found together with those of single fields: a field of the
 * wrong type is the schema's business and is passed over here.
 */
export function relationProblems(config: unknown): readonly Problem[] {
  if (!isRecord(config)) return [];
  const credentials = isRecord(config.credentials) ? config.credentials : {};
  const allowedForAll = config.allowPrivateNetwork === true;
  return [
    ...credentialRelationProblems(credentials, allowedForAll),
    ...probeProblems(Array.isArray(config.probes) ? config.probes : [], credentials, allowedForAll),
  ];
}

function probeProblems(probes: readonly unknown[], credentials: Fields, allowedForAll: boolean): readonly Problem[] {
  const names = new Map<unknown, number>();
  return probes.flatMap((probe, index): readonly Problem[] => {
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
      ...credentialProblems(probe, credentials),
      ...networkProblems(probe, credentials, allowedForAll),
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
  const unknown = credentialNameProblem(credential, credentials, ['credential']);
  if (unknown !== undefined) return [unknown];
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

function networkProblems(probe: Fields, credentials: Fields, allowedForAll: boolean): readonly Problem[] {
  const { url, credential, allowPrivateNetwork = allowedForAll } = probe;
  const rule =
    networkProblem(url, {
      allowPrivateNetwork: allowPrivateNetwork === true,
      carriesCredential: credential !== undefined,
    }) ?? certificateProblem(url, typeof credential === 'string' ? credentials[credential] : undefined);
  return rule === undefined ? [] : [{ path: ['url'], rule, found: url }];
}

/** Without TLS nobody asks for the certificate, and the probe would pass without it. */
function certificateProblem(url: unknown, credential: unknown): string | undefined {
  if (!isRecord(credential) || credential.kind !== 'mtls' || typeof url !== 'string') return undefined;
  const isClearText = URL.canParse(url) && new URL(url).protocol === 'http:';
  return isClearText ? 'must be https: a client certificate is shown while TLS begins' : undefined;
}
