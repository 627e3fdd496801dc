import type { Provider } from './provider.ts';

const REMEDY =
  'The Origin has to equal the Host: let the reverse proxy pass Host on, or set `csrf_trusted_origins` in `[security]`. See https://grafana.com/tutorials/run-grafana-behind-a-proxy/';

/**
 * Grafana's check of a session's Origin, which a reverse proxy that rewrites Host fails.
 *
 * @see https://github.com/grafana/grafana/blob/main/pkg/middleware/csrf/csrf.go
 */
export const grafana: Provider = {
  name: 'grafana',
  wrote: ({ status, body, host, requestFields }) =>
    status === 403 &&
    body.trim() === 'origin not allowed' &&
    (/\bgrafana\b/.test(host) || requestFields.get('cookie')?.includes('grafana_session') === true),
  remedies: { 'cors-rejected': REMEDY, 'csrf-rejected': REMEDY },
};
