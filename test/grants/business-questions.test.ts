import { describe, expect, test } from 'vitest';
import { GRANT_PROVIDERS } from '../../lambda/grants/providers/index.ts';
import { providerNamed, said } from './provider-answers.ts';

function asked(name: string, token: string | undefined, base = 'https://api.example.com') {
  const questions = providerNamed(name).questions?.({ base, token }) ?? [];
  return questions.map(({ url }) => url.slice(base.length));
}

describe('which tokens are asked about', () => {
  test.each([
    ['slack', 'xoxb-1-a', ['/auth.test']],
    ['slack', 'xoxe.xoxb-1-a', ['/auth.test']],
    ['slack', 'xapp-1-a', []],
    ['slack', 'xoxe-1-a', []],
    ['slack', undefined, []],
    ['stripe', 'sk_live_a', ['/v1/balance']],
    ['stripe', 'rk_test_a', ['/v1/balance']],
    ['stripe', undefined, ['/v1/balance']],
    ['stripe', 'pk_live_a', []],
    ['stripe', 'sk_org_live_a', []],
    ['hubspot', 'pat-eu1-a', ['/oauth/v2/private-apps/get/access-token-info']],
    ['hubspot', 'CKDZpunPLhICAQEYs', []],
    ['hubspot', undefined, []],
    ['discord', 'MTIzNDU2Nzg5MDEyMzQ1Njc4.AAAAAA.made-up-made-up-made-up-made', ['/api/v10/users/@me']],
    ['discord', '6qrZcUqja7812RVdnEKjpzOL4CvHBFG', ['/api/v10/oauth2/@me']],
    ['discord', 'of.neither.kind', []],
    ['twitch', 'a', ['/oauth2/validate']],
    ['twitch', undefined, []],
    ['trello', 'oauth_consumer_key="k", oauth_token="t"', ['/1/members/me?fields=username']],
    ['trello', 'ATTA-a-token-without-its-key', []],
    ['trello', 'oauth_token="t"', []],
    ['zendesk', 'a', ['/api/v2/oauth/tokens/current.json', '/api/v2/users/me.json']],
    ['zendesk', undefined, ['/api/v2/users/me.json']],
  ])('%s, %s: %j', (name, token, expected) => {
    expect(asked(name, token)).toEqual(expected);
  });

  test('a Twilio key is asked about where every key is known, and not in another region', () => {
    expect(asked('twilio', undefined, 'https://verify.twilio.com')).toEqual(['/v2/Services?PageSize=1']);
    expect(asked('twilio', undefined, 'http://127.0.0.1:1')).toEqual(['/v2/Services?PageSize=1']);
    expect(asked('twilio', undefined, 'https://api.dublin.ie1.twilio.com')).toEqual([]);
    expect(providerNamed('twilio').answersAt('api.dublin.ie1.twilio.com')).toBe(false);
  });
});

