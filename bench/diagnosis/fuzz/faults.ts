import { CAUSES } from '../../../lambda/diagnosis/causes.ts';
import { diagnose } from '../../../lambda/diagnosis/diagnose.ts';
import { CONFIDENCES, type Details, type Diagnosis } from '../../../lambda/diagnosis/diagnosis.ts';
import type { Case } from './case.ts';
import { givesAway } from './secret.ts';

const MAX_QUOTE_LENGTH = 160;
/** A place is the names of a body that lead there. */
const MAX_PLACE_LENGTH = 200;
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const OWN_OF_OBJECT = Reflect.ownKeys(Object.prototype).length;

type Kind = 'texts' | 'number' | 'text';
const KINDS: Readonly<Record<keyof Details, Kind>> = {
  missingScopes: 'texts',
  grantedScopes: 'texts',
  retryAfterSeconds: 'number',
  resetAt: 'number',
  expiredAt: 'number',
  provider: 'text',
  requestId: 'text',
  address: 'text',
  documentation: 'text',
};

/** What is wrong with the diagnosis of a case, made here unless it is given; nothing when it keeps its promises. */
export function faultsOf({ refusal, context, secret }: Case, given?: Diagnosis): readonly string[] {
  try {
    const diagnosis = given ?? diagnose(refusal, context);
    const again = diagnose(refusal, context);
    return [
      ...faultsOfAnswer(diagnosis),
      ...(JSON.stringify(again) === JSON.stringify(diagnosis) ? [] : ['another answer the second time']),
      ...(Reflect.ownKeys(Object.prototype).length === OWN_OF_OBJECT ? [] : ['Object.prototype polluted']),
      ...(givesAway(textsOf(diagnosis).join('\n'), secret) ? ['a secret shown'] : []),
    ];
  } catch (error) {
    return [`thrown: ${error instanceof Error ? error.stack?.split('\n').slice(0, 3).join(' ') : error}`];
  }
}

function faultsOfAnswer({ cause, family, confidence, evidence, details, remedy }: Diagnosis): readonly string[] {
  return [
    ...(Object.hasOwn(CAUSES, cause) && CAUSES[cause] === family ? [] : [`cause ${cause} of family ${family}`]),
    ...(CONFIDENCES.includes(confidence) ? [] : [`confidence ${confidence}`]),
    ...(evidence.length > 0 ? [] : ['no evidence']),
    ...evidence.flatMap(({ where, what }) => [
      ...faultsOfText('place', where, MAX_PLACE_LENGTH),
      ...faultsOfText('evidence', what, MAX_QUOTE_LENGTH),
    ]),
    ...Object.entries(details).flatMap(([name, value]) => faultsOfDetail(name, value)),
    ...(remedy === '' || UNPRINTABLE.test(remedy) ? ['remedy empty or unprintable'] : []),
  ];
}

function faultsOfText(name: string, text: unknown, maxLength: number): readonly string[] {
  if (typeof text !== 'string') return [`${name} is no text`];
  return [
    ...([...text].length > maxLength ? [`${name} of ${[...text].length} characters`] : []),
    ...(UNPRINTABLE.test(text) ? [`${name} unprintable`] : []),
  ];
}

const MAX_DETAIL_LENGTH = 600;

function faultsOfDetail(name: string, value: unknown): readonly string[] {
  const kind = Object.hasOwn(KINDS, name) ? KINDS[name as keyof Details] : undefined;
  if (kind === undefined) return [`unknown detail ${name}`];
  if (kind === 'number') return Number.isFinite(value) ? [] : [`${name} is ${value}`];
  if (kind === 'text') return faultsOfText(name, value, MAX_DETAIL_LENGTH);
  if (!Array.isArray(value) || value.length === 0) return [`${name} is no list, or empty`];
  return value.flatMap((item) => faultsOfText(name, item, MAX_DETAIL_LENGTH));
}

function textsOf({ evidence, details, remedy }: Diagnosis): readonly string[] {
  return [
    ...evidence.flatMap(({ where, what }) => [where, what]),
    ...Object.values(details).flat().map(String),
    remedy,
  ];
}
