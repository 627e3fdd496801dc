export { ConfigError } from './lambda/config/config-error.ts';
export { type ConfigInput, defineConfig } from './lambda/config/input.ts';
export type { Cause, Family } from './lambda/diagnosis/causes.ts';
export { diagnose } from './lambda/diagnosis/diagnose.ts';
export type { Diagnosis, DiagnosisContext, Refusal } from './lambda/diagnosis/diagnosis.ts';
export { ScopewatchMonitor, type ScopewatchMonitorProps } from './lib/scopewatch-monitor.ts';
export { ScopewatchStack, type ScopewatchStackProps } from './lib/scopewatch-stack.ts';
