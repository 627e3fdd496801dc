import type { Leaf } from './terms.ts';
import { decodeEntities } from './words.ts';

/** What a person would see of an HTML page. */
export interface Page {
  readonly title: string;
  readonly headings: readonly string[];
  /** Visible text without title, headings and footers' markup, cut to 4,000 characters. */
  readonly text: string;
}

const MAX_TAGS = 4000;
const MAX_TEXT = 4000;
const SILENT = new Set(['script', 'style', 'noscript', 'template', 'svg']);
/** A longer name is none: it is not tried to its end from each of its characters. */
const ATTRIBUTE = /(?<![\w:.-])([\w:.-]{1,60})\s{0,4}=\s{0,4}(?:"([^"<]{0,1500})"|'([^'<]{0,1500})')/g;
const SPACES = /\s+/g;

interface Tag {
  readonly name: string;
  readonly closing: boolean;
  readonly empty: boolean;
  readonly attributes: string;
  /** The text between this tag and the next one. */
  readonly text: string;
}

/** Cuts markup into tags with the text that follows each; one pass, comments and declarations skipped. */
function* tagsOf(markup: string): Generator<Tag> {
  let position = markup.indexOf('<');
  for (let count = 0; position !== -1 && count < MAX_TAGS; count++) {
    if (markup.startsWith('<!--', position)) {
      const stop = markup.indexOf('-->', position + 4);
      position = markup.indexOf('<', stop === -1 ? markup.length : stop);
      continue;
    }
    if (markup.startsWith('<![CDATA[', position)) {
      const stop = markup.indexOf(']]>', position);
      yield {
        name: '',
        closing: false,
        empty: true,
        attributes: '',
        text: markup.slice(position + 9, stop === -1 ? undefined : stop),
      };
      position = stop === -1 ? -1 : markup.indexOf('<', stop);
      continue;
    }
    const stop = markup.indexOf('>', position);
    if (stop === -1) return;
    const next = markup.indexOf('<', stop);
    const inside = markup.slice(position + 1, Math.min(stop, position + 4000));
    const name = /^\/?([A-Za-z][\w:.-]{0,80})/.exec(inside)?.[1] ?? '';
    if (name !== '') {
      yield {
        name: name.slice(name.indexOf(':') + 1),
        closing: inside.startsWith('/'),
        empty: inside.endsWith('/'),
        attributes: inside.slice(name.length),
        text: markup.slice(stop + 1, next === -1 ? undefined : next),
      };
    }
    position = next;
  }
}

/** Title, headings and visible text of an HTML page. */
export function readPage(html: string): Page {
  let title = '';
  let text = '';
  let silent = '';
  let heading: string | undefined;
  let inTitle = false;
  const headings: string[] = [];
  for (const tag of tagsOf(html)) {
    const name = tag.name.toLowerCase();
    if (silent !== '') {
      if (!tag.closing || name !== silent) continue;
      silent = '';
    } else if (SILENT.has(name) && !tag.closing && !tag.empty) {
      silent = name;
      continue;
    }
    if (name === 'title') inTitle = !tag.closing;
    if (/^h[1-3]$/.test(name)) {
      if (tag.closing && heading !== undefined && headings.length < 8) headings.push(tidy(heading));
      heading = tag.closing ? undefined : '';
    }
    if (inTitle) title += tag.text;
    else if (heading !== undefined) heading += tag.text;
    else if (text.length < MAX_TEXT)
      text += `${/^(?:p|div|br|li|tr|td|hr|center|address|pre|h\d|blockquote)$/.test(name) ? '\n' : ''}${tag.text}`;
  }
  const lines = text
    .split('\n')
    .map(tidy)
    .filter((line) => line !== '');
  return { title: tidy(title), headings, text: lines.join('\n').slice(0, MAX_TEXT) };
}

function tidy(text: string): string {
  return decodeEntities(text.slice(0, MAX_TEXT)).replace(SPACES, ' ').trim();
}

/**
 * The texts and attributes of an XML document as leaves. No entity but the predefined and numeric ones is resolved,
 * so a document cannot grow while it is read.
 */
export function xmlLeaves(xml: string): readonly Leaf[] {
  const leaves: Leaf[] = [];
  const names: string[] = [];
  for (const tag of tagsOf(xml)) {
    if (leaves.length >= 200) break;
    if (tag.closing) {
      const opened = names.lastIndexOf(tag.name);
      if (opened !== -1) names.length = opened;
    } else if (tag.name !== '') {
      if (names.length < 12) names.push(tag.name);
      for (const [, key, double, single] of tag.attributes.matchAll(ATTRIBUTE)) {
        const value = tidy(double ?? single ?? '');
        if (key !== undefined && !key.startsWith('xmlns'))
          leaves.push({ path: `${names.join('.')}@${key}`, key, value });
      }
    }
    const text = tidy(tag.text);
    const key = names.at(-1);
    if (text !== '' && key !== undefined) leaves.push({ path: names.join('.'), key, value: numeric(text) });
    if (tag.empty && !tag.closing && tag.name !== '') names.pop();
  }
  return leaves;
}

function numeric(text: string): string | number {
  return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
}
