import { type Finding, findMessage, messageEvidence, type Rule, statusEvidence } from '../finding.ts';
import type { Reading } from '../reading.ts';
import type { Provider } from './provider.ts';

const rule: Rule = (reading): Finding | undefined => closed(reading) ?? scopeMissing(reading);

/** A shop that is frozen (402) or locked (423), whatever the body says. */
function closed(reading: Reading): Finding | undefined {
  if (reading.status !== 402 && reading.status !== 423) return undefined;
  const said = reading.messages.slice(0, 1).map(messageEvidence);
  return { cause: 'account-suspended', confidence: 'certain', evidence: [statusEvidence(reading), ...said] };
}

/** GraphQL puts the scopes in back-ticks. */
function scopeMissing(reading: Reading): Finding | undefined {
  const message = findMessage(reading, REQUIRED_SCOPE);
  const list = REQUIRED_SCOPE.exec(message?.plain ?? '')?.[1];
  if (message === undefined || list === undefined) return undefined;
  const missingScopes = [...list.matchAll(/`(\w{1,80})`/g)].map(([, scope]) => scope ?? '');
  return {
    cause: 'scope-missing',
    confidence: 'certain',
    evidence: [messageEvidence(message)],
    details: { missingScopes },
  };
}

const REQUIRED_SCOPE = /\brequired access: (`[\w`, ]{1,300}`) access scopes?\b/;

/**
 * Shopify says `ACCESS_DENIED` for a missing scope and for a feature that the shop does not have.
 *
 * @see https://shopify.dev/docs/api/usage/response-codes
 * @see https://shopify.dev/changelog/admin-api-requests-to-locked-stores-will-return-a-423-status-code-instead-of-420
 * @see https://github.com/Shopify/function-examples/issues/164
 */
export const shopify: Provider = {
  name: 'shopify',
  hosts: ['myshopify.com'],
  fields: [
    'x-shopid',
    'x-shardid',
    'x-sorting-hat-podid',
    'x-sorting-hat-shopid',
    ['www-authenticate', /shopify api authentication/i],
  ],
  rule,
  sentences: [
    { cause: 'feature-unavailable', when: /\brequired access: the shop must have access to\b/ },
    { cause: 'scope-missing', when: /\brequires merchant approval for [\w, ]{1,200} scopes?\b/ },
  ],
  remedies: {
    'scope-missing':
      'Ask for it in the app and send the merchant through the authorisation again: https://shopify.dev/docs/api/usage/access-scopes',
    'account-suspended': "The shop's owner has to sign in and settle the balance.",
  },
};
