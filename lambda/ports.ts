import type { Alert } from './incidents/alert.ts';
import type { CredentialState, ProbeState } from './incidents/state.ts';
import type { Metric } from './metrics/metric.ts';

/**
 * Everything the monitor does to the world, as small interfaces: `lambda/aws/` does it in an AWS account,
 * `lambda/local/` on this machine. Every method rejects when the effect may not have happened.
 */

/** What the queue carries: one run of one probe that is due, or one asking about a credential. */
export type DueRun = DueProbe | DueCheck;

interface Due {
  /** Start of the slot, epoch milliseconds. */
  readonly slot: number;
  /** How long after the slot's start it is due; at most 15 minutes. */
  readonly delayMs: number;
  /** By `slot` its secret had a new version: a value that was read before then will not do. */
  readonly secretChanged?: true;
}

export interface DueProbe extends Due {
  readonly probe: string;
  readonly credential?: undefined;
}

/** A credential that its provider is to be asked about. */
export interface DueCheck extends Due {
  readonly credential: string;
  /** How often it was repeated already to confirm what the one before said. */
  readonly repeats?: number;
  readonly probe?: undefined;
}

export interface RunQueue {
  /** Queues the runs. Those that come back were not accepted, even after retries. */
  send(runs: readonly DueRun[]): Promise<readonly DueRun[]>;
}

/** Remembers which slots were dispatched, so that a tick that is delivered twice dispatches once. */
export interface SlotLedger {
  /** False when the slot is dispatched already, or when another dispatcher holds it and its lease has not ended. */
  claim(slot: number, leaseMs: number): Promise<boolean>;
  /** The slot's runs are all queued. */
  finish(slot: number): Promise<void>;
}

export type ReadSecret =
  | { readonly value: string; readonly version: string; readonly unreadable?: undefined }
  /** Why it cannot be read, for people, without the value. */
  | { readonly unreadable: string; readonly value?: undefined; readonly version?: undefined };

export interface SecretReader {
  /** The current value. A secret that is missing or forbidden is a result; only a fault of AWS itself rejects. */
  read(secret: string): Promise<ReadSecret>;
  /** The value before the current one, while the store still has it. */
  readonly previous?: (secret: string) => Promise<ReadSecret | undefined>;
}

export interface SecretWriter {
  /**
   * Makes this the current value of the whole secret, fields included, and gives its version. Resolves with why not,
   * for people, where the store refuses; rejects when it may or may not have happened.
   */
  write(secret: string, value: string): Promise<WrittenSecret>;
  /** Whether it could, before that matters: why not, for people. It changes nothing. `current` is what was just read. */
  readonly check?: (
    secret: string,
    current: { readonly value: string; readonly version: string },
  ) => Promise<string | undefined>;
}

export type WrittenSecret =
  | { readonly version: string; readonly refused?: undefined }
  | { readonly refused: string; readonly version?: undefined };

/** Tells of secrets' versions without reading their values. */
export interface SecretVersions {
  /** The current version of each secret that could be asked about, by its reference in the configuration. */
  current(secrets: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** When the store will rotate it next by itself, epoch milliseconds; undefined where it does not, or does not say. */
  nextRotation(secret: string): Promise<number | undefined>;
}

/** Remembers secrets' versions, so that a new one is noticed once. */
export interface SeenVersions {
  /** By a key for each secret. A consistent read; `undefined` when nothing has been remembered yet. */
  read(): Promise<Stored<ReadonlyMap<string, string>> | undefined>;
  /** Remembers exactly these. False when somebody else has written since `expectedRevision` was read. */
  write(versions: ReadonlyMap<string, string>, expectedRevision: number | undefined): Promise<boolean>;
}

/** One holder at a time, across processes. */
export interface Leases {
  /** False while somebody else holds it. It ends by itself after `leaseMs`, should the holder die; taken again, it is extended. */
  take(name: string, leaseMs: number): Promise<boolean>;
  /** Gives it back, if it is still ours. */
  release(name: string): Promise<void>;
}

/** One subject's state as stored; `revision` is what the next write expects to find. */
export interface Stored<State> {
  readonly state: State;
  readonly revision: number;
}

/**
 * A change of one subject's state and the alerts that it causes: written together or not at all.
 * `expectedRevision` is absent for a subject that has no state yet.
 */
export interface Transition {
  readonly next:
    | { readonly type: 'probe'; readonly name: string; readonly state: ProbeState }
    | { readonly type: 'credential'; readonly name: string; readonly state: CredentialState };
  readonly expectedRevision: number | undefined;
  readonly alerts: readonly Alert[];
}

/** The newest slot that was judged, and when the probe last went well; that is left out of a state that is unreadable. */
export type LastRun = Pick<ProbeState, 'slot' | 'succeeded'>;

export interface StateStore {
  /** What is known of the newest run of each probe that has been judged before. */
  lastRuns(probes: readonly string[]): Promise<ReadonlyMap<string, LastRun>>;
  /** A consistent read. Rejects with `UnreadableStateError` when an item is there but is not what we wrote. */
  readProbe(name: string): Promise<Stored<ProbeState> | undefined>;
  readCredential(name: string): Promise<Stored<CredentialState> | undefined>;
  /** False when somebody else changed the subject first: read again and decide again. */
  write(transition: Transition): Promise<boolean>;
}

/** Alerts that are written and not yet sent. */
export interface Outbox {
  /** Oldest first, at most a few hundred; without those that another notifier holds. */
  pending(): Promise<readonly Alert[]>;
  /** The alerts of these that are now ours for `leaseMs`. */
  claim(alerts: readonly Alert[], leaseMs: number): Promise<readonly Alert[]>;
  /** Gives them back unsent. */
  release(alerts: readonly Alert[]): Promise<void>;
  /** They are sent: they never appear again. */
  remove(alerts: readonly Alert[]): Promise<void>;
}

export interface MetricSink {
  put(metrics: readonly Metric[]): Promise<void>;
}

/** One publish: what a subscriber's mail shows. */
export interface Message {
  /** ASCII, under 100 characters. */
  readonly title: string;
  readonly text: string;
  /** All of one kind; at least one. */
  readonly alerts: readonly Alert[];
}

export interface Publisher {
  publish(message: Message): Promise<void>;
}

/** Writes one structured line for the operator of the monitor. */
export type Log = (
  level: 'info' | 'warn' | 'error',
  message: string,
  fields?: Readonly<Record<string, unknown>>,
) => void;

/** An item that is stored but cannot be understood: never overwritten, always reported. */
export class UnreadableStateError extends Error {
  override readonly name = 'UnreadableStateError' as const;
}
