import { type Finding, findMessage, messageEvidence, type Rule } from '../finding.ts';
import type { Provider } from './provider.ts';

const EXCEEDED = /^api calls quota exceeded! maximum admitted \d{1,9} per (\d{1,6})([smhd])\b/;

/** Ocelot calls any limit a quota: its period tells. */
const rule: Rule = (reading): Finding | undefined => {
  const message = findMessage(reading, EXCEEDED);
  if (message === undefined) return undefined;
  const cause = EXCEEDED.exec(message.plain)?.[2] === 'd' ? 'quota-exceeded' : 'rate-limited';
  return { cause, confidence: 'certain', evidence: [messageEvidence(message)] };
};

/**
 * Ocelot, a gateway for .NET.
 *
 * @see https://github.com/ThreeMammals/Ocelot/blob/develop/src/Ocelot/RateLimiting/Middleware/RateLimitingMiddleware.cs
 */
export const ocelot: Provider = {
  name: 'ocelot',
  wrote: ({ body }) => body.startsWith('API calls quota exceeded! maximum admitted'),
  rule,
  remedies: { 'quota-exceeded': 'The limit counts by client id: `RateLimitOptions` of the route in ocelot.json.' },
};
