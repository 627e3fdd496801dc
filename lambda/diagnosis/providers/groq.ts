import type { Provider } from './provider.ts';

/**
 * @see https://github.com/NVIDIA-NeMo/Guardrails/issues/563 (`organization_restricted`, with 400)
 * @see https://console.groq.com/settings/limits (models that an organisation allows)
 */
export const groq: Provider = {
  name: 'groq',
  hosts: ['groq.com'],
  codes: {
    model_permission_blocked_org: 'permission-denied',
    organization_restricted: 'account-suspended',
  },
  remedies: {
    'permission-denied':
      'An administrator of the organisation enables the model at https://console.groq.com/settings/limits',
  },
};
