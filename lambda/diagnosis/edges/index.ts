import { akamai } from './akamai.ts';
import { alibabaWaf } from './alibaba-waf.ts';
import { anubis } from './anubis.ts';
import { awsWaf } from './aws-waf.ts';
import { azureApplicationGateway } from './azure-application-gateway.ts';
import { azureFrontDoor } from './azure-front-door.ts';
import { barracuda } from './barracuda.ts';
import { bitninja } from './bitninja.ts';
import { BY_ONE_MARK } from './by-one-mark.ts';
import { chuangyu } from './chuangyu.ts';
import { citrix } from './citrix.ts';
import { cloudbric } from './cloudbric.ts';
import { cloudflare } from './cloudflare.ts';
import { cloudfront } from './cloudfront.ts';
import { crowdsec } from './crowdsec.ts';
import { datadome } from './datadome.ts';
import { ddosGuard } from './ddos-guard.ts';
import { dotdefender } from './dotdefender.ts';
import type { Edge } from './edge.ts';
import { f5 } from './f5.ts';
import { fastly } from './fastly.ts';
import { fortinet } from './fortinet.ts';
import { googleCloudArmor } from './google-cloud-armor.ts';
import { huaweiWaf } from './huawei-waf.ts';
import { imperva } from './imperva.ts';
import { imunify360 } from './imunify360.ts';
import { indusface } from './indusface.ts';
import { modsecurity } from './modsecurity.ts';
import { nemesida } from './nemesida.ts';
import { ngrok } from './ngrok.ts';
import { paloAlto } from './palo-alto.ts';
import { perimeterx } from './perimeterx.ts';
import { radware } from './radware.ts';
import { reblaze } from './reblaze.ts';
import { safedog } from './safedog.ts';
import { safeline } from './safeline.ts';
import { siteground } from './siteground.ts';
import { siteguard } from './siteguard.ts';
import { sonicwall } from './sonicwall.ts';
import { sophos } from './sophos.ts';
import { squid } from './squid.ts';
import { stackpath } from './stackpath.ts';
import { stormwall } from './stormwall.ts';
import { sucuri } from './sucuri.ts';
import { tencentWaf } from './tencent-waf.ts';
import { vercel } from './vercel.ts';
import { virusdie } from './virusdie.ts';
import { wangsu } from './wangsu.ts';
import { watchguard } from './watchguard.ts';
import { wordfence } from './wordfence.ts';
import { wpCerber } from './wp-cerber.ts';
import { wts } from './wts.ts';
import { yunjiasu } from './yunjiasu.ts';
import { zscaler } from './zscaler.ts';

/** Everything that answers in an API's place. Where several show, the first one counts. */
export const EDGES: readonly Edge[] = [
  akamai,
  alibabaWaf,
  anubis,
  awsWaf,
  azureApplicationGateway,
  azureFrontDoor,
  barracuda,
  bitninja,
  chuangyu,
  citrix,
  cloudbric,
  cloudflare,
  cloudfront,
  crowdsec,
  datadome,
  ddosGuard,
  dotdefender,
  f5,
  fastly,
  fortinet,
  googleCloudArmor,
  huaweiWaf,
  imperva,
  imunify360,
  indusface,
  modsecurity,
  nemesida,
  ngrok,
  paloAlto,
  perimeterx,
  radware,
  reblaze,
  safedog,
  safeline,
  siteground,
  siteguard,
  sonicwall,
  sophos,
  squid,
  stackpath,
  stormwall,
  sucuri,
  tencentWaf,
  vercel,
  virusdie,
  wangsu,
  watchguard,
  wordfence,
  wpCerber,
  wts,
  yunjiasu,
  zscaler,
  ...BY_ONE_MARK,
];