describe('how they are asked', () => {
  test('Twitch is asked with its own scheme', () => {
    const [question] = providerNamed('twitch').questions?.({ base: 'https://id.twitch.tv', token: 'a' }) ?? [];
    expect(question?.headers).toEqual({ authorization: 'OAuth a' });
  });

  test('HubSpot is told the token in the body, and Dropbox that there is nothing to say', () => {
    const [hubspot] = providerNamed('hubspot').questions?.({ base: 'https://a', token: 'pat-na1-"a' }) ?? [];
    expect(hubspot).toMatchObject({ method: 'POST', headers: { 'content-type': 'application/json' } });
    expect(JSON.parse(hubspot?.body ?? '')).toEqual({ tokenKey: 'pat-na1-"a' });
    const [dropbox] = providerNamed('dropbox').questions?.({ base: 'https://a', token: 'sl.a' }) ?? [];
    expect(dropbox).toMatchObject({ method: 'POST', headers: { 'content-type': 'application/json' }, body: 'null' });
  });

  test('the GraphQL of monday.com is a query', () => {
    const [question] = providerNamed('monday').questions?.({ base: 'https://a', token: 'a' }) ?? [];
    expect(JSON.parse(question?.body ?? '')).toEqual({ query: expect.stringMatching(/^query \{/) });
  });

  test.each([
    ['salesforce', '/services/oauth2/userinfo'],
    ['zendesk', '/api/v2/oauth/tokens/current.json'],
    ['pagerduty', '/users/me'],
    ['mailgun', '/v4/domains?limit=1'],
    ['twilio', '/v2/Services?PageSize=1'],
  ])('%s refuses %s to tokens that live', (name, path) => {
    const questions = providerNamed(name).questions?.({ base: 'https://a', token: 'a' }) ?? [];
    expect(questions.find(({ url }) => url === `https://a${path}`)?.tellsLife).toBe(false);
  });
});

test('the mode of a Stripe key stands in its prefix, which is all that is shown of it', () => {
  const readToken = providerNamed('stripe').readToken;
  expect(said(readToken?.('sk_test_secret'))).toEqual({ identity: 'test mode' });
  expect(said(readToken?.('rk_live_secret'))).toEqual({ identity: 'live mode' });
  expect(JSON.stringify(readToken?.('sk_org_live_secret'))).not.toContain('secret');
  expect(readToken?.('pk_live_secret')).toBeUndefined();
});

describe('which scopes include which', () => {
  test.each([
    ['shopify', 'write_products', ['read_products']],
    ['shopify', 'unauthenticated_write_checkouts', ['unauthenticated_read_checkouts']],
    ['shopify', 'read_products', []],
    ['pipedrive', 'deals:full', ['deals:read']],
    ['pipedrive', 'deals:read', []],
    ['zendesk', 'tickets:write', []],
  ])('%s: %s includes %j', (name, scope, expected) => {
    expect(providerNamed(name).implies(scope)).toEqual(expected);
  });

  test('Zendesk: to read is to read every resource, and to write is not to read', () => {
    const { implies } = providerNamed('zendesk');
    expect(implies('read')).toContain('tickets:read');
    expect(implies('write')).toContain('tickets:write');
    expect(implies('write').filter((scope) => scope.endsWith(':read'))).toEqual([]);
  });
});

describe('whose host it is', () => {
  test.each([
    ['slack', 'acme.slack.com'],
    ['shopify', 'example.myshopify.com'],
    ['salesforce', 'example.my.salesforce.com'],
    ['zendesk', 'example.zendesk.com'],
    ['pipedrive', 'example.pipedrive.com'],
    ['hubspot', 'api-eu1.hubapi.com'],
    ['square', 'connect.squareupsandbox.com'],
    ['pagerduty', 'api.eu.pagerduty.com'],
    ['mailgun', 'api.eu.mailgun.net'],
    ['intercom', 'api.eu.intercom.io'],
    ['twitch', 'api.twitch.tv'],
    ['dropbox', 'content.dropboxapi.com'],
  ])('%s answers at %s, at no host that looks like it', (name, host) => {
    const { answersAt } = providerNamed(name);
    expect(answersAt(host)).toBe(true);
    expect([`${host}.evil.example`, `not${host.split('.').slice(-2).join('.')}`].filter(answersAt)).toEqual([]);
  });

  test.each(['square', 'pagerduty', 'mailgun', 'intercom', 'shopify', 'salesforce', 'zendesk', 'pipedrive'])(
    '%s has more hosts than one, and is asked where the probes go',
    (name) => expect(providerNamed(name).home).toBeUndefined(),
  );

  test('no host is two providers', () => {
    const hosts = ['slack.com', 'api.stripe.com', 'api.box.com', 'app.asana.com', 'api.zoom.us', 'discord.com'];
    for (const host of hosts) expect(GRANT_PROVIDERS.filter(({ answersAt }) => answersAt(host))).toHaveLength(1);
  });
});
