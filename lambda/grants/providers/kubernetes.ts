import type { ObservedResponse } from '../../request/observation.ts';
import { nameAt } from '../facts-at.ts';
import { alive, jsonOf, reported, stated, textAt } from '../json-answer.ts';
import type { GrantProvider } from '../provider.ts';
import { type GrantReading, quoted, type Stated } from '../reading.ts';

const REVIEW = { apiVersion: 'authentication.k8s.io/v1', kind: 'SelfSubjectReview' };

/** What an API server answers under, also behind a proxy that puts a path before it. */
const API_PATH = /^(.*?)\/(?:apis?|version|healthz|livez|readyz)(?:\/|$)/;

/**
 * Kubernetes, under anybody's host: the API server tells whom it takes the request for. The review is an answer and no
 * object; it is not stored. When a service account's token ends stands in the token.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/authentication-resources/self-subject-review-v1/
 * @see https://github.com/kubernetes/kubernetes/blob/master/pkg/registry/authentication/selfsubjectreview/rest.go
 */
export const kubernetes: GrantProvider = {
  name: 'kubernetes',
  aliases: ['k8s'],
  answersAt: (host) => /\.(?:eks\.amazonaws\.com|azmk8s\.io|k8s\.ondigitalocean\.com)$/.test(host),
  baseOf: ({ origin, pathname }) => origin + (API_PATH.exec(pathname)?.[1] ?? ''),
  questions: ({ base }) => [
    {
      method: 'POST',
      url: `${base}/apis/authentication.k8s.io/v1/selfsubjectreviews`,
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(REVIEW),
      read: readReview,
    },
  ],
  implies: () => [],
};

function readReview(answer: ObservedResponse): GrantReading {
  const json = jsonOf(answer);
  const username = textAt(json, 'status', 'userInfo', 'username');
  // Who is nobody was not known by the credential.
  if (textAt(json, 'kind') !== REVIEW.kind || username === undefined || username === 'system:anonymous') {
    return reported({});
  }
  return reported({ life: alive(answer), identity: userOf(json, username) });
}

/**
 * A service account by its name, which stays when it is made anew. The name of somebody else may be that of a session,
 * another each time: the id goes before it.
 *
 * @see https://github.com/kubernetes-sigs/aws-iam-authenticator (`{{SessionName}}` in a user name)
 */
function userOf(json: unknown, username: string): Stated<string> | undefined {
  const uid = username.startsWith('system:serviceaccount:') ? undefined : nameAt(json, 'status', 'userInfo', 'uid');
  return uid ?? stated(quoted(username), 'body status.userInfo.username');
}
