/** The configuration that `scopewatch init` writes: it runs as it is, without any secret. */
export function starterConfig(): string {
  return `import { defineConfig } from 'scopewatch';

export default defineConfig({
  // Names the stack, the dashboard and the metrics' Monitor dimension.
  monitor: 'my-apis',

  alerts: {
    // AWS asks each address for a confirmation first.
    email: ['oncall@example.com'],
    // Bad runs in a row before an incident opens, and days ahead of an expiry at which to warn.
    failureThreshold: 2,
    expiryWarningDays: [30, 14, 7, 1],
  },

  credentials: {
    // The value never stands here: "secret" names where it is kept. In AWS that is Secrets Manager, or Parameter Store
    // with "ssm:/path". On this machine: --secrets FILE, or the environment.
    //
    // 'github-ci': {
    //   kind: 'bearer', // or 'basic', 'api-key', 'oauth2-client-credentials', 'github-app', …: see the README
    //   provider: 'github',
    //   secret: 'prod/github-ci',
    //   scopes: ['repo', 'read:org'], // losing one of these is alerted
    //   expiresAt: '2027-01-31', // only where the provider does not say it itself
    // },
  },

  probes: [
    {
      name: 'github status',
      url: 'https://www.githubstatus.com/api/v2/status.json',
      every: '5m', // 1m to 24h
      timeout: '10s',
      expect: {
        status: 200, // or '2xx', or a list
        maxDurationMs: 5_000,
        json: { path: '$.status.indicator', exists: true },
      },
    },
    // {
    //   name: 'list repos',
    //   url: 'https://api.github.com/user/repos',
    //   credential: 'github-ci',
    //   every: '5m',
    // },
  ],
});
`;
}
