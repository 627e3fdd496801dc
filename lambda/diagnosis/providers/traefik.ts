import type { Provider } from './provider.ts';

/**
 * Traefik's rate limiter, which gives the wait to the millisecond beside `retry-after`.
 *
 * @see https://github.com/traefik/traefik/blob/v2.11/pkg/middlewares/ratelimiter/rate_limiter.go
 */
export const traefik: Provider = {
  name: 'traefik',
  fields: ['x-retry-in'],
  wrote: ({ status, body }) => status === 429 && body.trim() === 'No bursty traffic allowed',
  sentences: [{ cause: 'rate-limited', when: /^no bursty traffic allowed/ }],
  remedies: { 'rate-limited': "The route's rateLimit middleware sets average and burst." },
};
