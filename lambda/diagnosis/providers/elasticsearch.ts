import type { Reading } from '../reading.ts';
import type { Provider } from './provider.ts';

const wroteBlock = ({ codes }: Reading): boolean => codes.some(({ value }) => value === 'cluster_block_exception');

/**
 * Elasticsearch, and OpenSearch where it answers with the same names. An index that a full disk made read-only is
 * `FORBIDDEN` with 403, or `TOO_MANY_REQUESTS` with 429: neither permission nor rate.
 *
 * @see https://github.com/elastic/elasticsearch/issues/73424 (`X-Elastic-Product`)
 * @see https://github.com/elastic/elasticsearch/issues/58376
 * @see https://github.com/elastic/elasticsearch/issues/49393
 * @see https://github.com/nextcloud/fulltextsearch/issues/263
 */
export const elasticsearch: Provider = {
  name: 'elasticsearch',
  fields: [['x-elastic-product', /^elasticsearch$/i]],
  wrote: wroteBlock,
  sentences: [
    {
      cause: 'request-rejected',
      when: /\b(?:forbidden|too_many_requests)\/\d{1,3}\/(?:index read-only|disk usage exceeded)/,
    },
  ],
  remedies: {
    'request-rejected':
      'A full disk makes indices read-only: free space, then set `index.blocks.read_only_allow_delete` to null. See https://www.elastic.co/guide/en/elasticsearch/reference/current/modules-cluster.html#disk-based-shard-allocation',
  },
};
