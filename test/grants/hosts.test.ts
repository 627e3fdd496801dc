import { describe, expect, test } from 'vitest';
import { GRANT_PROVIDERS, providerFor } from '../../lambda/grants/providers/index.ts';
import { bearer } from './fixtures.ts';

describe('a credential that names no provider is the one at whose host it is used', () => {
  test.each([
    ['api.airtable.com', 'airtable'],
    ['api.anthropic.com', 'anthropic'],
    ['api.attio.com', 'attio'],
    ['api.cohere.com', 'cohere'],
    ['api.eu.contentful.com', 'contentful'],
    ['api.datadoghq.com', 'datadog'],
    ['api.us5.datadoghq.com', 'datadog'],
    ['api.datadoghq.eu', 'datadog'],
    ['api.us2.ddog-gov.com', 'datadog'],
    ['graph.facebook.com', 'facebook'],
    ['graph.instagram.com', 'facebook'],
    ['api.figma.com', 'figma'],
    ['acme.grafana.net', 'grafana'],
    ['api.eu1.honeycomb.io', 'honeycomb'],
    ['api.linear.app', 'linear'],
    ['api.linkedin.com', 'linkedin'],
    ['mastodon.social', 'mastodon'],
    ['api.eu.newrelic.com', 'new-relic'],
    ['api.notion.com', 'notion'],
    ['api.openai.com', 'openai'],
    ['api.getpostman.com', 'postman'],
    ['api.replicate.com', 'replicate'],
    ['api.eu.sendgrid.com', 'sendgrid'],
    ['de.sentry.io', 'sentry'],
    ['api.us.snyk.io', 'snyk'],
  ])('%s', (host, name) => {
    expect(providerFor(bearer(), [`https://${host}/x`])?.name).toBe(name);
    expect(GRANT_PROVIDERS.filter(({ answersAt }) => answersAt(host))).toHaveLength(1);
  });

  test.each([
    'api.datadoghq.com.example.com',
    'notdatadoghq.com',
    'http-intake.logs.datadoghq.com',
    'o1.ingest.sentry.io',
    'notsentry.io',
    'evilgrafana.net',
    'graph.facebook.com.example.com',
    'www.linkedin.com',
    'insights-api.newrelic.com',
    'api.openai.com.example.com',
    'localhost',
    '',
  ])('not at %j', (host) => {
    expect(GRANT_PROVIDERS.filter(({ answersAt }) => answersAt(host))).toEqual([]);
  });
});
