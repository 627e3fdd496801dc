import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redactDeep, redactor } from '../../lambda/redaction/redactor.ts';

const SECRET = 's3cr3t/+val"ue&é';

const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('a secret is redacted', () => {
  test.each([
    ['raw', SECRET],
    ['as JSON', JSON.stringify(SECRET).slice(1, -1)],
    ['as JSON with escaped slashes', 's3cr3t\\/+val\\"ue&é'],
    ['as JSON with escaped code units', '\\u0073\\u0033cr3t\\u002F\\u002bval\\u0022ue\\u0026\\u00e9'],
    ['as JSON in JSON', JSON.stringify(JSON.stringify(SECRET)).slice(3, -3)],
    ['in a URL', encodeURIComponent(SECRET)],
    ['in a URL, lower case', encodeURIComponent(SECRET).toLowerCase()],
    ['in a URL, every byte', Buffer.from(SECRET).toString('hex').replace(/../g, '%$&')],
    ['in a URL, twice', encodeURIComponent(encodeURIComponent(SECRET))],
    ['in HTML', 's3cr3t/+val&quot;ue&amp;&#233;'],
    ['in HTML by number', '&#115;&#x33;cr3t&#x2F;&#43;val&#34;ue&amp;&#xE9;'],
    ['in HTML by rare names', 's3cr3t&sol;&plus;val&QUOT;ue&AMP;é'],
    ['in hexadecimal', Buffer.from(SECRET).toString('hex')],
    ['in upper-case hexadecimal', Buffer.from(SECRET).toString('hex').toUpperCase()],
    ['in base64', base64(SECRET)],
    ['in base64url', Buffer.from(SECRET).toString('base64url')],
    ['in base64 in a URL', encodeURIComponent(base64(SECRET))],
    ['in HTML without semicolons', '&#115&#51cr3t&#x2F&#43val&#34ue&#38&#xE9'],
    ['as JavaScript escapes its bytes', '\\x73\\x33cr3t\\x2F\\x2bval\\x22ue&\\xc3\\xa9'],
    ['as escape() of old writes it', '%u0073%u0033cr3t/+val%u0022ue&%u00E9'],
    ['in base64, twice', base64(base64(SECRET))],
    ['in base64url, twice', Buffer.from(Buffer.from(SECRET).toString('base64url')).toString('base64url')],
    ['in upper case', SECRET.toUpperCase().replace('É', 'é')],
  ])('%s', (_, written) => {
    expect(redactor([SECRET])(`before "${written}" after`)).toBe('before "<redacted>" after');
  });

  test.each(['', 'x', 'xy', 'xyz'])('in base64 after %j and before something else', (before) => {
    for (const after of ['', 'z', 'zz', 'zzz']) {
      const redacted = redactor([SECRET])(base64(`${before}${SECRET}${after}`));
      expect(Buffer.from(redacted.replace('<redacted>', ''), 'base64').toString('latin1')).not.toMatch(/[3c/+"]/);
    }
  });

  test.each([60, 64, 76])('in base64 that is wrapped at column %i', (column) => {
    const secret = 'a secret/that needs ?>+ more than one line of it'.repeat(4);
    const lines = base64(secret).match(new RegExp(`.{1,${column}}`, 'g')) ?? [];
    for (const end of ['\r\n', '\n', ' ', '\r\n\t', '\\r\\n', '&#13;&#10;', '%0D%0A']) {
      expect(redactor([secret])(`"${lines.join(end)}"`)).toBe('"<redacted>"');
    }
  });

  test.each([
    ['a zero-width space', '\u200b'],
    ['a soft hyphen', '\u00ad'],
    ['a direction mark', '\u202e'],
    ['a tag character', '\u{e0041}'],
    ['a variation selector', '\ufe0f'],
    ['controls', '\0\b\x1b\x7f\x9b'],
    ['half a surrogate pair', '\ud800'],
    ['a private character', '\ue000'],
    ['one in a URL', '%E2%80%8B'],
    ['one in JSON', '\\u200b'],
    ['two halves in JSON', '\\udb40\\udc41'],
    ['one in HTML', '&#8203;'],
    ['half a surrogate pair in JSON', '\\ud800'],
    ['the other half in JSON', '\\udc00'],
  ])('that has %s inside', (_, invisible) => {
    for (const secret of ['SeKretTokenAlpha', 'short']) {
      const written = [...secret].join(invisible);
      expect(redactor([secret])(`"${written}"`)).toBe('"<redacted>"');
      expect(redactor([secret]).cut(`"${written.slice(0, -1)}`)).toBe('"<redacted>');
    }
    const escaped = `Se${[...'\\u004b'].join(invisible)}retTokenAlpha`;
    if (!/[\\%&]/.test(invisible)) expect(redactor(['SeKretTokenAlpha'])(escaped)).toBe('<redacted>');
  });

  test('that an escape before it would swallow', () => {
    expect(redactor(['41beef'])('%41beef')).toBe('%<redacted>');
  });

  test('that has a line feed, also as JSON writes it', () => {
    const redact = redactor(['line one\nline two']);
    expect(redact('line one\nline two|line one\\nline two|line%20one%0Aline+two')).toBe(
      '<redacted>|<redacted>|<redacted>',
    );
  });

  test('with a character beyond the first plane, as JSON and as URLs write it', () => {
    expect(redactor(['key-😀-key'])('key-😀-key|key-\\ud83d\\ude00-key|key-%F0%9F%98%80-key')).toBe(
      '<redacted>|<redacted>|<redacted>',
    );
  });

  test('where it overlaps another, as one', () => {
    expect(redactor(['abcdef', 'defghi'])('--abcdefghi--')).toBe('--<redacted>--');
  });

  test('and JSON stays JSON', () => {
    const body = JSON.stringify({ token: '/abcdefg/', other: 1 }).replaceAll('/', '\\/');
    expect(JSON.parse(redactor(['/abcdefg/'])(body))).toEqual({ token: '<redacted>', other: 1 });
  });
});

test('a secret of four characters is redacted, a shorter one is not', () => {
  expect(redactor(['abcd', 'xyz', ''])('abcd xyz')).toBe('<redacted> xyz');
});

test('a secret of eight characters is redacted in whatever case, a shorter one as it is', () => {
  expect(redactor(['Abcdefgh', 'Wxyz'])('aBCDEFgh ABCDEFGH wxyz Wxyz')).toBe('<redacted> <redacted> wxyz <redacted>');
});

test('other text is left as it is', () => {
  const text = 'a\u200bb &#65 &#x42g %u0041 \\x41 100% of \\ & &amp; \\n \\u12 %zz 😀 \ud800 ;;; a+b';
  expect(redactor([SECRET])(text)).toBe(text);
});

describe('a text that was cut off', () => {
  test.each([
    ['raw', 'x s3cr3t'],
    ['in the middle of an escape', 'x s3cr3t%2'],
    ['in the middle of a JSON escape', 'x s3cr3t\\u00'],
    ['in the middle of a character reference', 'x s3cr3t&so'],
    ['in base64', `x ${base64(SECRET).slice(0, 9)}`],
  ])('does not end in a piece of a secret: %s', (_, text) => {
    expect(redactor([SECRET]).cut(text)).toBe('x <redacted>');
  });

  test('may end in fewer than four of its characters', () => {
    expect(redactor([SECRET]).cut('s3cr s3c')).toBe('s3cr s3c');
  });
});

test('finds says whether a secret is there, and is not misled by what looks like one', () => {
  const { finds } = redactor([SECRET]);
  expect(finds(`https://api.example.com/?q=${encodeURIComponent(SECRET)}`)).toBe(true);
  expect(redactor(['Wxyz']).finds('http://wxyz.example.com/')).toBe(true);
  expect(finds('ghp_abcdefghijklmnopqrstuvwxyz0123456789')).toBe(false);
});

test('redactDeep redacts every string and leaves the shape', () => {
  const redact = redactor(['hidden-value']);
  expect(redactDeep({ a: ['hidden-value', 1, null], b: { c: 'x hidden-value' } }, redact)).toEqual({
    a: ['<redacted>', 1, null],
    b: { c: 'x <redacted>' },
  });
});

test.each([
  ['a periodic text and secret', 'a'.repeat(1_000_000), `b${'a'.repeat(10_000)}`],
  ['escapes that complete each other', `${'%3'.repeat(500_000)}1`, '1'.repeat(10_000)],
  ['bytes that are no text', '\ufffd'.repeat(1_000_000), 's3cr3t/token+value'],
  ['references without semicolons', '&#6'.repeat(300_000), '&#6x'.repeat(3_000)],
  ['invisible characters', '\u200b'.repeat(1_000_000), 's3cr3t/token+value'],
  ['beginnings of the secret', 's3cr'.repeat(250_000), `${'s3cr'.repeat(2_500)}x`],
  ['references that never end', '&#;'.repeat(300_000), '&#;x'.repeat(3_000)],
])('time is linear for %s', (_, text, secret) => {
  expect(redactor([secret])(text)).toHaveLength(text.length); // quadratic, this would take hours
});

test('a secret of 10 KB is redacted', () => {
  const secret = Array.from({ length: 1000 }, (_, at) => `part-${at}/`).join('');
  expect(redactor([secret])(`x ${encodeURIComponent(secret)} y`)).toBe('x <redacted> y');
});

describe('whatever the secret, the text and the mix of encodings', () => {
  const hex = (text: string) => [...Buffer.from(text)].map((byte) => byte.toString(16).padStart(2, '0'));
  const encoders: ((character: string) => string)[] = [
    (character) =>
      hex(character)
        .map((byte) => `%${byte}`)
        .join(''),
    (character) =>
      hex(character)
        .map((byte) => `%${byte.toUpperCase()}`)
        .join(''),
    (character) =>
      Array.from(
        { length: character.length },
        (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
      ).join(''),
    (character) => `&#${character.codePointAt(0)};`,
    (character) => `&#x${character.codePointAt(0)?.toString(16)};`,
    // Left as it is where nothing would have to be escaped.
    (character) => (/[\w.~-]/.test(character) ? character : encodeURIComponent(character)),
  ];
  const secrets = fc
    .string({ unit: 'grapheme-ascii', minLength: 6, maxLength: 60 })
    .filter((secret) => /[\w-]{5}/.test(secret))
    // One that is itself mostly an escape, such as `%7fAA0`, is as short as what it stands for, and spaces stand for little.
    .filter((secret) => secret.replace(/%[\da-f]{2}|\\u[\da-f]{4}|\\x[\da-f]{2}|\\.|&#?\w+;?|\s/gi, '').length >= 4);
  const mixed = secrets.chain((secret) =>
    fc
      .array(fc.nat(encoders.length - 1), { minLength: secret.length, maxLength: secret.length })
      .map(
        (choice) =>
          [secret, [...secret].map((character, at) => encoders[choice[at] ?? 0]?.(character)).join('')] as const,
      ),
  );
  const around = fc.string({ unit: 'grapheme', maxLength: 40 });

  test('no escaped form survives', () => {
    fc.assert(
      fc.property(mixed, around, around, ([secret, written], before, after) => {
        const redacted = redactor([secret])(`${before} ${written} ${after}`);
        expect(redacted).toContain('<redacted>');
        expect(redacted).not.toContain(written);
      }),
      { numRuns: 500 },
    );
  });

  test('no raw, base64 or hexadecimal form survives, wherever it stands', () => {
    fc.assert(
      fc.property(secrets, around, around, fc.nat(3), (secret, before, after, form) => {
        const inner = `${before}${secret}${after}`;
        const text =
          [inner, base64(inner), Buffer.from(inner).toString('base64url'), Buffer.from(inner).toString('hex')][form] ??
          '';
        const decoders = [
          String,
          (t: string) => Buffer.from(t, 'base64').toString(),
          (t: string) => Buffer.from(t, 'base64url').toString(),
          (t: string) => Buffer.from(t, 'hex').toString(),
        ];
        expect(decoders[form]?.(redactor([secret])(text).replace('<redacted>', '!'))).not.toContain(secret);
      }),
      { numRuns: 500 },
    );
  });
});
