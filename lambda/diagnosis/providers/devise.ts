import { bySaying, causeSaid, sayings } from './django-rest-framework.ts';
import type { Provider } from './provider.ts';

/** What it says in `error`, in Dutch, German, French and Spanish by devise-i18n; English reads by itself. */
const KNOWN = sayings({
  'credential-missing': `
    Je dient je aan te melden of in te schrijven om door te gaan.
    Sie müssen sich anmelden oder registrieren, bevor Sie fortfahren können.
    Vous devez vous connecter ou vous enregistrer pour continuer.
    Tienes que iniciar sesión o registrarte para poder continuar.
  `,
  'credential-expired': `
    Je sessie is verlopen, meld je opnieuw aan om door te gaan.
    Ihre Sitzung ist abgelaufen, bitte melden Sie sich erneut an.
    Votre session est expirée, veuillez vous reconnecter pour continuer.
    Tu sesión expiró. Por favor, inicia sesión nuevamente para continuar.
  `,
  'step-up-required': `
    Je dient eerst je account te bevestigen.
    Sie müssen Ihr Konto bestätigen, bevor Sie fortfahren können.
    Vous devez confirmer votre compte par email.
    Tienes que confirmar tu cuenta para poder continuar.
  `,
  'account-suspended': `
    Je account is vergrendeld.
    Ihr Konto ist gesperrt.
    Votre compte est verrouillé.
    Tu cuenta está bloqueada.
  `,
});

/**
 * Devise, the login of many Rails applications.
 *
 * @see https://github.com/tigrish/devise-i18n/tree/master/rails/locales
 */
export const devise: Provider = {
  name: 'devise',
  wrote: ({ json }) => causeSaid(KNOWN, json, 'error') !== undefined,
  rule: bySaying(KNOWN, 'error'),
  remedies: {
    'step-up-required': 'The user follows the link in the confirmation mail.',
    'account-suspended': 'Too many failed logins lock an account; the mail about it has a link that opens it.',
  },
};
