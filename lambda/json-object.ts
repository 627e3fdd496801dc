import { isRecord } from './config/plain.ts';

/** The JSON object that a text holds; `undefined` for anything else. Never throws: an error would quote the text. */
export function jsonObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
