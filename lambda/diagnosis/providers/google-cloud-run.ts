import { findMessage } from '../finding.ts';
import type { Provider } from './provider.ts';

const NOT_INVOKER = /\byour client does not have permission to get url\b/;

/**
 * Cloud Run and Cloud Functions, which ask for the right to invoke; the reason stands in the service's log only.
 *
 * @see https://github.com/FirebaseExtended/action-hosting-deploy/issues/380
 * @see https://github.com/vercel/next.js/issues/15516 (a path of no function)
 */
export const googleCloudRun: Provider = {
  name: 'google-cloud-run',
  hosts: ['run.app', 'cloudfunctions.net'],
  wrote: (reading) => reading.content === 'html' && findMessage(reading, NOT_INVOKER) !== undefined,
  // What runs there has answers of its own.
  sentences: [{ cause: 'permission-denied', when: NOT_INVOKER, confidence: 'likely' }],
  remedies: {
    'permission-denied':
      "Send an ID token whose audience is the service's URL, of an identity with the role Cloud Run Invoker; the service's log says which of them is missing: https://cloud.google.com/run/docs/authenticating/service-to-service",
    unknown: 'A private service refuses like this as well: send an ID token, and see the log of the service.',
  },
};
