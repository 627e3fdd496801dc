import type { ObservedResponse } from '../../request/observation.ts';
import { nameAt, scopesAt } from '../facts-at.ts';
import { isoTime } from '../iso-time.ts';
import { alive, booleanAt, jsonOf, listAt, reported, stated, textAt, textsAt, valueAt } from '../json-answer.ts';
import type { Asked, GrantProvider, Question } from '../provider.ts';
import { type GrantReading, scopesIn } from '../reading.ts';

/**
 * Datadog: what can be asked depends on the kind of key. An API key has a question of its own; a personal access token
 * finds itself in the list of its user's by its public portion; an application key counts only beside an API key, so
 * that a refusal may be of the other one.
 *
 * @see https://docs.datadoghq.com/api/latest/authentication/validate-api-key/
 * @see https://docs.datadoghq.com/api/latest/key-management/validate-api-key/ (v2)
 * @see https://docs.datadoghq.com/api/latest/key-management/validate-api-and-application-keys/
 * @see https://docs.datadoghq.com/api/latest/key-management/get-all-personal-access-tokens/
 */
export const datadog: GrantProvider = {
  name: 'datadog',
  answersAt: (host) => /^api\.(?:[a-z]{2}\d\.)?(?:datadoghq\.com|datadoghq\.eu|ddog-gov\.com)$/.test(host),
  questions: questionsFor,
  implies: () => [],
};

function questionsFor({ base, token = '' }: Asked): readonly Question[] {
  if (/^[0-9a-f]{32}$/.test(token)) {
    return [
      { url: `${base}/api/v1/validate`, read: readValid },
      { url: `${base}/api/v2/validate`, read: readApiKey, tellsLife: false },
    ];
  }
  const isStandalone = /^dd[ps]at_/.test(token);
  const pair: Question = { url: `${base}/api/v2/validate_keys`, read: readPair, tellsLife: isStandalone };
  const list: Question = {
    url: `${base}/api/v2/personal_access_tokens?page[size]=100`,
    read: (answer) => readList(answer, token),
    tellsLife: false,
  };
  return token.startsWith('ddpat_') ? [pair, list] : [pair];
}

function readValid(answer: ObservedResponse): GrantReading {
  return reported({ life: booleanAt(jsonOf(answer), 'valid') ? alive(answer) : undefined });
}

function readApiKey(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const isValid = booleanAt(body, 'data', 'attributes', 'valid') === true;
  if (textAt(body, 'data', 'type') !== 'validate_v2' || !isValid) return reported({});
  return reported({
    life: alive(answer),
    scopes: scopesAt(body, 'data', 'attributes', 'api_key_scopes'),
    // The organisation's: the key has another.
    identity: nameAt(body, 'data', 'id'),
  });
}

function readPair(answer: ObservedResponse): GrantReading {
  return reported({ life: textAt(jsonOf(answer), 'status') === 'ok' ? alive(answer) : undefined });
}

/** Shorter than this, a part of a token could be another's by chance. */
const MIN_PORTION_LENGTH = 8;

function readList(answer: ObservedResponse, token: string): GrantReading {
  const own = (listAt(jsonOf(answer), 'data') ?? []).filter((one) => {
    const portion = textAt(one, 'attributes', 'public_portion') ?? '';
    return portion.length >= MIN_PORTION_LENGTH && token.includes(portion);
  });
  if (own.length !== 1) return reported({});
  const attributes = valueAt(own[0], 'attributes');
  const listed = textsAt(attributes, 'scopes');
  const scopes = listed && scopesIn(listed);
  const expiresAt = textAt(attributes, 'expires_at');
  const createdAt = textAt(attributes, 'created_at');
  return reported({
    life: alive(answer),
    expiresAt: stated(isoTime(expiresAt), 'body data[].attributes.expires_at', expiresAt),
    issuedAt: stated(isoTime(createdAt), 'body data[].attributes.created_at', createdAt),
    scopes: stated(scopes, 'body data[].attributes.scopes', scopes?.join(' ')),
  });
}
