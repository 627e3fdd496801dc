import type { TestProject } from 'vitest/node';
import { bootstrap } from '../../emulator/deploy.ts';
import { type EmulatorAccess, startEmulator } from '../../emulator/start.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    readonly emulator: EmulatorAccess;
  }
}

/** One emulator for all test files, prepared for the CDK; each file deploys a monitor of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const emulator = await startEmulator((message) => console.error(message));
  try {
    await bootstrap(emulator.access);
  } catch (error) {
    await emulator.stop();
    throw error;
  }
  project.provide('emulator', emulator.access);
  return emulator.stop;
}
