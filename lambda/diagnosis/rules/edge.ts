import type { Cause } from '../causes.ts';
import { shows } from '../edges/edge.ts';
import { EDGES } from '../edges/index.ts';
import { type Finding, headerEvidence, quote, type Rule, statusEvidence } from '../finding.ts';
import type { Reading } from '../reading.ts';

/** Ways in which a page without a known name says that it is a defence. */
const NAMELESS =
  /you have been blocked|access to this page has been (?:denied|blocked)|automated (?:queries|access|requests|traffic)|are you (?:a )?(?:human|robot)|enable (?:javascript|js) and (?:cookies|disable any ad blocker)|checking (?:if the site connection is secure|your browser)|web application firewall|(?:blocked|denied) by (?:the )?(?:\w{1,20} )?(?:waf|firewall|security (?:policy|rules?|service|solution))|bot (?:detection|protection|activity)|security check to access|access blocked|request (?:was |has been )?(?:blocked|rejected) by|\bcaptcha\b|website is protected|this (?:site|web ?page|url|website|category) (?:is|has been) blocked|prove you(?:'re| are) human|verify (?:that )?you are (?:a )?human/;

/** What a page's own words make of the block. */
const SHARPER: readonly (readonly [Cause, RegExp])[] = [
  [
    'rate-limited',
    /error code: 1015|error 1015|you are being rate limited|rate limit(?:ed|ing)? (?:exceeded|reached)|too many requests/,
  ],
  [
    'ip-not-allowed',
    /error code: 100[678]|error 100[678]|has banned (?:the|your) ip|banned your ip|(?:your|the) ip (?:address )?(?:[\d.:a-f()]{3,45} )?(?:is|has been|was) (?:blocked|banned|denied|not allowed|blacklisted|listed)|ip (?:allow|white|black|block) ?list|your ip address is not/,
  ],
  [
    'geo-blocked',
    /error code: 1009|error 1009|(?:from|in) your (?:country|region|location)|your country|(?:country|region) (?:or region )?(?:in which|where) you|has banned the country|geo(?:graphic)?[- ]?(?:block|restrict|location)/,
  ],
  [
    'wrong-endpoint',
    /error code: 100[013]|error 1003|direct ip access|does not match the (?:certificate|host|alternate)|alternate domain name|bad request\.\s|not configured to allow the http request method|only supports cachable|unknown domain/,
  ],
];

/**
 * A block page, challenge or default page of an edge network, a firewall or an egress proxy that answered before the
 * API saw the call. Structured answers are the API's own, whichever edge they passed.
 */
export const edgePages: Rule = (reading) => {
  if (reading.status < 400 && reading.content !== 'html') return undefined;
  const lower = reading.body.slice(0, 24_000).toLowerCase();
  const visible = visibleText(reading);
  const isPage = reading.content === 'html' || reading.content === 'text' || reading.content === 'empty';
  const edge = EDGES.find((candidate) => shows(candidate, reading, lower, isPage));
  if (edge === undefined) return namelessBlock(reading, visible);
  const cause = [...(edge.says ?? []), ...SHARPER].find(([, pattern]) => pattern.test(visible))?.[0] ?? 'waf-blocked';
  return blocked(reading, cause, cause === 'waf-blocked' ? 'certain' : 'likely', edge.name);
};

function namelessBlock(reading: Reading, visible: string): Finding | undefined {
  if (reading.content !== 'html' || !NAMELESS.test(visible)) return undefined;
  const cause = SHARPER.find(([, pattern]) => pattern.test(visible))?.[0] ?? 'waf-blocked';
  return blocked(reading, cause, 'likely', undefined);
}

function visibleText(reading: Reading): string {
  if (reading.page === undefined) return reading.body.slice(0, 2000).toLowerCase();
  const { title, headings, text } = reading.page;
  return [title, ...headings, text].join(' \n').slice(0, 4000).toLowerCase();
}

function blocked(
  reading: Reading,
  cause: Cause,
  confidence: Finding['confidence'],
  provider: string | undefined,
): Finding {
  const page = reading.page;
  const heading = page?.title || page?.headings[0] || reading.body.slice(0, 200);
  const server = reading.fields.get('server');
  return {
    cause,
    confidence,
    evidence: [
      heading === '' ? statusEvidence(reading) : { where: page?.title ? 'body title' : 'body', what: quote(heading) },
      ...(server === undefined ? [] : [headerEvidence('server', server)]),
    ],
    ...(provider === undefined ? {} : { details: { provider } }),
  };
}
