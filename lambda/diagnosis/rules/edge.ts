import type { Cause } from '../causes.ts';
import type { Confidence, Details, Evidence } from '../diagnosis.ts';
import { type Edge, type Mark, markOf } from '../edges/edge.ts';
import { EDGES } from '../edges/index.ts';
import {
  codeEvidence,
  type Finding,
  headerEvidence,
  messageEvidence,
  quote,
  type Rule,
  statusEvidence,
} from '../finding.ts';
import type { Reading } from '../reading.ts';
import { BLOCK_WORDS, SHARPER } from './block-words.ts';

const MAX_BODY_LENGTH = 24_000;
const MAX_TEXT_LENGTH = 4000;

/**
 * A block page, challenge or default page of an edge network, a firewall or an egress proxy that answered before the
 * API saw the call. Structured answers are the API's own, whichever edge they passed, unless an edge's mark says more.
 */
export const edgePages: Rule = (reading) => {
  const lower = reading.body.slice(0, MAX_BODY_LENGTH).toLowerCase();
  const isPage = reading.content === 'html' || reading.content === 'text' || reading.content === 'empty';
  const isWelcome = reading.status < 400 && reading.content !== 'html';
  const text = visibleText(reading);
  const visible = text.toLowerCase();
  for (const edge of EDGES) {
    const mark = markOf(edge, reading, lower, isPage);
    if (mark !== undefined && (!isWelcome || mark.field !== undefined))
      return byEdge(reading, edge, mark, text, visible);
  }
  return isWelcome ? undefined : namelessBlock(reading, visible);
};

function byEdge(reading: Reading, edge: Edge, mark: Mark, text: string, visible: string): Finding {
  const cause = causeOf([...(edge.says ?? []), ...SHARPER], visible);
  const certain = cause === 'waf-blocked' && mark.likely === undefined;
  const confidence = certain ? 'certain' : cause === 'unknown' ? 'possible' : 'likely';
  return blocked(reading, cause, confidence, mark.field?.[0], {
    provider: edge.name,
    ...requestIdOf(edge, reading, text),
  });
}

function namelessBlock(reading: Reading, visible: string): Finding | undefined {
  if (reading.content !== 'html' || !BLOCK_WORDS.test(visible)) return undefined;
  return blocked(reading, causeOf(SHARPER, visible), 'likely');
}

function causeOf(says: readonly (readonly [Cause, RegExp])[], visible: string): Cause {
  return says.find(([, pattern]) => pattern.test(visible))?.[0] ?? 'waf-blocked';
}

function requestIdOf({ requestId, requestIdFields = [] }: Edge, reading: Reading, text: string): Details {
  const onPage = requestId?.exec(text)?.[1];
  const inField = requestIdFields.map((name) => reading.fields.get(name)).find((value) => value !== undefined);
  const id = onPage ?? inField;
  return id === undefined ? {} : { requestId: quote(id) };
}

/** What people see of a page, of anything else its beginning. */
function visibleText(reading: Reading): string {
  if (reading.page === undefined) return reading.body.slice(0, 2000);
  const { title, headings, text } = reading.page;
  return [title, ...headings, text].join(' \n').slice(0, MAX_TEXT_LENGTH);
}

function blocked(reading: Reading, cause: Cause, confidence: Confidence, field?: string, details?: Details): Finding {
  const fields = [...new Set([field, 'server'])].flatMap((name) => {
    const value = name === undefined ? undefined : reading.fields.get(name);
    return name === undefined || value === undefined ? [] : [headerEvidence(name, value)];
  });
  return { cause, confidence, evidence: [seenIn(reading), ...fields], ...(details && { details }) };
}

/** A page's title, else how it begins; what a structured answer says, whatever it lists first. */
function seenIn(reading: Reading): Evidence {
  const { page, content, messages, codes } = reading;
  const heading = page?.title || page?.headings[0] || (content === 'text' || page ? reading.body.slice(0, 200) : '');
  if (heading !== '') return { where: page?.title ? 'body title' : 'body', what: quote(heading) };
  const [message] = messages;
  const [code] = codes;
  return message ? messageEvidence(message) : code ? codeEvidence(code) : statusEvidence(reading);
}
