import { describe, expect, test } from 'vitest';
import { baseFor } from '../../lambda/grants/base.ts';
import type { GrantProvider } from '../../lambda/grants/provider.ts';
import { anthropic } from '../../lambda/grants/providers/anthropic.ts';
import { datadog } from '../../lambda/grants/providers/datadog.ts';
import { facebook } from '../../lambda/grants/providers/facebook.ts';
import { figma } from '../../lambda/grants/providers/figma.ts';
import { honeycomb } from '../../lambda/grants/providers/honeycomb.ts';
import { newRelic } from '../../lambda/grants/providers/new-relic.ts';
import { openai } from '../../lambda/grants/providers/openai.ts';
import { bearer } from './fixtures.ts';

const base = 'https://api.example.com';

/** Each question, with a `?` after it where a refusal says nothing of the key's life. */
function asked(provider: GrantProvider, token: string | undefined): readonly string[] {
  const questions = provider.questions?.({ base, token }) ?? [];
  return questions.map(({ url, tellsLife = true }) => `${url.slice(base.length)}${tellsLife ? '' : ' ?'}`);
}

describe('a key is asked what keys of its kind may ask', () => {
  test.each([
    ['an API key of Datadog', datadog, '0123456789abcdef0123456789abcdef', ['/api/v1/validate', '/api/v2/validate ?']],
    ['an application key of Datadog', datadog, 'ddap_planted', ['/api/v2/validate_keys ?']],
    [
      'a personal token of Datadog',
      datadog,
      'ddpat_planted',
      ['/api/v2/validate_keys', '/api/v2/personal_access_tokens?page[size]=100 ?'],
    ],
    ['a service token of Datadog', datadog, 'ddsat_planted', ['/api/v2/validate_keys']],
    ['an unknown one of Datadog', datadog, undefined, ['/api/v2/validate_keys ?']],
    ['a key of Anthropic', anthropic, 'sk-ant-api03-planted', ['/v1/models?limit=1']],
    ['an admin key of Anthropic', anthropic, 'sk-ant-admin01-planted', ['/v1/organizations/me']],
    ['a token of Claude Code', anthropic, 'sk-ant-oat01-planted', []],
    ['a key of OpenAI', openai, 'sk-proj-planted', ['/v1/me']],
    ['an admin key of OpenAI', openai, 'sk-admin-planted', []],
    ['a user key of New Relic', newRelic, 'NRAK-PLANTED', ['/graphql']],
    ['a license key of New Relic', newRelic, '0123456789abcdefFFFFNRAL', []],
    ['an ingest key of Honeycomb', honeycomb, 'hcxik_planted', ['/1/auth']],
    ['a management key of Honeycomb', honeycomb, 'hcxmk_planted:planted', ['/2/auth']],
    ['an app token of Facebook', facebook, '138483919580948|planted', ['/debug_token ?']],
    [
      'a user token of Facebook',
      facebook,
      'EAAplanted',
      ['/debug_token ?', '/me?fields=id', '/me/permissions?limit=500 ?'],
    ],
  ])('%s', (_, provider, token, expected) => {
    expect(asked(provider, token)).toEqual(expected);
  });
});

test('Figma for governments is asked itself: a token of one cloud is none of the other', () => {
  const urls = ['https://api.figma-gov.com/v1/files/a'];
  expect(figma.answersAt('api.figma-gov.com')).toBe(true);
  expect(baseFor({ ...bearer(), provider: 'figma' }, figma, urls)).toBe('https://api.figma-gov.com');
});

test('Facebook is asked about a token in the body, by a POST that reads', () => {
  const [question] = facebook.questions?.({ base, token: '1|planted&x=' }) ?? [];
  expect(question?.method).toBe('POST');
  expect(Object.fromEntries(new URLSearchParams(question?.body))).toEqual({
    method: 'GET',
    input_token: '1|planted&x=',
  });
});
