import type { Details, DiagnosisContext } from '../diagnosis.ts';
import type { Finding } from '../finding.ts';
import type { Provider } from '../providers/provider.ts';
import type { Reading } from '../reading.ts';
import { addressIn } from './address.ts';
import { documentationIn } from './documentation.ts';
import { expiryIn } from './expiry.ts';
import { limitIn } from './limit.ts';
import { requestIdIn } from './request-id.ts';
import { grantedIn, scopesIn } from './scopes.ts';

/** What is known when the details are read: the cause says which of them the answer can be stating. */
export interface Known {
  readonly finding: Finding | undefined;
  readonly provider: Provider | undefined;
  readonly context: DiagnosisContext;
}

/** What the response states beyond its cause; every field is left out where the response does not state it. */
export function detailsOf(reading: Reading, { finding, provider, context }: Known): Details {
  return {
    ...(provider && { provider: provider.name }),
    ...byCause(reading, { finding, provider, context }),
    ...requestIdIn(reading, provider),
    ...documentationIn(reading),
    ...finding?.details,
  };
}

function byCause(reading: Reading, { finding, provider, context }: Known): Details {
  switch (finding?.cause) {
    case 'scope-missing':
      return scopesIn(reading, provider, context.wantedScopes);
    case 'rate-limited':
    case 'quota-exceeded':
      return { ...limitIn(reading, finding.cause), ...addressIn(reading) };
    case 'credential-expired':
      return { ...grantedIn(reading), ...expiryIn(reading) };
    case 'ip-not-allowed':
    case 'geo-blocked':
    case 'waf-blocked':
      return { ...grantedIn(reading), ...addressIn(reading) };
    default:
      return grantedIn(reading);
  }
}
