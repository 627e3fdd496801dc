import { isRecord } from '../config/plain.ts';
import { parseSecretRef } from '../config/secret-ref.ts';

/** Whether a function was started by EventBridge, whose every event names its source, and not by the schedule. */
export function isSecretEvent(event: unknown): boolean {
  return isRecord(event) && event.source !== undefined;
}

/**
 * Which of these secrets an event says have changed: none when it names another one of the account; undefined when it
 * does not name one in a way that is known here.
 *
 * @param secrets references without fields
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/event-detail-secret-label-updated-secretsmanager.html
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/monitoring-systems-manager-event-examples.html (Parameter Store Change)
 */
export function secretsInEvent(event: unknown, secrets: readonly string[]): readonly string[] | undefined {
  if (!isRecord(event) || !isRecord(event.detail) || typeof event.detail.name !== 'string') return undefined;
  const { name } = event.detail;
  const arns = Array.isArray(event.resources) ? event.resources.filter((arn) => typeof arn === 'string') : [];
  if (event.source === 'aws.ssm') return secrets.filter((secret) => isParameter(secret, name));
  if (event.source === 'aws.secretsmanager') return secrets.filter((secret) => isSecret(secret, name, arns));
  return undefined;
}

function isParameter(secret: string, name: string): boolean {
  const ref = parseSecretRef(secret);
  return ref.store === 'ssm' && ref.name === name;
}

/** By name, or by an ARN, which may lack the six characters at its end that Secrets Manager chose. */
function isSecret(secret: string, name: string, arns: readonly string[]): boolean {
  const ref = parseSecretRef(secret);
  if (ref.store === 'ssm') return false;
  return ref.id === name || arns.some((arn) => ref.id === arn || ref.id === arn.replace(/-[A-Za-z0-9]{6}$/, ''));
}
