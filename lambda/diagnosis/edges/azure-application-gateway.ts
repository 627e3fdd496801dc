import type { Edge } from './edge.ts';

/**
 * Azure Application Gateway names itself at the foot of its own pages.
 *
 * @see https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/applicationgateway.py
 */
export const azureApplicationGateway: Edge = {
  name: 'azure-application-gateway',
  marks: [{ body: /<h1>403 forbidden<\/h1>[\s\S]{0,80}<center>microsoft-azure-application-gateway/ }],
  remedies: { 'waf-blocked': "The gateway's firewall log names the rule that matched." },
};
