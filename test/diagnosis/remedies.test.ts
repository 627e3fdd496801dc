import { expect, test } from 'vitest';
import { CAUSES, type Cause } from '../../lambda/diagnosis/causes.ts';
import { remedyOf } from '../../lambda/diagnosis/remedies.ts';

const causes = Object.keys(CAUSES) as Cause[];

test.each(['github', 'google', 'aws', 'slack', 'microsoft', 'wechat', undefined])(
  'no punctuation is glued to a link for %s',
  (provider) => {
    const links = causes.flatMap((cause) => remedyOf(cause, provider ? { provider } : {}).match(/https?:\S+/g) ?? []);
    expect(links.filter((link) => !/[\w/]$/.test(link))).toEqual([]);
  },
);
