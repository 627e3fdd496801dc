import { type Finding, findMessage, messageEvidence, type Rule } from '../finding.ts';
import { textAt } from '../reading/json.ts';
import type { Provider } from './provider.ts';

const NOT_AUTHORIZED = /\bconsumer (?:isn't|is not) authorized to access %resources/;

/** Magento answers 401 to a missing permission too, with the ACL resource in `parameters`. */
const rule: Rule = (reading): Finding | undefined => {
  const message = findMessage(reading, NOT_AUTHORIZED);
  if (message === undefined) return undefined;
  const evidence = [messageEvidence(message)];
  return reading.credential.sent === false
    ? { cause: 'credential-missing', confidence: 'likely', evidence }
    : { cause: 'permission-denied', confidence: 'likely', evidence };
};

/**
 * Magento and Adobe Commerce.
 *
 * @see https://github.com/magento/magento2/blob/2.4-develop/lib/internal/Magento/Framework/Webapi/ErrorProcessor.php
 * @see https://github.com/magento/magento2/issues/36811
 */
export const magento: Provider = {
  name: 'magento',
  wrote: ({ json, messages }) =>
    textAt(json, 'parameters', 'resources') !== undefined && messages.some(({ plain }) => NOT_AUTHORIZED.test(plain)),
  rule,
  remedies: {
    'permission-denied':
      'Tick the resource that the answer names, for an integration under System, Extensions, Integrations, API; for an administrator in the role.',
  },
};
