import { type Fields, isRecord } from '../plain.ts';
import type { Problem } from '../problem.ts';
import { REGISTERED_CLAIMS, RESERVED_CLIENT_PARAMETERS, RESERVED_PARAMETERS } from './reserved-names.ts';

/** Parameters and claims that another key, or the kind itself, sets. */
export function reservedNameProblems({ kind, parameters, claims }: Fields): readonly Problem[] {
  const ofKind = kind === 'oauth2-client-credentials' ? RESERVED_CLIENT_PARAMETERS : {};
  return [
    ...reservedIn('parameters', parameters, { ...RESERVED_PARAMETERS, ...ofKind }),
    ...reservedIn('claims', claims, REGISTERED_CLAIMS),
  ];
}

function reservedIn(field: string, record: unknown, reserved: Readonly<Record<string, string>>): readonly Problem[] {
  return Object.keys(isRecord(record) ? record : {})
    .filter((name) => Object.hasOwn(reserved, name))
    .map((name) => ({ path: [field, name], rule: `must not be set here: ${reserved[name]}` }));
}
