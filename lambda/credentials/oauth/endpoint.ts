import type { CredentialBase, TokenEndpointClient } from '../../config/types.ts';
import type { Bounds } from '../minting/exchange.ts';
import { type NotMinted, noToken } from '../minting/minted.ts';
import type { Endpoint, ReadMetadata } from './metadata.ts';
import { insecure } from './token-request.ts';

/** Where a credential's tokens are asked for: the configured URL, else what its issuer's metadata names. */
export async function tokenEndpoint(
  { tokenUrl, issuer }: Pick<TokenEndpointClient, 'tokenUrl'> & Pick<CredentialBase, 'issuer'>,
  readMetadata: ReadMetadata,
  bounds: Bounds,
): Promise<Endpoint | NotMinted> {
  if (tokenUrl !== undefined) return insecure(tokenUrl, bounds) ?? { url: tokenUrl, audience: issuer ?? tokenUrl };
  if (issuer === undefined) return noToken('no token endpoint is known: configure tokenUrl, or issuer');
  const bad = insecure(issuer, bounds);
  if (bad !== undefined) return bad;
  const metadata = await readMetadata(issuer, bounds);
  if ('problem' in metadata) return metadata;
  const { tokenEndpoint: url, methods } = metadata;
  if (url === undefined) return noToken(`the metadata of ${issuer} names no token_endpoint: configure tokenUrl`);
  return insecure(url, bounds) ?? { url, audience: metadata.issuer, ...(methods && { methods }) };
}
