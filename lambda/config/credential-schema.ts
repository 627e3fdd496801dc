import * as z from 'zod';
import { apiKey } from './credentials/api-key.ts';
import { awsSigv4 } from './credentials/aws-sigv4.ts';
import { credentialBase } from './credentials/base.ts';
import { basic } from './credentials/basic.ts';
import { bearer } from './credentials/bearer.ts';
import { clientCredentials } from './credentials/client-credentials.ts';
import { githubApp } from './credentials/github-app.ts';
import { jwtBearer } from './credentials/jwt-bearer.ts';
import { mtls } from './credentials/mtls.ts';
import { refreshToken } from './credentials/refresh-token.ts';
import { isRecord } from './plain.ts';
import { choiceRule, OBJECT_RULE } from './rules.ts';
import { CREDENTIAL_KINDS } from './types.ts';

/** One credential as a person writes it; what holds between its fields is in credentials/relations.ts. */
export function credentialSchema(minimumEveryMs: number) {
  const base = credentialBase(minimumEveryMs);
  return z.discriminatedUnion(
    'kind',
    [
      bearer(base),
      basic(base),
      apiKey(base),
      clientCredentials(base),
      refreshToken(base),
      jwtBearer(base),
      githubApp(base),
      awsSigv4(base),
      mtls(base),
    ],
    { error: (issue) => (isRecord(issue.input) ? choiceRule(CREDENTIAL_KINDS) : OBJECT_RULE) },
  );
}

/** A credential that the schema has accepted. */
export type ValidCredential = z.output<ReturnType<typeof credentialSchema>>;
