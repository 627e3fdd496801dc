import * as z from 'zod/mini';
import { CAUSES, type Cause, type Family } from '../diagnosis/causes.ts';
import { CONFIDENCES } from '../diagnosis/diagnosis.ts';
import { EXPIRY_SOURCES } from '../grants/grant.ts';
import { LIVES } from '../grants/life.ts';
import { OUTCOMES } from '../run-result.ts';
import { ALERT_KINDS, type Alert, SEVERITIES } from './alert.ts';
import type { CredentialState, ProbeState } from './state.ts';

/**
 * What is stored, as it must look when it is read again. Fields that it does not name are passed over, so that two
 * versions can work side by side during a deployment.
 */

const optional = z.exactOptional;
const time = z.number();
const names = z.array(z.string());

const causes = Object.keys(CAUSES) as [Cause, ...Cause[]];
const families = [...new Set(Object.values(CAUSES))] as [Family, ...Family[]];

const evidence = z.object({ where: z.string(), what: z.string() });
const failure = z.object({ what: z.string(), message: z.string() });

const diagnosis = z.object({
  cause: z.enum(causes),
  family: z.enum(families),
  confidence: z.enum(CONFIDENCES),
  evidence: z.array(evidence),
  details: z.object({
    missingScopes: optional(names),
    grantedScopes: optional(names),
    retryAfterSeconds: optional(z.number()),
    resetAt: optional(time),
    expiredAt: optional(time),
    provider: optional(z.string()),
    requestId: optional(z.string()),
    address: optional(z.string()),
    documentation: optional(z.string()),
  }),
  remedy: z.string(),
});

const grant = z.object({
  life: optional(z.enum(LIVES)),
  expiresAt: optional(time),
  expirySource: optional(z.enum(EXPIRY_SOURCES)),
  issuedAt: optional(time),
  scopes: optional(names),
  scopesFrom: optional(z.string()),
  missingScopes: optional(names),
  identity: optional(z.string()),
  identityFrom: optional(z.string()),
  evidence: z.array(evidence),
});

const incident = z.object({
  since: time,
  openedAt: time,
  told: z.array(z.enum(ALERT_KINDS)),
  lastAlertAt: time,
  diagnosis: optional(diagnosis),
  failures: optional(z.array(failure)),
  secretVersion: optional(z.string()),
  previousAccepted: optional(z.boolean()),
});

const probeState = z.object({
  slot: time,
  observedAt: time,
  outcome: z.enum(OUTCOMES),
  status: optional(z.number()),
  cause: optional(z.enum(causes)),
  durationMs: z.number(),
  badRuns: z.number(),
  badSince: optional(time),
  alikeRuns: optional(z.number()),
  incident: optional(incident),
  succeeded: optional(z.object({ at: time, secretVersion: optional(z.string()) })),
});

const blame = z.object({
  slot: time,
  observedAt: time,
  since: time,
  runs: z.number(),
  alikeRuns: optional(z.number()),
  secretVersion: optional(z.string()),
  diagnosis: optional(diagnosis),
  failures: z.array(failure),
  previousAccepted: optional(z.boolean()),
});

const blamedSlots = z.object({ slots: z.number(), first: time, last: time });

const warned = z.object({ expiresAt: time, days: z.number(), at: optional(time) });

const credentialState = z.object({
  blames: z.record(z.string(), blame),
  blamedFor: optional(z.object({ dead: optional(blamedSlots), lacking: optional(blamedSlots) })),
  incident: optional(incident),
  grant: optional(grant),
  grantReadAt: optional(time),
  grantVersion: optional(z.string()),
  worked: optional(z.object({ secretVersion: z.string(), since: time, replaced: optional(z.string()) })),
  baselines: optional(z.record(z.string(), names)),
  gained: optional(names),
  asked: optional(
    z.object({
      at: time,
      secretVersion: optional(z.string()),
      alive: optional(z.boolean()),
      aliveAt: optional(time),
      notBefore: optional(time),
    }),
  ),
  identities: optional(z.record(z.string(), z.string())),
  identityToldFor: optional(z.string()),
  declared: optional(z.object({ expiresAt: time, secretVersion: z.string(), since: optional(time) })),
  warned: optional(warned),
  warnedEarlier: optional(warned),
});

const alert = z.object({
  id: z.string(),
  kind: z.enum(ALERT_KINDS),
  severity: z.enum(SEVERITIES),
  subject: z.object({ type: z.enum(['credential', 'probe']), name: z.string() }),
  at: time,
  since: time,
  diagnosis: optional(diagnosis),
  failures: z.array(failure),
  grant: optional(grant),
  probes: names,
  probeCount: z.number(),
  failingCount: optional(z.number()),
  previousAccepted: optional(z.boolean()),
  identityBefore: optional(z.string()),
  run: optional(z.object({ probe: z.string(), url: z.string(), status: optional(z.number()) })),
  announcedAs: optional(z.enum(ALERT_KINDS)),
});

/** The state that this JSON holds; undefined when it is not one that we wrote. */
export function parseProbeState(json: string): ProbeState | undefined {
  return parse(probeState, json);
}

/** The state that this JSON holds; undefined when it is not one that we wrote. */
export function parseCredentialState(json: string): CredentialState | undefined {
  return parse(credentialState, json);
}

/** The alert that this JSON holds; undefined when it is not one that we wrote. */
export function parseAlert(json: string): Alert | undefined {
  return parse(alert, json);
}

function parse<Schema extends z.ZodMiniType>(schema: Schema, json: string): z.infer<Schema> | undefined {
  try {
    return schema.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}
