import type { Provider } from './provider.ts';

/**
 * One sentence stands for a key that is invalid, has expired or is not for this package. `X-NuGet-Warning` speaks of
 * the key's expiry on any answer and says nothing of this one.
 *
 * @see https://github.com/NuGet/NuGetGallery/blob/main/src/NuGetGallery/Strings.resx
 * @see https://github.com/NuGet/NuGetGallery/issues/5211
 * @see https://github.com/NuGet/NuGetGallery/issues/5918
 */
export const nuget: Provider = {
  name: 'nuget',
  hosts: ['nuget.org'],
  sentences: [
    { cause: 'credential-invalid', when: /api key is invalid, has expired, or does not have permission/ },
    { cause: 'step-up-required', when: /must confirm the email address for the account in order to use the api key/ },
    { cause: 'request-rejected', when: /can only be accessed via ssl/ },
  ],
  remedies: {
    'credential-invalid':
      'NuGet says the same of a key that has expired, of one without the push scope and of one whose glob pattern leaves out this package: https://www.nuget.org/account/apikeys',
    'credential-missing': 'Keys are at https://www.nuget.org/account/apikeys',
    'step-up-required': 'The owner of the account has to confirm its email address on nuget.org.',
  },
};
