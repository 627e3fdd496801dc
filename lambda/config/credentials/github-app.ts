import * as z from 'zod';
import { object, text } from '../rules.ts';
import { type CredentialBase, secret } from './base.ts';

const APP_RULE = 'must be the app\'s client id, such as "Iv23li…", or its numeric id';
const INSTALLATION_RULE = "must be the installation's numeric id";

/**
 * Client ids are `Iv1.` and sixteen hexadecimal digits, or begin with `Iv23`.
 *
 * @see https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/generating-a-json-web-token-jwt-for-a-github-app
 */
const appId = idOrNumber(/^(?:Iv[\w.-]{1,60}|\d{1,20})$/, APP_RULE);

const installationId = idOrNumber(/^\d{1,20}$/, INSTALLATION_RULE);

export const githubApp = (base: CredentialBase) =>
  object({ kind: z.literal('github-app'), secret, appId, installationId, ...base });

function idOrNumber(pattern: RegExp, rule: string) {
  return z.union([text(pattern, rule), z.int(rule).positive(rule)], rule);
}
