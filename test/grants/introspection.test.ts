import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readIntrospection } from '../../lambda/grants/introspection.ts';

const read = (fields: unknown) => readIntrospection(JSON.stringify(fields));

describe('an introspection response tells', () => {
  test('what the standard has a field for', () => {
    // @see https://www.rfc-editor.org/rfc/rfc7662#section-2.2 (its example)
    expect(
      read({
        active: true,
        client_id: 'l238j323ds-23ij4',
        username: 'jdoe',
        scope: 'read write dolphin',
        sub: 'Z5O3upPC88QrAjx00dis',
        exp: 1419356238,
        iat: 1419350238,
      }),
    ).toEqual({
      source: 'reported',
      life: { value: 'alive', evidence: { where: 'introspection active', what: 'true' } },
      expiresAt: {
        value: 1419356238,
        evidence: { where: 'introspection exp', what: '1419356238 (2014-12-23T17:37:18Z)' },
      },
      issuedAt: { value: 1419350238, evidence: expect.anything() },
      scopes: { value: ['read', 'write', 'dolphin'], evidence: expect.anything() },
      identity: {
        value: 'Z5O3upPC88QrAjx00dis',
        evidence: { where: 'introspection sub', what: 'Z5O3upPC88QrAjx00dis' },
      },
    });
  });

  test('that a token is at its end, and nothing more of it', () => {
    expect(read({ active: false, exp: 1419356238, scope: 'read' })).toEqual({
      source: 'reported',
      life: { value: 'ended', evidence: { where: 'introspection active', what: 'false' } },
    });
  });

  test.each<[string, unknown, unknown]>([
    ['no end', { active: true, exp: 0 }, { expiresAt: undefined }],
    ['an end as text', { active: true, exp: '1419356238' }, { expiresAt: { value: 1419356238 } }],
    ['an end that is no date', { active: true, exp: 'never' }, { expiresAt: undefined }],
    ['scopes as a list', { active: true, scope: ['a', 'b'] }, { scopes: { value: ['a', 'b'] } }],
    ['no scope at all', { active: true, scope: '' }, { scopes: { value: [] } }],
    ['nothing of its scopes', { active: true }, { scopes: undefined }],
    ['a client where there is no user', { active: true, client_id: 'ci' }, { identity: { value: 'ci' } }],
  ])('%s', (_, fields, expected) => {
    expect({ expiresAt: undefined, scopes: undefined, ...read(fields) }).toMatchObject(expected as object);
  });

  test.each([
    '',
    'null',
    '[]',
    '{}',
    '{"active":"true"}',
    '{"active":1}',
    '{"error":"invalid_client"}',
    '<html>',
    'eyJ.a.b',
  ])('nothing when it is %j', (body) => expect(readIntrospection(body)).toBeUndefined());

  test('something or nothing, whatever it is', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void read({ active: true, ...Object(value) })));
    fc.assert(fc.property(fc.string(), (body) => void readIntrospection(body)));
  });
});
