/** The partition of alerts that wait to be sent; sent ones are deleted, so it is short. */
export const OUTBOX_KEY = 'outbox';
