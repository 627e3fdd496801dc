import type { Refusal } from '../../../lambda/diagnosis/diagnosis.ts';

/** How clients name the call in a sentence: method, if it is there, and address. */
const CALLS: readonly RegExp[] = [
  /\b(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) (?:request (?:for|to) )?["'<]?(https?:\/\/[^\s"'<>]{1,8000}?)[,:;)]?(?=["'<>\s]|$)/,
  /\bfor ()url:? ["'<]?(https?:\/\/[^\s"'<>]{1,8000}?)[,:;)]?(?=["'<>\s]|$)/i,
  /^--\d{4}-\d\d-\d\d \d\d:\d\d:\d\d-- {1,4}()(https?:\/\/\S{1,8000})$/m,
  /\bmethod=["']?([A-Z]{3,7})\b.{0,200}?\burl=["']?(https?:\/\/[^\s"']{1,8000})/,
  /^()Request URL:\s{1,4}(https?:\/\/\S{1,8000})$/m,
  /\burl["']?: {0,2}["']()(https?:\/\/[^\s"']{1,8000})["']/i,
];

/** The call that an error message, wget or a browser's network panel names; `undefined` where none does. */
export function callIn(text: string): Pick<Refusal['request'], 'method' | 'url'> | undefined {
  for (const pattern of CALLS) {
    const [, method = '', url] = pattern.exec(text) ?? [];
    if (url !== undefined) return { method: method === '' ? 'GET' : method, url };
  }
  return undefined;
}
