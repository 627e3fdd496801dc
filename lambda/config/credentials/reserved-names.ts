/*
 * Names that the monitor itself puts into a token request or an assertion, each with what to write instead.
 */

const SET_BY_KIND = 'the kind sets it';
const IN_SECRET = 'its value belongs in the secret';

/**
 * Parameters of a token request.
 *
 * @see https://www.iana.org/assignments/oauth-parameters/oauth-parameters.xhtml#parameters
 */
export const RESERVED_PARAMETERS: Readonly<Record<string, string>> = {
  grant_type: SET_BY_KIND,
  client_id: 'set "clientId"',
  client_secret: IN_SECRET,
  client_assertion: 'set clientAuth: "private_key_jwt"',
  client_assertion_type: 'set clientAuth: "private_key_jwt"',
  scope: 'set "scopes"',
  refresh_token: IN_SECRET,
  assertion: SET_BY_KIND,
  password: IN_SECRET,
};

/** The same of kind `oauth2-client-credentials` only: to the other kinds they are parameters like any. */
export const RESERVED_CLIENT_PARAMETERS: Readonly<Record<string, string>> = {
  audience: 'set "audience"',
  resource: 'set "resource"',
};

/**
 * Claims of an assertion.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7519#section-4.1
 */
export const REGISTERED_CLAIMS: Readonly<Record<string, string>> = {
  iss: 'set "assertionIssuer"',
  sub: 'set "subject"',
  aud: 'set "audience"',
  exp: SET_BY_KIND,
  iat: SET_BY_KIND,
  nbf: SET_BY_KIND,
  jti: SET_BY_KIND,
};
