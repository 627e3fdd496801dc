/** The item of the table that remembers which version of each secret was seen last. */
export const SEEN_VERSIONS_KEY = 'rotation#seen';
