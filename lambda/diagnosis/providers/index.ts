import { adyen } from './adyen.ts';
import { airtable } from './airtable.ts';
import { alchemy } from './alchemy.ts';
import { algolia } from './algolia.ts';
import { alibabaCloud } from './alibaba-cloud.ts';
import { allegro } from './allegro.ts';
import { alpaca } from './alpaca.ts';
import { alphavantage } from './alphavantage.ts';
import { anthropic } from './anthropic.ts';
import { apache } from './apache.ts';
import { apiGateway } from './api-gateway.ts';
import { apiUmbrella } from './api-umbrella.ts';
import { apigee } from './apigee.ts';
import { apisix } from './apisix.ts';
import { apns } from './apns.ts';
import { appsync } from './appsync.ts';
import { appwrite } from './appwrite.ts';
import { artifactory } from './artifactory.ts';
import { asana } from './asana.ts';
import { atlassian } from './atlassian.ts';
import { auth0 } from './auth0.ts';
import { aws } from './aws.ts';
import { awsSso } from './aws-sso.ts';
import { azure } from './azure.ts';
import { azureAi } from './azure-ai.ts';
import { azureApim } from './azure-apim.ts';
import { azureContainerRegistry } from './azure-container-registry.ts';
import { azureCosmosDb } from './azure-cosmos-db.ts';
import { azureDevOps } from './azure-devops.ts';
import { azureOpenai } from './azure-openai.ts';
import { azureServiceBus } from './azure-service-bus.ts';
import { azureStorage } from './azure-storage.ts';
import { backblazeB2 } from './backblaze-b2.ts';
import { baiduCloud } from './baidu-cloud.ts';
import { bedrock } from './bedrock.ts';
import { bigcommerce } from './bigcommerce.ts';
import { bilibili } from './bilibili.ts';
import { binance } from './binance.ts';
import { bitbucket } from './bitbucket.ts';
import { bitfinex } from './bitfinex.ts';
import { brevo } from './brevo.ts';
import { buildkite } from './buildkite.ts';
import { bybit } from './bybit.ts';
import { cephRgw } from './ceph-rgw.ts';
import { circleci } from './circleci.ts';
import { clickhouse } from './clickhouse.ts';
import { clickup } from './clickup.ts';
import { cloudFoundry } from './cloud-foundry.ts';
import { cloudflareAccess } from './cloudflare-access.ts';
import { cloudflareApi } from './cloudflare-api.ts';
import { cloudflareR2 } from './cloudflare-r2.ts';
import { cloudfront } from './cloudfront.ts';
import { codeartifact } from './codeartifact.ts';
import { codecov } from './codecov.ts';
import { cognito } from './cognito.ts';
import { coinex } from './coinex.ts';
import { confluent } from './confluent.ts';
import { consul } from './consul.ts';
import { copernicus } from './copernicus.ts';
import { cratesIo } from './crates-io.ts';
import { crowdstrike } from './crowdstrike.ts';
import { dashscope } from './dashscope.ts';
import { databricks } from './databricks.ts';
import { datadog } from './datadog.ts';
import { dataverse } from './dataverse.ts';
import { deepl } from './deepl.ts';
import { devise } from './devise.ts';
import { digitalocean } from './digitalocean.ts';
import { digitaloceanSpaces } from './digitalocean-spaces.ts';
import { dingtalk } from './dingtalk.ts';
import { directus } from './directus.ts';
import { discord } from './discord.ts';
import { discourse } from './discourse.ts';
import { djangoRestFramework } from './django-rest-framework.ts';
import { docker } from './docker.ts';
import { dockerEngine } from './docker-engine.ts';
import { docusign } from './docusign.ts';
import { douyin } from './douyin.ts';
import { dropbox } from './dropbox.ts';
import { ebay } from './ebay.ts';
import { ecr } from './ecr.ts';
import { elasticsearch } from './elasticsearch.ts';
import { elevenlabs } from './elevenlabs.ts';
import { elsevier } from './elsevier.ts';
import { envoy } from './envoy.ts';
import { etherscan } from './etherscan.ts';
import { etsy } from './etsy.ts';
import { facebook } from './facebook.ts';
import { feishu } from './feishu.ts';
import { figma } from './figma.ts';
import { finnhub } from './finnhub.ts';
import { firebase } from './firebase.ts';
import { flaskJwtExtended } from './flask-jwt-extended.ts';
import { freebox } from './freebox.ts';
import { gemini } from './gemini.ts';
import { gerrit } from './gerrit.ts';
import { geth } from './geth.ts';
import { gitea } from './gitea.ts';
import { github } from './github.ts';
import { githubCopilot } from './github-copilot.ts';
import { gitlab } from './gitlab.ts';
import { glpi } from './glpi.ts';
import { gocardless } from './gocardless.ts';
import { godaddy } from './godaddy.ts';
import { google } from './google.ts';
import { googleAds } from './google-ads.ts';
import { googleArtifactRegistry } from './google-artifact-registry.ts';
import { googleCloudRun } from './google-cloud-run.ts';
import { googleIap } from './google-iap.ts';
import { googleMaps } from './google-maps.ts';
import { googleMetadata } from './google-metadata.ts';
import { googleOauth } from './google-oauth.ts';
import { googleSearchConsole } from './google-search-console.ts';
import { googleStorage } from './google-storage.ts';
import { googleWorkspace } from './google-workspace.ts';
import { grafana } from './grafana.ts';
import { gravitee } from './gravitee.ts';
import { groq } from './groq.ts';
import { hadoop } from './hadoop.ts';
import { harbor } from './harbor.ts';
import { hasura } from './hasura.ts';
import { haveIBeenPwned } from './have-i-been-pwned.ts';
import { heroku } from './heroku.ts';
import { hetzner } from './hetzner.ts';
import { hh } from './hh.ts';
import { huaweiCloud } from './huawei-cloud.ts';
import { hubspot } from './hubspot.ts';
import { hue } from './hue.ts';
import { huggingface } from './huggingface.ts';
import { ibmCloud } from './ibm-cloud.ts';
import { iex } from './iex.ts';
import { iis } from './iis.ts';
import { influxdb } from './influxdb.ts';
import { infura } from './infura.ts';
import { istio } from './istio.ts';
import { jenkins } from './jenkins.ts';
import { jetty } from './jetty.ts';
import { kaggle } from './kaggle.ts';
import { kakao } from './kakao.ts';
import { keycloak } from './keycloak.ts';
import { kimi } from './kimi.ts';
import { kong } from './kong.ts';
import { kraken } from './kraken.ts';
import { ksef } from './ksef.ts';
import { kubernetes } from './kubernetes.ts';
import { kucoin } from './kucoin.ts';
import { lastfm } from './lastfm.ts';
import { line } from './line.ts';
import { linear } from './linear.ts';
import { linkedin } from './linkedin.ts';
import { linode } from './linode.ts';
import { loginWithAmazon } from './login-with-amazon.ts';
import { longport } from './longport.ts';
import { magento } from './magento.ts';
import { mailchimp } from './mailchimp.ts';
import { mailgun } from './mailgun.ts';
import { mashery } from './mashery.ts';
import { mastodon } from './mastodon.ts';
import { matrix } from './matrix.ts';
import { mavenCentral } from './maven-central.ts';
import { mediawiki } from './mediawiki.ts';
import { meilisearch } from './meilisearch.ts';
import { mercadolibre } from './mercadolibre.ts';
import { microsoft } from './microsoft.ts';
import { microsoftEntra } from './microsoft-entra.ts';
import { microsoftGraph } from './microsoft-graph.ts';
import { minimax } from './minimax.ts';
import { minio } from './minio.ts';
import { mistral } from './mistral.ts';
import { monday } from './monday.ts';
import { mongodbAtlas } from './mongodb-atlas.ts';
import { moodle } from './moodle.ts';
import { namecheap } from './namecheap.ts';
import { naver } from './naver.ts';
import { netatmo } from './netatmo.ts';
import { netsuite } from './netsuite.ts';
import { nextcloud } from './nextcloud.ts';
import { nginx } from './nginx.ts';
import { nomad } from './nomad.ts';
import { notion } from './notion.ts';
import { npm } from './npm.ts';
import { nuget } from './nuget.ts';
import { oauth2Proxy } from './oauth2-proxy.ts';
import { ocelot } from './ocelot.ts';
import { odoo } from './odoo.ts';
import { okta } from './okta.ts';
import { okx } from './okx.ts';
import { ollama } from './ollama.ts';
import { openai } from './openai.ts';
import { openrouter } from './openrouter.ts';
import { opensearch } from './opensearch.ts';
import { openstack } from './openstack.ts';
import { opsgenie } from './opsgenie.ts';
import { oracleCloud } from './oracle-cloud.ts';
import { ory } from './ory.ts';
import { overpass } from './overpass.ts';
import { ovh } from './ovh.ts';
import { packagist } from './packagist.ts';
import { parseServer } from './parse-server.ts';
import { paypal } from './paypal.ts';
import { phabricator } from './phabricator.ts';
import { pinterest } from './pinterest.ts';
import { plaid } from './plaid.ts';
import { pocketbase } from './pocketbase.ts';
import { polygon } from './polygon.ts';
import { pomerium } from './pomerium.ts';
import { postgrest } from './postgrest.ts';
import { postmark } from './postmark.ts';
import { powerBi } from './power-bi.ts';
import { prestashop } from './prestashop.ts';
import type { Provider } from './provider.ts';
import { pypi } from './pypi.ts';
import { qbittorrent } from './qbittorrent.ts';
import { qdrant } from './qdrant.ts';
import { qualys } from './qualys.ts';
import { quickbooks } from './quickbooks.ts';
import { razorpay } from './razorpay.ts';
import { reddit } from './reddit.ts';
import { roblox } from './roblox.ts';
import { rocketChat } from './rocket-chat.ts';
import { rubygems } from './rubygems.ts';
import { ruoyi } from './ruoyi.ts';
import { s3 } from './s3.ts';
import { s3Compatible } from './s3-compatible.ts';
import { saToken } from './sa-token.ts';
import { salesforce } from './salesforce.ts';
import { sap } from './sap.ts';
import { scalewayObjectStorage } from './scaleway-object-storage.ts';
import { sellingPartnerApi } from './selling-partner-api.ts';
import { sentry } from './sentry.ts';
import { ses } from './ses.ts';
import { sharepoint } from './sharepoint.ts';
import { shopify } from './shopify.ts';
import { siliconflow } from './siliconflow.ts';
import { simplejwt } from './simplejwt.ts';
import { slack } from './slack.ts';
import { smartthings } from './smartthings.ts';
import { snowflake } from './snowflake.ts';
import { sonarqube } from './sonarqube.ts';
import { splunk } from './splunk.ts';
import { spotify } from './spotify.ts';
import { square } from './square.ts';
import { steam } from './steam.ts';
import { strava } from './strava.ts';
import { stripe } from './stripe.ts';
import { stytch } from './stytch.ts';
import { supabase } from './supabase.ts';
import { tableau } from './tableau.ts';
import { tailscale } from './tailscale.ts';
import { teamcity } from './teamcity.ts';
import { telegram } from './telegram.ts';
import { tencentCloud } from './tencent-cloud.ts';
import { terraformCloud } from './terraform-cloud.ts';
import { tesla } from './tesla.ts';
import { tiktok } from './tiktok.ts';
import { tmdb } from './tmdb.ts';
import { tomcat } from './tomcat.ts';
import { toyota } from './toyota.ts';
import { traefik } from './traefik.ts';
import { transmission } from './transmission.ts';
import { trello } from './trello.ts';
import { twilio } from './twilio.ts';
import { twitch } from './twitch.ts';
import { tyk } from './tyk.ts';
import { vault } from './vault.ts';
import { vercelApi } from './vercel-api.ts';
import { virustotal } from './virustotal.ts';
import { vk } from './vk.ts';
import { volcengineArk } from './volcengine-ark.ts';
import { walmart } from './walmart.ts';
import { wasabi } from './wasabi.ts';
import { wechat } from './wechat.ts';
import { wecom } from './wecom.ts';
import { wise } from './wise.ts';
import { withings } from './withings.ts';
import { woocommerce } from './woocommerce.ts';
import { wordpress } from './wordpress.ts';
import { workos } from './workos.ts';
import { wso2 } from './wso2.ts';
import { x } from './x.ts';
import { xai } from './xai.ts';
import { xero } from './xero.ts';
import { yacy } from './yacy.ts';
import { yandex } from './yandex.ts';
import { youtrack } from './youtrack.ts';
import { youtube } from './youtube.ts';
import { zabbix } from './zabbix.ts';
import { zenodo } from './zenodo.ts';
import { zhipu } from './zhipu.ts';
import { zoho } from './zoho.ts';
import { zoom } from './zoom.ts';
import { zulip } from './zulip.ts';

