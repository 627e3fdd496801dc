import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { accountPhrases, featurePhrases } from '../../lambda/diagnosis/rules/phrases/account.ts';
import { invalidPhrases, missingPhrases } from '../../lambda/diagnosis/rules/phrases/authentication.ts';
import { expiryPhrases, revocationPhrases, signaturePhrases } from '../../lambda/diagnosis/rules/phrases/credential.ts';
import { limitPhrases } from '../../lambda/diagnosis/rules/phrases/limit.ts';
import { networkPhrases } from '../../lambda/diagnosis/rules/phrases/network.ts';
import { originPhrases } from '../../lambda/diagnosis/rules/phrases/origin.ts';
import { permissionPhrases, scopePhrases, stepUpPhrases } from '../../lambda/diagnosis/rules/phrases/permission.ts';
import { requestPhrases } from '../../lambda/diagnosis/rules/phrases/request.ts';

const phrases = [
  accountPhrases,
  featurePhrases,
  invalidPhrases,
  missingPhrases,
  expiryPhrases,
  revocationPhrases,
  signaturePhrases,
  limitPhrases,
  networkPhrases,
  originPhrases,
  permissionPhrases,
  scopePhrases,
  stepUpPhrases,
  requestPhrases,
].flat();
const sources = readdirSync(new URL('../../lambda/diagnosis/', import.meta.url), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(new URL(`../../lambda/diagnosis/${file}`, import.meta.url), 'utf8'));

/** Words that start most of the phrases, blanks, and characters that patterns repeat. */
const CHUNKS = [
  'token ',
  'the access key of your account is not ',
  'user user ',
  'a',
  ' ',
  '(',
  'invalid or ',
  "'",
  '1',
  '- ',
  'scope ',
  'permission to the ',
  'api api ',
];

test.each(phrases.map((phrase, index) => [`${phrase.cause} #${index}`, phrase] as const))(
  '%s takes time in proportion to 64 KiB',
  (_, phrase) => {
    for (const chunk of CHUNKS) {
      const text = chunk.repeat(Math.ceil(65_536 / chunk.length));
      const started = performance.now();
      phrase.when.test(text);
      phrase.unless?.test(text);
      // Measured: under 60 ms. What backtracks exponentially or by the square takes seconds here.
      expect(performance.now() - started).toBeLessThan(1000);
    }
  },
);

test('no pattern repeats a repeat without bound', () => {
  const nested = sources.flatMap((source) => source.match(/\((?:[^()\\]|\\.)*[+*](?:[^()\\]|\\.)*\)[+*]/g) ?? []);
  expect(nested.filter((pattern) => /[+*]\)[+*]$/.test(pattern))).toEqual([]);
});
