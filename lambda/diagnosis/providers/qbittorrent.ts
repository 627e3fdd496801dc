import type { Provider } from './provider.ts';

/** In English and Chinese: the text is in the server's language. */
const BANNED = /^your ip address has been banned after too many failed authentication|^身份认证失败次数过多/;

/**
 * The Web API of qBittorrent, whose ban of an address is a lock after failed logins that ends by itself.
 *
 * @see https://github.com/Readarr/Readarr/issues/3993
 * @see https://github.com/EstrellaXD/Auto_Bangumi/issues/947
 * @see https://github.com/qbittorrent/qBittorrent/issues/16476
 */
export const qbittorrent: Provider = {
  name: 'qbittorrent',
  wrote: ({ path, messages }) => path.startsWith('/api/v2/') && messages.some(({ plain }) => BANNED.test(plain)),
  sentences: [{ cause: 'rate-limited', when: BANNED }],
  remedies: {
    'rate-limited':
      'The ban ends after an hour by default, or with a restart of qBittorrent; first correct the stored user and password.',
  },
};
