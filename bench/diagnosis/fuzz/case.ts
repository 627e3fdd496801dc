import type { DiagnosisContext, Refusal } from '../../../lambda/diagnosis/diagnosis.ts';
import { fixtures } from '../../../test/diagnosis/fixtures.ts';
import { mutateBody } from './body.ts';
import { type AnyHeaders, mutateHeaders } from './headers.ts';
import { type Random, seeded } from './random.ts';
import { echo, echoInHeaders, plant } from './secret.ts';

/** A made-up refusal with what must not come out of it. */
export interface Case {
  readonly refusal: Refusal;
  readonly context: DiagnosisContext;
  readonly secret: string;
}

/** The case of this number: always the same one. */
export function caseOf(seed: number): Case {
  const random = seeded(seed);
  const { request, response } = random.pick(fixtures);
  const other = random.pick(fixtures);
  const planted = plant(random.chance(0.1) ? random.pick(URLS) : String(request.url), random);
  const isEchoed = random.chance(0.35);
  const body = isEchoed ? echo(response.body, planted.secret, random) : response.body;
  const mutated = isEchoed && random.chance(0.6) ? body : mutateBody(body, random, other.response.body);
  const headers = {
    ...mutateHeaders(response.headers, random, other.response.headers),
    ...(isEchoed && echoInHeaders(planted.secret, random)),
  };
  return {
    refusal: frozen({
      request: {
        method: (random.chance(0.95) ? request.method : random.pick(ODD_VALUES)) as string,
        url: planted.url,
        headers: { ...planted.headers, ...mutateHeaders(withoutCredentials(request.headers), random, {}) } as Headers,
      },
      response: {
        status: (random.chance(0.7) ? response.status : random.pick(STATUSES)) as number,
        headers: headers as Headers,
        body: (random.chance(0.995) ? mutated : random.pick(ODD_VALUES)) as string,
      },
    }),
    context: frozen(contextOf(random)),
    secret: planted.secret,
  };
}

type Headers = Refusal['request']['headers'];

const STATUSES: readonly unknown[] = [
  0, -1, 100, 200, 301, 302, 400, 401, 402, 403, 404, 407, 429, 451, 500, 503, 511, 999, 1e9, 401.5, '401', 'x', '',
  Number.NaN, Number.POSITIVE_INFINITY, null, undefined, {}, [], true,
]; // biome-ignore format: a list reads best in few lines

const URLS = [
  '', ' ', 'x', '/path?a=b', 'https://', 'https://[::1]:0/', 'javascript:alert(1)', 'https://api.github.com.evil.example/',
  'https://xn--/', '%', 'https://e.com/%zz?%zz=%zz', `https://e.com/${'a/'.repeat(40_000)}`, `https://${'a.'.repeat(100)}com/`,
  `https://e.com/?${'key=&'.repeat(5000)}`, 'https://api.telegram.org/bot123:abcdefghijkl/getMe', 'https://e.com/\ud800',
] as const; // biome-ignore format: as above

const ODD_VALUES: readonly unknown[] = ['', null, undefined, 0, Number.NaN, {}, [], { toString: 1, valueOf: 1 }, true];

const TIMES: readonly unknown[] = [
  undefined, 0, -1, 1.5e9, 4e9, 1.5e12, 4e12, 8.64e15, 8.64e15 + 1, 1e300, Number.NaN, Number.POSITIVE_INFINITY,
]; // biome-ignore format: as above

const PROVIDERS = ['github', 'aws', 'slack', 'nobody', '', '__proto__', 'constructor'] as const;

function contextOf(random: Random): DiagnosisContext {
  const sometimes = <Name extends keyof DiagnosisContext>(name: Name, values: readonly unknown[]) =>
    random.chance(0.3) ? { [name]: random.pick(values) } : {};
  return {
    ...sometimes('credentialSent', [true, false, undefined]),
    ...sometimes('credentialExpiresAt', TIMES),
    ...sometimes('succeededAt', TIMES),
    ...sometimes('now', TIMES),
    ...sometimes('provider', PROVIDERS),
    ...sometimes('wantedScopes', [[], ['repo', 'a:b'], ['__proto__'], ['']]),
  };
}

/** The fixtures' own are placeholders, which every answer may show. */
function withoutCredentials(headers: Headers): AnyHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => !/REDACTED/.test(String(value))));
}

/** What changes it throws: modules are strict. */
function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
}
