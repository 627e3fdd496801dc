import { probeIndex } from '../config/probe-index.ts';
import type { Config, CredentialConfig, Probe } from '../config/types.ts';
import { providerFor } from '../grants/providers/index.ts';
import { blames } from '../incidents/blame.ts';
import type { KnownCredential } from '../incidents/known.ts';
import type { DueCheck } from '../ports.ts';
import type { RunResult } from '../run-result.ts';
import type { PlannedCheck } from './planned-check.ts';

/** A provider is not asked twice about the same version of a secret within this, however many probes are refused. */
const REST_MS = 50_000;

/** A grant that probes read is written anew at least this often: an older one was not read lately. */
const READ_LATELY_MS = 2 * 60 * 60 * 1000;

/**
 * Which credentials to ask about now: those that are due, those that a probe was just refused for, and those whose
 * secret has a version that was not asked about. None sooner than its provider bears, and none that is due by the clock
 * alone where the probes' own answers tell all that there is to ask.
 */
export function checkPlan(
  due: readonly DueCheck[],
  probed: readonly RunResult[],
  known: ReadonlyMap<string, KnownCredential>,
  config: Config,
  now: number,
): readonly Omit<PlannedCheck, 'deadline'>[] {
  const { byName, namesByCredential } = probeIndex(config);
  const byCredential = Map.groupBy(probed, ({ credential = '' }) => credential);
  const names = new Set([...due.map(({ credential }) => credential), ...byCredential.keys()]);
  return [...names].flatMap((name) => {
    const credential = Object.hasOwn(config.credentials, name) ? config.credentials[name] : undefined;
    if (credential === undefined) return [];
    const results = byCredential.get(name) ?? [];
    const probes = (namesByCredential.get(name) ?? []).flatMap((probe) => byName.get(probe) ?? []);
    const urls = probes.map(({ url }) => url);
    const ofIt = known.get(name);
    const scheduled = due.filter((check) => check.credential === name);
    // What is told already needs no more witnesses: a provider may count the failures of a dead token.
    const isTold = ofIt?.incident !== undefined;
    const isBlamed = !isTold && results.some((result) => blames(result) && result.credentialUnreadable === undefined);
    const changed = scheduled.filter(({ secretChanged }) => secretChanged).map((check) => check.slot);
    const isNew =
      changed.length > 0 ||
      results.some(({ secretVersion }) => secretVersion !== undefined && isUnasked(ofIt, secretVersion));
    const provider = providerFor(credential, urls);
    if (now < restsUntil(ofIt, isNew, provider?.askEveryMs)) return [];
    const isRead = provider?.tellsAlways === true && now - (ofIt?.grantReadAt ?? 0) < READ_LATELY_MS;
    if (!isBlamed && !isNew && (scheduled.length === 0 || isRead)) return [];
    const slot = Math.max(...[...scheduled, ...results].map((one) => one.slot));
    const secret = changed.length > 0 && { secretSince: Math.max(...changed) };
    return [
      { name, credential: asAsked(credential, probes), urls, slot, isBlamed, ...secret, ...(ofIt && { known: ofIt }) },
    ];
  });
}

/** A probe that may call a private address lets its credential's provider be asked there: it is the same host. */
export function asAsked(credential: CredentialConfig, probes: readonly Probe[]): CredentialConfig {
  const mayBePrivate = credential.allowPrivateNetwork || probes.some(({ allowPrivateNetwork }) => allowPrivateNetwork);
  return { ...credential, allowPrivateNetwork: mayBePrivate };
}

function isUnasked(known: KnownCredential | undefined, version: string): boolean {
  return known?.asked === undefined || known.asked.secretVersion !== version;
}

/** Epoch milliseconds before which the provider is left alone. */
function restsUntil(known: KnownCredential | undefined, isNew: boolean, askEveryMs = 0): number {
  const asked = known?.asked;
  if (asked === undefined) return 0;
  return Math.max(asked.notBefore ?? 0, asked.at + Math.max(askEveryMs, isNew ? 0 : REST_MS));
}
