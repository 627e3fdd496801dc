import { remedyOf } from '../../diagnosis/remedies.ts';
import type { Alert } from '../alert.ts';
import type { MailContext } from '../mail-context.ts';
import { apart } from './layout.ts';
import { credentialOf, isTokenMissing, matterOf } from './news.ts';
import { wrap } from './plain-text.ts';
import { shellWord } from './shell-word.ts';

/** What can be mended by storing another value. */
const MENDED_BY_NEW_VALUE = new Set([
  'credential-expiring',
  'credential-expired',
  'credential-revoked',
  'credential-invalid',
  'scope-lost',
]);

/** The remedy, and the commands that go with it. */
export function whatToDo(alert: Alert, context: MailContext): readonly string[] {
  if (alert.kind === 'recovered') return [];
  const { subject } = alert;
  const step = nextStep(alert, context.now);
  const isMendable =
    subject.type === 'credential' &&
    MENDED_BY_NEW_VALUE.has(matterOf(alert)) &&
    alert.diagnosis?.cause !== 'signature-invalid' &&
    credentialOf(subject.name, context.config) !== undefined;
  // A limit is not made worse by looking.
  const mayLook = subject.type === 'probe' && alert.diagnosis?.family !== 'rate-limit';
  const paragraphs = [
    step === undefined ? [] : wrap(step, '  '),
    isMendable ? ['  To store a new value:', ...storing(subject.name, context)] : [],
    mayLook ? ['  To look again now:', `  scopewatch check --probe ${shellWord(subject.name)}`] : [],
  ];
  return apart(paragraphs);
}

/**
 * The step that the cause asks for, without what the response named: a server could name its scopes so that the step
 * leads to it. They are quoted elsewhere.
 */
function nextStep(alert: Alert, now: number): string | undefined {
  const { kind, subject, diagnosis, grant, failingCount } = alert;
  if (kind === 'credential-expiring') {
    const step = (grant?.expiresAt ?? 0) * 1000 > now ? 'Issue a new one before then' : 'Issue a new one';
    // Nobody but the configuration says when the new one ends.
    return grant?.expirySource === 'declared'
      ? `${step}, and set its end as expiresAt in the configuration.`
      : `${step}.`;
  }
  if (matterOf(alert) === 'scope-lost' && failingCount === 0) {
    return 'Issue it again with the missing scopes, or configure the scopes that it needs.';
  }
  if (alert.previousAccepted) {
    return 'Check the value that was stored last and store it again, or put the one before back. Do not revoke the one before until the new one works.';
  }
  if (kind === 'identity-changed') return 'If this was not meant, store the credential of the right account.';
  if (diagnosis) {
    const { provider } = diagnosis.details;
    return remedyOf(diagnosis.cause, provider === undefined ? {} : { provider });
  }
  if (subject.type === 'credential' && isTokenMissing(alert.failures)) {
    return 'Check that the token endpoint answers, and that its address in the configuration is right.';
  }
  return subject.type === 'credential'
    ? 'Check that the secret exists under this name, and that the monitor may read and decrypt it.'
    : undefined;
}

/** A command is kept as it is, to be pasted; what is said around it may be broken. */
function storing(credential: string, { storeSecret }: MailContext): readonly string[] {
  return storeSecret(credential)
    .split('\n')
    .flatMap((line) => (line.startsWith(' ') ? [`  ${line}`] : wrap(line, '  ', '     ')));
}
