import type { Alert } from '../alert.ts';
import type { MailContext } from '../mail-context.ts';
import { CAUSE_WORDS } from './cause-words.ts';
import { isTokenMissing, matterOf, missingScopes, nounOf, wasGood } from './news.ts';
import { oneLine } from './plain-text.ts';
import { formatDuration, formatTimeLeft } from './times.ts';

const MAX_NAME_LENGTH = 100;

/** What happened, in one sentence or two. */
export function sentenceOf(alert: Alert, { config, now }: MailContext): string {
  const noun = alert.subject.type === 'credential' ? nounOf(alert.subject.name, config) : 'probe';
  const subject = `The ${noun} "${oneLine(alert.subject.name, MAX_NAME_LENGTH)}"`;
  if (alert.kind === 'credential-expiring') return expiring(subject, alert, now);
  if (alert.kind === 'recovered') return `${subject} works again.`;
  const sentence = `${subject} ${happened(alert)}${impact(alert)}`;
  return alert.kind === 'reminder'
    ? `Still so after ${formatDuration(now - alert.since)}: ${lower(sentence)}`
    : sentence;
}

function expiring(subject: string, { grant }: Alert, now: number): string {
  if (grant?.expiresAt === undefined) return `${subject} is about to expire.`;
  const leftMs = grant.expiresAt * 1000 - now;
  return leftMs > 0
    ? `${subject} expires in ${formatTimeLeft(leftMs)}.`
    : `${subject} is past its expiry date. Whether it still works is for the server to say: no probe is refused because of it so far.`;
}

function happened(alert: Alert): string {
  const { subject, diagnosis, run, failures } = alert;
  if (alert.previousAccepted) {
    return 'is refused with its new value, while the value before still works: the new one is probably wrong, or not active yet.';
  }
  switch (matterOf(alert)) {
    case 'credential-expired':
      return 'has expired.';
    case 'credential-revoked':
      return 'was revoked: somebody or something ended it before its time.';
    case 'credential-invalid':
      if (diagnosis?.cause === 'signature-invalid') return 'is refused: the signature made with it does not verify.';
      return wasGood(alert)
        ? 'is no longer accepted: it was good before, so it has expired or was revoked, which the answer does not tell.'
        : 'is not accepted: the server does not recognise it.';
    case 'scope-lost':
      return lacks(missingScopes(alert).length);
    case 'identity-changed':
      return 'speaks for another user, app or tenant than before.';
    case 'access-refused':
      return diagnosis ? `is refused: ${CAUSE_WORDS[diagnosis.cause].meaning}.` : 'is refused.';
    case 'probe-failing':
      if (subject.type === 'credential') {
        return isTokenMissing(failures)
          ? 'cannot be used: the token endpoint gives no token for it.'
          : 'cannot be read.';
      }
      if (run?.status === undefined) return 'gets no answer.';
      return run.status >= 500
        ? `fails: the server answers ${run.status}.`
        : 'does not get the answer that it expects.';
    default:
      return 'is not well.';
  }
}

/** What it breaks, where a credential is shared. */
function impact({ subject, failingCount }: Alert): string {
  if (subject.type === 'probe' || failingCount === undefined) return '';
  if (failingCount === 0) return ' No probe has been refused because of it yet.';
  return failingCount === 1 ? ' 1 probe fails because of it.' : ` ${failingCount} probes fail because of it.`;
}

function lacks(scopes: number): string {
  if (scopes === 0) return 'lacks a scope; which one, the response does not say.';
  return scopes === 1 ? 'lacks a scope.' : `lacks ${scopes} scopes.`;
}

function lower(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
