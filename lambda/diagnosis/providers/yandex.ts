import type { Provider } from './provider.ts';

/**
 * Yandex, of whose answers many say nothing but "Forbidden": its support asks for the id. Where it speaks Russian, it
 * says that the app may lack rights, which is no statement about a scope.
 *
 * @see https://github.com/IATkachenko/HA-YandexWeather/issues/3
 * @see https://github.com/ivknv/yadisk/issues/34
 */
export const yandex: Provider = {
  name: 'yandex',
  hosts: ['yandex.net', 'yandex.ru'],
  fields: ['x-yandex-req-id'],
  sentences: [{ cause: 'permission-denied', when: /недостаточно прав для данного действия/, confidence: 'likely' }],
  requestIdFields: ['x-yandex-req-id'],
  remedies: { 'permission-denied': 'Check the rights of the app for which the token was issued, and get a new token.' },
};
