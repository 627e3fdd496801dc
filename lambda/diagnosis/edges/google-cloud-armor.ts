import type { Edge } from './edge.ts';

/**
 * The bare page of Google's front end for what a Cloud Armor policy denies, mostly by the caller's address.
 *
 * @see https://cloud.google.com/armor/docs/security-policy-overview
 */
export const googleCloudArmor: Edge = {
  name: 'google-cloud-armor',
  marks: [
    {
      body: /^<!doctype html><meta charset="utf-8"><meta name=viewport content="width=device-width, initial-scale=1"><title>403<\/title>403 forbidden\s{0,4}$/,
      likely: true,
    },
  ],
  remedies: {
    'waf-blocked':
      'Policies are often about addresses: the owner finds the denied request in the log of the load balancer.',
  },
};
