/** What the keys of leases begin with. */
export const LEASE_KEY = 'lease#';
