import { readJwt } from '../../grants/jwt.ts';
import type { DiagnosisContext } from '../diagnosis.ts';
import type { Fields } from './headers.ts';
import { finite } from './times.ts';

/** What is known of the credential that went with the call. */
export interface SentCredential {
  /** `undefined` where nothing tells. */
  readonly sent: boolean | undefined;
  /** The scheme of the `Authorization` field in lower case, such as `bearer` or `basic`. */
  readonly scheme?: string;
  /** When it ends, by the context, else by the claims of a JWT that was sent; epoch seconds. */
  readonly expiresAt?: number;
}

const FIELD =
  /(?:^|-)(?:authorization|api-?key|apikey|token|auth|secret|signature|app-?id|key|mbx-apikey|vcloud-authorization)(?:$|-)|^(?:api-sign|dd-.*key|x-auth.*)$/;
const PARAMETER =
  /^(?:.*(?:api_?key|access_?token|auth_?token|signature)|key|token|appid|app_id|sig|secret|apikey|x-amz-credential|subscription-key|api-key)$/i;
const OTHER_FIELD = /csrf|xsrf|^sec-|idempotency/;
/** As Telegram's bots carry it. @see https://core.telegram.org/bots/api#making-requests */
const TOKEN_IN_PATH = /^\/(?:file\/)?bot[^/]{8,}\//;
const SCHEME = /^([A-Za-z][\w-]{0,40})\s/;

/** Looks for the credential wherever calls carry one; a cookie may hold a session or nothing. */
export function sentCredential(
  method: string,
  url: URL | undefined,
  fields: Fields,
  context: DiagnosisContext,
): SentCredential {
  const authorization = fields.get('authorization') ?? '';
  const scheme = SCHEME.exec(authorization)?.[1]?.toLowerCase();
  const expiresAt = finite(context.credentialExpiresAt) ?? jwtExpiry(authorization);
  const seen = isSent(url, fields);
  return {
    sent: context.credentialSent ?? (seen !== true && isLogin(method, url) ? undefined : seen),
    ...(scheme !== undefined && { scheme }),
    ...(expiresAt !== undefined && { expiresAt }),
  };
}

/** Where people and clients log in, the credential is in a body that is not known here. */
function isLogin(method: string, url: URL | undefined): boolean {
  return method === 'POST' && url !== undefined && LOGIN_PATH.test(url.pathname);
}

const LOGIN_PATH =
  /(?:^|[/_-])(?:log-?in|sign-?in|sessions?|tokens?|oauth2?|auth(?:enticate|entication|orize)?)(?:[/_.-]|$)/i;

/** @see https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4 */
function jwtExpiry(authorization: string): number | undefined {
  const token = /^bearer\s{1,4}([\w-]{4,}\.[\w-]{4,}\.[\w-]*)$/i.exec(authorization.slice(0, 16_384))?.[1];
  return token === undefined ? undefined : readJwt(token)?.expiresAt?.value;
}

function isSent(url: URL | undefined, fields: Fields): boolean | undefined {
  for (const [name, value] of fields) if (FIELD.test(name) && !OTHER_FIELD.test(name) && value !== '') return true;
  if (url === undefined) return undefined;
  for (const name of url.searchParams.keys()) if (PARAMETER.test(name)) return true;
  if (url.username !== '' || url.password !== '' || TOKEN_IN_PATH.test(url.pathname)) return true;
  return fields.has('cookie') ? undefined : false;
}
