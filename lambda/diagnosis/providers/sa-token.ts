import type { Provider, Sentence } from './provider.ts';

/** In Chinese whatever the client asks for; the token itself may follow. */
const SENTENCES: readonly Sentence[] = [
  { cause: 'credential-missing', when: /^(?:未能读取到有效 token|当前会话未登录)/ },
  { cause: 'credential-invalid', when: /^token 无效/ },
  { cause: 'credential-expired', when: /^token 已过期/ },
  // Replaced by another login, and logged out by somebody.
  { cause: 'credential-revoked', when: /^token 已被(?:顶|踢)下线/ },
];

/**
 * Sa-Token, a login framework for Java.
 *
 * @see https://github.com/dromara/Sa-Token/blob/master/sa-token-core/src/main/java/cn/dev33/satoken/exception/NotLoginException.java
 */
export const saToken: Provider = {
  name: 'sa-token',
  wrote: ({ messages }) =>
    messages.some(
      ({ path, plain }) => /^(?:msg|message)$/.test(path) && SENTENCES.some(({ when }) => when.test(plain)),
    ),
  sentences: SENTENCES,
  remedies: {
    'credential-revoked':
      'The account logged in elsewhere or was logged out by an administrator: give each client an account of its own.',
  },
};
