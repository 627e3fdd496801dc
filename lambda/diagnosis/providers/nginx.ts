import type { Provider } from './provider.ts';

/**
 * nginx's and OpenResty's own pages; `server` alone shows nothing, it is on what passed too. What concerns certificates
 * is sent as 400.
 *
 * @see https://github.com/nginx/nginx/blob/master/src/http/ngx_http_special_response.c
 */
export const nginx: Provider = {
  name: 'nginx',
  wrote: ({ content, body }) =>
    content === 'html' &&
    body.length < 3000 &&
    /<hr><center>(?:nginx|openresty)(?:\/[\d.]{1,12})?<\/center>/.test(body),
  sentences: [
    {
      cause: 'request-rejected',
      when: /^the ssl certificate error$|^no required ssl certificate was sent$|^the plain http request was sent to https port$/,
    },
  ],
  remedies: {
    'request-rejected': 'nginx wants HTTPS or a client certificate that it trusts here.',
    'credential-missing': 'nginx itself asks for the login, by `auth_basic` or `auth_request`.',
    'permission-denied':
      "This is nginx's own page, the application has not seen the call: its error log names the rule or the file.",
    unknown:
      "This is nginx's own page, the application has not seen the call: its error log names the rule or the file.",
  },
};
