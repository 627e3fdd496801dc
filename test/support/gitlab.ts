import { startServer } from './http-server.ts';

/** A token as this GitLab knows it; what is changed here counts from the next request on. */
export interface GitlabToken {
  active: boolean;
  revoked: boolean;
  scopes: readonly string[];
  /** A day, as GitLab writes it. */
  expiresAt: string | null;
  userId: number;
}

/**
 * A GitLab on loopback: `/api/v4/projects` and what a token may ask about itself, in the words of its documentation.
 *
 * @see https://docs.gitlab.com/api/personal_access_tokens/#self-inform
 */
export async function startGitlab(tokens: Record<string, GitlabToken>) {
  const calls: string[] = [];
  const state: { page?: { status: number; type: string; body: string } } = {};
  const server = await startServer((request, response) => {
    calls.push(`${request.method} ${request.url}`);
    const send = (status: number, body: unknown, type = 'application/json') => {
      response.writeHead(status, { 'content-type': type });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    };
    if (state.page) return send(state.page.status, state.page.body, state.page.type);
    const sent = request.headers.authorization?.replace('Bearer ', '') ?? '';
    const token = Object.hasOwn(tokens, sent) ? tokens[sent] : undefined;
    if (token === undefined) return send(401, { message: '401 Unauthorized' });
    if (token.revoked)
      return send(401, {
        error: 'invalid_token',
        error_description: 'Token was revoked. You have to re-authorize from the user.',
      });
    if (!token.active)
      return send(401, {
        error: 'invalid_token',
        error_description: 'Token is expired. You can either do re-authorization or token refresh.',
      });
    if (request.url !== '/api/v4/personal_access_tokens/self') return send(200, []);
    send(200, {
      id: 4,
      name: 'ci',
      revoked: token.revoked,
      created_at: '2026-01-01T00:00:00.000Z',
      scopes: token.scopes,
      user_id: token.userId,
      last_used_at: null,
      active: token.active,
      expires_at: token.expiresAt,
    });
  });
  return { ...server, calls, state };
}
