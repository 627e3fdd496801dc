import type { Provider } from './provider.ts';

/**
 * 406 is the status of everything that is wrong with a call.
 *
 * @see https://github.com/composer/packagist/blob/main/src/Controller/ApiController.php
 */
export const packagist: Provider = {
  name: 'packagist',
  hosts: ['packagist.org'],
  sentences: [
    { cause: 'credential-missing', when: /^missing username or apitoken in request/ },
    { cause: 'request-rejected', when: /^missing payload parameter/ },
  ],
};
