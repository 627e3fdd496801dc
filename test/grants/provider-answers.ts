import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Question } from '../../lambda/grants/provider.ts';
import { GRANT_PROVIDERS } from '../../lambda/grants/providers/index.ts';
import type { GrantReading } from '../../lambda/grants/reading.ts';
import type { ObservedResponse } from '../../lambda/request/observation.ts';

/** One answer of a provider as its documentation or a public recording shows it, and what it says of the credential. */
export interface ProviderAnswer {
  readonly id: string;
  readonly provider: string;
  /** The page or file that it is from. */
  readonly source: string;
  /** What the source did not show and was filled in. */
  readonly filledIn?: string;
  /** A made-up token of the kind that asked, where the kind matters. */
  readonly token?: string;
  /** Where the API is; default: the provider's home, else `https://api.example.com`. */
  readonly base?: string;
  /** `GET /path`, as the question is asked below `base`; absent where the answer is to a probe's own request. */
  readonly asked?: string;
  readonly answer: { readonly status: number; readonly headers?: Record<string, string>; readonly body?: unknown };
  /** All that is to be read: `life`, `expiresAt` and `issuedAt` (epoch seconds), `scopes`, `identity`, `ofSecret`. */
  readonly says: Readonly<Record<string, unknown>>;
}

const folder = join(import.meta.dirname, '../fixtures/grants');

export const providerAnswers: readonly ProviderAnswer[] = globSync('*.ndjson', { cwd: folder })
  .toSorted()
  .flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n'))
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line) as ProviderAnswer);

export function providerNamed(name: string) {
  const provider = GRANT_PROVIDERS.find((one) => one.name === name);
  if (provider === undefined) throw new Error(`no provider is named ${name}`);
  return provider;
}

export function responseOf({ status, headers = {}, body = '' }: ProviderAnswer['answer']): ObservedResponse {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { status, headers, body: text, truncated: false };
}

/** The question that a fixture is the answer to. */
export function questionOf({ provider: name, asked, base, token, id }: ProviderAnswer): Question {
  const provider = providerNamed(name);
  const from = base ?? provider.home ?? 'https://api.example.com';
  const questions = provider.questions?.({ base: from, token }) ?? [];
  const found = questions.find(({ method = 'GET', url }) => `${method} ${url}` === asked?.replace(' ', ` ${from}`));
  if (found === undefined) {
    const known = questions.map(({ method = 'GET', url }) => `${method} ${url}`);
    throw new Error(`${id}: ${name} does not ask ${asked} of ${from}: ${known.join(', ')}`);
  }
  return found;
}

/** What a reading says, without where it was read. */
export function said(reading: GrantReading | undefined): Record<string, unknown> {
  const { source: _, ofSecret, ...stated } = reading ?? { source: 'reported' };
  const values = Object.entries(stated).map(([key, one]) => [key, (one as { value: unknown }).value]);
  return { ...Object.fromEntries(values), ...(ofSecret && { ofSecret }) };
}
