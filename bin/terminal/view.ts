import { createLogUpdate } from 'log-update';
import type { Config } from '../../lambda/config/types.ts';
import type { Metric } from '../../lambda/metrics/metric.ts';
import type { Message } from '../../lambda/ports.ts';
import type { RunResult } from '../../lambda/run-result.ts';
import { renderMail } from './mail.ts';
import { credentialsTable, probesTable } from './overview.ts';
import { styleFor } from './style.ts';

/** Shows a running monitor. */
export interface View {
  result(result: RunResult): void;
  mail(message: Message): void;
  metrics(metrics: readonly Metric[]): void;
  end(): void;
}

const REFRESH_MS = 500;

/** On a terminal: mails scroll by as they arrive, and below them stands a table that is always current. */
export function liveView(config: Config, stream: NodeJS.WriteStream): View {
  const style = styleFor(stream);
  const last = new Map<string, RunResult>();
  const update = createLogUpdate(stream);
  const startedAt = Date.now();
  let mails = 0;
  const draw = () => {
    const now = Date.now();
    const seconds = Math.round((now - startedAt) / 1000);
    const room = { columns: stream.columns };
    update(
      [
        '',
        probesTable(config, last, style, { ...room, rows: stream.rows - Object.keys(config.credentials).length - 8 }),
        credentialsTable(config, [...last.values()], now, style, room),
        style(
          'dim',
          `monitor ${config.monitor} · ${seconds} s · ${mails} mail${mails === 1 ? '' : 's'} · Ctrl-C ends it`,
        ),
      ]
        .filter((part, index) => index === 0 || part !== '')
        .join('\n\n')
        .trimStart(),
    );
  };
  const timer = setInterval(draw, REFRESH_MS);
  draw();
  return {
    result: (result) => void last.set(result.probe, result),
    mail(message) {
      mails += 1;
      update.clear();
      stream.write(`${renderMail(message, style)}\n\n`);
      draw();
    },
    metrics: () => {},
    end() {
      clearInterval(timer);
      draw();
      update.done();
    },
  };
}

/** Where nobody watches: a line when a probe's state changes, and the mails. */
export function lineView(stream: NodeJS.WriteStream): View {
  const style = styleFor(stream);
  const last = new Map<string, string>();
  return {
    result({ probe, outcome, diagnosis, failures, observedAt }) {
      const what = diagnosis?.cause ?? failures[0]?.message ?? '';
      const state = `${outcome} ${what}`.trimEnd();
      if (last.get(probe) === state) return;
      last.set(probe, state);
      stream.write(`${new Date(observedAt).toISOString()}  ${probe}: ${state}\n`);
    },
    mail: (message) => void stream.write(`${renderMail(message, style)}\n`),
    metrics: () => {},
    end: () => {},
  };
}

/** For scripts: one JSON object a line. */
export function jsonView(stream: NodeJS.WriteStream, textOf: (message: Message) => readonly AlertEvent[]): View {
  const event = (value: object) => void stream.write(`${JSON.stringify(value)}\n`);
  return {
    result: ({ probe, outcome, durationMs, diagnosis, failures, slot, status }) =>
      event({ type: 'run', probe, outcome, status, durationMs, diagnosis, failures, slot }),
    mail: (message) => {
      for (const alert of textOf(message)) event(alert);
    },
    metrics: (metrics) => {
      for (const metric of metrics) event({ type: 'metric', ...metric });
    },
    end: () => {},
  };
}

export interface AlertEvent {
  readonly type: 'alert';
  readonly kind: string;
  readonly severity: string;
  readonly subject: string;
  readonly title: string;
  readonly text: string;
}
