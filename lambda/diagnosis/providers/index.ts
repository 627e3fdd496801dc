import { aws } from './aws.ts';
import { discord } from './discord.ts';
import { facebook } from './facebook.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { google } from './google.ts';
import { hubspot } from './hubspot.ts';
import { microsoft } from './microsoft.ts';
import { notion } from './notion.ts';
import { okta } from './okta.ts';
import { openai } from './openai.ts';
import { paypal } from './paypal.ts';
import type { Provider } from './provider.ts';
import { s3Compatible } from './s3-compatible.ts';
import { shopify } from './shopify.ts';
import { slack } from './slack.ts';
import { stripe } from './stripe.ts';
import { wechat } from './wechat.ts';

/** Everybody of whom more is known than what any answer says. Where several would do, the first one counts. */
export const PROVIDERS: readonly Provider[] = [
  aws,
  discord,
  facebook,
  github,
  gitlab,
  google,
  hubspot,
  microsoft,
  notion,
  okta,
  openai,
  paypal,
  s3Compatible,
  shopify,
  slack,
  stripe,
  wechat,
];
