import { codeEvidence, type Rule } from '../finding.ts';
import { textAt } from '../reading/json.ts';
import type { Provider } from './provider.ts';

/** The right that an app lacks; the sentence is French. */
const rule: Rule = ({ json, codes }) => {
  const right = textAt(json, 'missing_right');
  const code = codes.find(({ path, value }) => path === 'error_code' && value === 'insufficient_rights');
  return code === undefined
    ? undefined
    : {
        cause: 'scope-missing',
        confidence: 'certain',
        evidence: [
          codeEvidence(code),
          ...(right === undefined ? [] : [{ where: 'body missing_right', what: right.slice(0, 80) }]),
        ],
        ...(right !== undefined && /^\w{1,40}$/.test(right) && { details: { missingScopes: [right] } }),
      };
};

/**
 * Freebox OS, the API of Free's routers.
 *
 * @see https://dev.freebox.fr/sdk/os/login/
 * @see https://github.com/hacf-fr/freebox-api/issues/639
 * @see https://github.com/Aymkdn/assistant-plugins/issues/92
 */
export const freebox: Provider = {
  name: 'freebox',
  hosts: ['mafreebox.freebox.fr'],
  wrote: ({ json, requestFields }) =>
    requestFields.has('x-fbx-app-auth') ||
    (textAt(json, 'missing_right') !== undefined && textAt(json, 'error_code') === 'insufficient_rights'),
  rule,
  codesAt: /^error_code$/,
  codes: { new_apps_denied: 'feature-unavailable' },
  remedies: {
    'scope-missing':
      'The owner ticks the right for the app under Paramètres de la Freebox › Gestion des accès › Applications. See https://dev.freebox.fr/sdk/os/login/',
    'feature-unavailable':
      'New apps are switched off under Paramètres de la Freebox › Gestion des accès. See https://dev.freebox.fr/sdk/os/login/',
  },
};