/** Everybody of whom more is known than what any answer says. Where several would do, the first one counts. */
export const PROVIDERS: readonly Provider[] = [
  adyen,
  airtable,
  alchemy,
  algolia,
  alibabaCloud,
  allegro,
  alpaca,
  alphavantage,
  anthropic,
  apache,
  apiGateway,
  apiUmbrella,
  apigee,
  apisix,
  apns,
  appsync,
  appwrite,
  artifactory,
  asana,
  atlassian,
  auth0,
  awsSso,
  aws,
  azureAi,
  azureApim,
  azureContainerRegistry,
  azureCosmosDb,
  azureDevOps,
  azureOpenai,
  azureServiceBus,
  azureStorage,
  azure,
  backblazeB2,
  baiduCloud,
  bedrock,
  bigcommerce,
  bilibili,
  binance,
  bitbucket,
  bitfinex,
  brevo,
  buildkite,
  bybit,
  cephRgw,
  circleci,
  clickhouse,
  clickup,
  cloudFoundry,
  cloudflareAccess,
  cloudflareApi,
  cloudflareR2,
  cloudfront,
  codeartifact,
  codecov,
  cognito,
  coinex,
  confluent,
  consul,
  copernicus,
  cratesIo,
  crowdstrike,
  dashscope,
  databricks,
  datadog,
  dataverse,
  deepl,
  devise,
  digitaloceanSpaces,
  digitalocean,
  dingtalk,
  directus,
  discord,
  discourse,
  djangoRestFramework,
  dockerEngine,
  docker,
  docusign,
  douyin,
  dropbox,
  ebay,
  ecr,
  elasticsearch,
  elevenlabs,
  elsevier,
  envoy,
  etherscan,
  etsy,
  facebook,
  feishu,
  figma,
  finnhub,
  firebase,
  flaskJwtExtended,
  freebox,
  gemini,
  gerrit,
  geth,
  gitea,
  githubCopilot,
  github,
  gitlab,
  glpi,
  gocardless,
  godaddy,
  googleAds,
  googleArtifactRegistry,
  googleCloudRun,
  googleIap,
  googleMaps,
  googleMetadata,
  googleOauth,
  googleSearchConsole,
  googleStorage,
  googleWorkspace,
  google,
  grafana,
  gravitee,
  groq,
  hadoop,
  harbor,
  hasura,
  haveIBeenPwned,
  heroku,
  hetzner,
  hh,
  huaweiCloud,
  hubspot,
  hue,
  huggingface,
  ibmCloud,
  iex,
  iis,
  influxdb,
  infura,
  istio,
  jenkins,
  jetty,
  kaggle,
  kakao,
  keycloak,
  kimi,
  kong,
  kraken,
  ksef,
  kubernetes,
  kucoin,
  lastfm,
  line,
  linear,
  linkedin,
  linode,
  loginWithAmazon,
  longport,
  magento,
  mailchimp,
  mailgun,
  mashery,
  mastodon,
  matrix,
  mavenCentral,
  mediawiki,
  meilisearch,
  mercadolibre,
  microsoftEntra,
  microsoftGraph,
  microsoft,
  minimax,
  minio,
  mistral,
  monday,
  mongodbAtlas,
  moodle,
  namecheap,
  naver,
  netatmo,
  netsuite,
  nextcloud,
  nginx,
  nomad,
  notion,
  npm,
  nuget,
  oauth2Proxy,
  ocelot,
  odoo,
  okta,
  okx,
  ollama,
  openai,
  openrouter,
  opensearch,
  openstack,
  opsgenie,
  oracleCloud,
  ory,
  overpass,
  ovh,
  packagist,
  parseServer,
  paypal,
  phabricator,
  pinterest,
  plaid,
  pocketbase,
  polygon,
  pomerium,
  postgrest,
  postmark,
  powerBi,
  prestashop,
  pypi,
  qbittorrent,
  qdrant,
  qualys,
  quickbooks,
  razorpay,
  reddit,
  roblox,
  rocketChat,
  rubygems,
  ruoyi,
  s3Compatible,
  s3,
  saToken,
  salesforce,
  sap,
  scalewayObjectStorage,
  sellingPartnerApi,
  sentry,
  ses,
  sharepoint,
  shopify,
  siliconflow,
  simplejwt,
  slack,
  smartthings,
  snowflake,
  sonarqube,
  splunk,
  spotify,
  square,
  steam,
  strava,
  stripe,
  stytch,
  supabase,
  tableau,
  tailscale,
  teamcity,
  telegram,
  tencentCloud,
  terraformCloud,
  tesla,
  tiktok,
  tmdb,
  tomcat,
  toyota,
  traefik,
  transmission,
  trello,
  twilio,
  twitch,
  tyk,
  vault,
  vercelApi,
  virustotal,
  vk,
  volcengineArk,
  walmart,
  wasabi,
  wechat,
  wecom,
  wise,
  withings,
  woocommerce,
  wordpress,
  workos,
  wso2,
  x,
  xai,
  xero,
  yacy,
  yandex,
  youtrack,
  youtube,
  zabbix,
  zenodo,
  zhipu,
  zoho,
  zoom,
  zulip,
];
