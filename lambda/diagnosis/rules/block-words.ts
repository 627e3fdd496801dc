import type { Cause } from '../causes.ts';
import { anyOf } from './phrase.ts';

/** Ways in which a page without a known name says that it is a defence. */
export const BLOCK_WORDS: RegExp = anyOf(
  /you have been blocked|access to this page has been (?:denied|blocked)|automated (?:queries|access|requests|traffic)|are you (?:a )?(?:human|robot)/,
  /enable (?:javascript|js) and (?:cookies|disable any ad blocker)|checking (?:if the site connection is secure|your browser)|web application firewall/,
  /(?:blocked|denied) by (?:the )?(?:\w{1,20} )?(?:waf|firewall|security (?:policy|rules?|service|solution))|bot (?:detection|protection|activity)/,
  /security check to access|access blocked|request (?:was |has been )?(?:blocked|rejected) by|\bcaptcha\b|website is protected/,
  /this (?:site|web ?page|url|website|category) (?:is|has been) blocked|prove you(?:'re| are) human|verify (?:that )?you are (?:a )?human/,
  /attack (?:was |has been )?(?:detected|blocked)|(?:malicious|suspicious) (?:activity|request|traffic) (?:was |has been )?(?:detected|blocked)/,
  /request (?:was |has been )?(?:flagged|identified) as (?:malicious|suspicious|an attack)|in accordance with company policy|policy for your network prevents/,
  // German, French, Italian
  /angriff wurde erkannt|(?:anfrage|zugriff|aufruf) wurde (?:\w{1,20} )?(?:blockiert|gesperrt)|aus sicherheitsgründen (?:blockiert|gesperrt)/,
  /(?:requête|accès|connexion) (?:a été |est )?bloquée?|vous avez été bloqué|(?:richiesta|accesso) (?:è stat[oa] |è )?bloccat[oa]/,
  // Spanish, Portuguese
  /(?:solicitud|petición|acceso) (?:ha sido |fue |está )?bloquead[oa]|has sido bloqueado|(?:acesso|requisição|solicitação) (?:foi |está )?bloquead[oa]|você foi bloqueado/,
  // Polish, Turkish, Russian
  /(?:dostęp|żądanie) został[oa]? zablokowan[ey]|erişim(?:iniz)? engellen|(?:доступ|запрос) (?:был )?заблокирован|вы заблокированы|вы не робот/,
  // Chinese, Japanese, Korean
  /(?:访问|请求)(?:已|已经)?被(?:阻断|拦截|阻止)|網站防火牆|网站防火墙|触发了?(?:安全|防护|拦截)(?:规则|策略)|黑客攻击|アクセスがブロックされ|リクエストがブロックされ|(?:접근|접속|요청)이 차단/,
);

/** What a page's own words make of the block. */
export const SHARPER: readonly (readonly [Cause, RegExp])[] = [
  [
    'rate-limited',
    /you are being rate limited|rate limit(?:ed|ing)? (?:exceeded|reached)|too many requests|zu viele anfragen|trop de requêtes|demasiadas (?:solicitudes|peticiones)|muitas (?:requisições|solicitações)|слишком много запросов|请求过于频繁|访问(?:过于|太)频繁|リクエストが多すぎ/,
  ],
  [
    'ip-not-allowed',
    anyOf(
      /has banned (?:the|your) ip|banned your ip|ip (?:allow|white|black|block) ?list|your ip address is not/,
      /(?:your|the) ip (?:address )?(?:[\d.:a-f()]{3,45} )?(?:is|has been|was) (?:blocked|banned|denied|not allowed|blacklisted|listed)/,
      /ip-adresse (?:[\d.:a-f()]{3,45} )?(?:wurde|ist) (?:gesperrt|blockiert)|adresse ip (?:a été|est) (?:bloquée|bannie)/,
      /\bip (?:ha sido|está|fue|foi) (?:bloquead|banead|banid)[oa]|ip(?:-адрес)? (?:был )?заблокирован|ip(?:地址)?(?:已|已经)?被(?:封禁|禁止|拉黑|列入黑名单)/,
    ),
  ],
  [
    'geo-blocked',
    anyOf(
      /(?:from|in) your (?:country|region|location)|your country|(?:country|region) (?:or region )?(?:in which|where) you|has banned the country|geo(?:graphic)?[- ]?(?:block|restrict|location)/,
      /aus ihrem land|depuis votre pays|desde (?:su|tu) (?:país|ubicación)|d[eo] seu país|из вашей (?:страны|региона)|所在的?(?:国家|地区)|お住まいの(?:国|地域)|海外からのアクセス/,
    ),
  ],
  ['wrong-endpoint', /direct ip access|does not match the (?:certificate|host|alternate)|unknown domain/],
];
