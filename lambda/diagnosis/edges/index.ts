import { akamai } from './akamai.ts';
import { awsWaf } from './aws-waf.ts';
import { azureApplicationGateway } from './azure-application-gateway.ts';
import { azureFrontDoor } from './azure-front-door.ts';
import { BY_ONE_MARK } from './by-one-mark.ts';
import { cloudflare } from './cloudflare.ts';
import { cloudfront } from './cloudfront.ts';
import { datadome } from './datadome.ts';
import type { Edge } from './edge.ts';
import { f5 } from './f5.ts';
import { google } from './google.ts';
import { imperva } from './imperva.ts';
import { kasada } from './kasada.ts';
import { perimeterx } from './perimeterx.ts';
import { squid } from './squid.ts';
import { sucuri } from './sucuri.ts';
import { vercel } from './vercel.ts';

/** Everything that answers in an API's place. Where several show, the first one counts. */
export const EDGES: readonly Edge[] = [
  akamai,
  awsWaf,
  azureApplicationGateway,
  azureFrontDoor,
  cloudflare,
  cloudfront,
  datadome,
  f5,
  google,
  imperva,
  kasada,
  perimeterx,
  squid,
  sucuri,
  vercel,
  ...BY_ONE_MARK,
];
