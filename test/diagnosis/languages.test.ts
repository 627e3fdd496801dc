import { describe, expect, test } from 'vitest';
import type { Cause } from '../../lambda/diagnosis/causes.ts';
import { diagnose } from '../../lambda/diagnosis/diagnose.ts';
import { LEXICONS } from '../../lambda/diagnosis/rules/concepts/read-concepts.ts';

type Sentences = Readonly<Partial<Record<Cause, readonly string[]>>>;

interface Language {
  /** Sentences that name a cause. */
  readonly says: Sentences;
  /** Sentences that say no more than that the server refuses. */
  readonly bare: readonly string[];
  /** Advice, and what shares a name with a credential or a scope: none of them may raise an alarm. */
  readonly near: readonly string[];
}

const LANGUAGES: Readonly<Record<string, Language>> = {
  // Django REST framework `de/django.po`; Spring Security and Keycloak `messages_de.properties`; Nextcloud's wording.
  de: {
    says: {
      'credential-missing': [
        'Anmeldedaten fehlen.',
        'Keine Zugangsdaten angegeben.',
        'Sie sind nicht angemeldet.',
        'Bitte melden Sie sich an, um fortzufahren.',
      ],
      'credential-invalid': [
        'Ungültiges Token',
        'Falsche Anmeldedaten.',
        'Ungültiger Benutzername oder Passwort.',
        'Der API-Schlüssel ist unbekannt.',
        'Kein gültiges Token übermittelt',
        'Das Token ist ungültig oder abgelaufen.',
      ],
      'credential-expired': ['Das Zugriffstoken ist abgelaufen.', 'Ihre Sitzung ist abgelaufen.'],
      'credential-revoked': ['Der API-Schlüssel wurde widerrufen.', 'Benutzer inaktiv oder gelöscht.'],
      'signature-invalid': ['Die Signatur der Anfrage ist ungültig.'],
      'scope-missing': [
        'Dem Token fehlt der Scope „read:users“.',
        'Der API-Schlüssel hat keine Berechtigung für diese Aktion.',
      ],
      'permission-denied': [
        'Sie sind nicht berechtigt, diese Aktion durchzuführen.',
        'Sie haben nicht genügend Berechtigungen, um Ihr eigenes Konto zu löschen.',
        'Sie haben keinen Zugriff auf dieses Projekt.',
      ],
      'step-up-required': ['Für diese Aktion ist eine Zwei-Faktor-Authentifizierung erforderlich.'],
      'ip-not-allowed': ['Ihre IP-Adresse ist nicht zugelassen.'],
      'geo-blocked': ['Dieser Dienst ist in Ihrem Land nicht verfügbar.'],
      'csrf-rejected': ['Die CSRF-Prüfung ist fehlgeschlagen.'],
      'rate-limited': ['Zu viele Anfragen, bitte versuchen Sie es später erneut.', 'Die Anfrage wurde gedrosselt.'],
      'quota-exceeded': ['Ihr Tageskontingent ist aufgebraucht.', 'Das monatliche Limit wurde überschritten.'],
      'waf-blocked': ['Ihre Anfrage wurde blockiert.', 'Der Zugriff wurde von der Firewall verweigert.'],
      'account-suspended': ['Ihr Benutzerkonto ist gesperrt, bitte kontaktieren Sie den Admin.'],
      'feature-unavailable': ['Diese Funktion ist in Ihrem Tarif nicht enthalten.'],
    },
    bare: [
      'Zugriff verweigert',
      'Verboten.',
      '403 Verboten',
      'Fehler 403: Zugriff verweigert',
      'Der Zugriff auf diese Ressource wurde verweigert.',
      'Nicht autorisiert',
    ],
    near: [
      'Bitte prüfen Sie, ob Ihr Token abgelaufen ist.',
      'Ihr Gutschein ist abgelaufen.',
      'Der Link ist abgelaufen.',
      'Ihre Lizenz ist abgelaufen.',
      'Die Upload-Sitzung ist abgelaufen.',
      'Das Seitentoken ist abgelaufen.',
      'Das Zertifikat ist abgelaufen.',
      'Die Rechnung ist abgelaufen.',
      'Der Parameter scope fehlt.',
      'Diese Funktion liegt außerhalb des Projekt-Scopes und ist nicht erlaubt.',
      'Der Datensatz des Benutzers wurde gelöscht.',
    ],
  },
  // Spring Security `messages_fr.properties`; Django REST framework and Laravel, in their usual French.
  fr: {
    says: {
      'credential-missing': [
        "Informations d'authentification non fournies.",
        'Le jeton est manquant.',
        'Vous devez être connecté.',
      ],
      'credential-invalid': [
        'Jeton invalide.',
        'Les créances sont erronées',
        "La clé d'API n'est pas valide.",
        'Identifiants incorrects.',
        'Jeton invalide ou expiré.',
      ],
      'credential-expired': [
        'Le jeton a expiré.',
        'Votre session est expirée.',
        "Les créances de l'utilisateur ont expiré",
      ],
      'credential-revoked': ['Ce jeton a été révoqué.', "L'utilisateur est désactivé."],
      'signature-invalid': ['Signature de la requête invalide.'],
      'scope-missing': ['Le jeton ne possède pas le scope requis : read.'],
      'permission-denied': [
        "Vous n'avez pas la permission d'effectuer cette action.",
        "Vous n'avez pas les droits suffisants.",
        "Le compte utilisateur jdoe n'a pas de permissions",
      ],
      'step-up-required': ["L'authentification à deux facteurs est requise."],
      'ip-not-allowed': ["Votre adresse IP n'est pas autorisée."],
      'geo-blocked': ["Ce service n'est pas disponible dans votre pays."],
      'csrf-rejected': ['La vérification CSRF a échoué.'],
      'rate-limited': ['Trop de requêtes, veuillez réessayer plus tard.'],
      'quota-exceeded': ['Votre quota mensuel est dépassé.', 'La limite quotidienne a été atteinte.'],
      'waf-blocked': ['Requête bloquée par le pare-feu.'],
      'account-suspended': ['Le compte utilisateur est bloqué', 'Votre compte a été suspendu.'],
      'feature-unavailable': ["Cette fonctionnalité n'est pas incluse dans votre forfait."],
    },
    bare: ['Accès refusé', 'Accès interdit.', 'Interdit', '403 : Accès non autorisé'],
    near: [
      "Vérifiez que votre jeton n'a pas expiré.",
      'Le coupon a expiré.',
      'Votre licence a expiré.',
      'La session de téléversement a expiré.',
      'Le jeton de pagination a expiré.',
      'Le lien a expiré.',
      'Le certificat a expiré.',
      'Le paramètre scope est manquant.',
      "Le commentaire de l'utilisateur a été supprimé.",
    ],
  },
  // Spring Security `messages_es_ES.properties`; Django REST framework and Laravel, in their usual Spanish.
  es: {
    says: {
      'credential-missing': [
        'Las credenciales de autenticación no se proveyeron: se requiere autenticación.',
        'Falta el token de acceso.',
        'Para acceder a este recurso se requiere autenticación completa',
        'Debe iniciar sesión.',
      ],
      'credential-invalid': [
        'Token inválido.',
        'Credenciales erróneas',
        'La clave de API no es válida.',
        'Usuario o contraseña incorrectos.',
        'El token es inválido o ha expirado.',
      ],
      'credential-expired': [
        'El token ha expirado.',
        'Su sesión ha caducado.',
        'Las credenciales del usuario han expirado',
      ],
      'credential-revoked': ['El token ha sido revocado.', 'El usuario está deshabilitado'],
      'signature-invalid': ['La firma de la solicitud no es válida.'],
      'scope-missing': ['El token no tiene el scope necesario.'],
      'permission-denied': ['Usted no tiene permiso para realizar esta acción.', 'No tienes permisos suficientes.'],
      'step-up-required': ['Se requiere autenticación de dos factores.'],
      'ip-not-allowed': ['Su dirección IP no está permitida.'],
      'geo-blocked': ['Este servicio no está disponible en su país.'],
      'csrf-rejected': ['La verificación CSRF ha fallado.'],
      'rate-limited': ['Demasiadas solicitudes, inténtelo más tarde.'],
      'quota-exceeded': ['Ha superado su cuota mensual.', 'Se ha alcanzado el límite diario.'],
      'waf-blocked': ['Solicitud bloqueada por el cortafuegos.'],
      'account-suspended': ['La cuenta del usuario está bloqueada', 'Su cuenta ha sido suspendida.'],
      'feature-unavailable': ['Esta función no está disponible en su plan.'],
    },
    bare: ['Acceso denegado', 'Prohibido', 'Acceso no autorizado.', 'El acceso a este recurso está prohibido.'],
    near: [
      'Compruebe si el token ha expirado.',
      'El cupón ha expirado.',
      'La licencia ha caducado.',
      'La sesión de carga ha expirado.',
      'El token de página ha expirado.',
      'El enlace ha caducado.',
      'El certificado ha caducado.',
      'Falta el parámetro scope.',
      'El comentario del usuario ha sido eliminado.',
    ],
  },
  // Spring Security `messages_pt_BR.properties`; Django REST framework and Laravel, in their usual Portuguese.
  pt: {
    says: {
      'credential-missing': [
        'As credenciais de autenticação não foram fornecidas.',
        'Token de acesso ausente.',
        'Você não está autenticado.',
      ],
      'credential-invalid': [
        'Token inválido.',
        'Usuário inexistente ou senha inválida',
        'A chave de API não é válida.',
        'Token inválido ou expirado.',
      ],
      'credential-expired': ['O token expirou.', 'Sua sessão expirou.', 'Credenciais expiradas'],
      'credential-revoked': ['O token foi revogado.', 'Usuário desabilitado'],
      'signature-invalid': ['Assinatura inválida.'],
      'scope-missing': ['O token não possui o escopo necessário.'],
      'permission-denied': ['Você não tem permissão para executar essa ação.', 'Usuário jdoe não tem permissão'],
      'step-up-required': ['É necessária a autenticação de dois fatores.'],
      'ip-not-allowed': ['Seu endereço IP não está autorizado.'],
      'geo-blocked': ['Este serviço não está disponível no seu país.'],
      'csrf-rejected': ['A verificação CSRF falhou.'],
      'rate-limited': ['Muitas requisições, tente novamente mais tarde.'],
      'quota-exceeded': ['Sua cota mensal foi excedida.', 'Limite diário atingido.'],
      'waf-blocked': ['Requisição bloqueada pelo firewall.'],
      'account-suspended': ['Conta bloqueada', 'Sua conta foi suspensa.'],
      'feature-unavailable': ['Esta funcionalidade não está disponível no seu plano.'],
    },
    bare: ['Acesso negado', 'Proibido', 'Não autorizado', 'Acesso não permitido.'],
    near: [
      'Verifique se o token expirou.',
      'O cupom expirou.',
      'Sua licença expirou.',
      'A sessão de upload expirou.',
      'O token de página expirou.',
      'O link expirou.',
      'O certificado expirou.',
      'O parâmetro scope está ausente.',
    ],
  },
  // Django REST framework `it/django.po`; Spring Security, in its usual Italian.
  it: {
    says: {
      'credential-missing': [
        'Non sono state immesse le credenziali di autenticazione.',
        'Credenziali non fornite.',
        'Token mancante.',
        "È richiesta l'autenticazione.",
      ],
      'credential-invalid': [
        'Token invalido.',
        'Credenziali di autenticazione incorrette.',
        'Nome utente/password non validi',
        'La chiave API non è valida.',
        'Token non valido o scaduto.',
      ],
      'credential-expired': ['Il token è scaduto.', 'La sessione è scaduta.'],
      'credential-revoked': ['Il token è stato revocato.', "L'account dell'utente è disabilitato"],
      'signature-invalid': ['La firma della richiesta non è valida.'],
      'scope-missing': ['Il token non ha lo scope necessario.'],
      'permission-denied': [
        "Non hai l'autorizzazione per eseguire questa azione.",
        'Non disponi dei permessi necessari.',
      ],
      'step-up-required': ["È richiesta l'autenticazione a due fattori."],
      'ip-not-allowed': ['Il tuo indirizzo IP non è autorizzato.'],
      'geo-blocked': ['Il servizio non è disponibile nel tuo paese.'],
      'csrf-rejected': ['La verifica CSRF è fallita.'],
      'rate-limited': ['Troppe richieste, riprova più tardi.', 'La richiesta è stata limitata (throttled).'],
      'quota-exceeded': ['Hai superato la quota mensile.', 'Il limite giornaliero è stato raggiunto.'],
      'waf-blocked': ['Richiesta bloccata dal firewall.'],
      'account-suspended': ["L'account è stato sospeso.", "L'account è bloccato."],
      'feature-unavailable': ['Questa funzione non è inclusa nel tuo piano.'],
    },
    bare: ['Accesso negato', 'Vietato', 'Accesso non consentito.', 'Non autorizzato'],
    near: [
      'Verifica se il token è scaduto.',
      'Il buono è scaduto.',
      'La licenza è scaduta.',
      'La sessione di caricamento è scaduta.',
      'Il token di pagina è scaduto.',
      'Il link è scaduto.',
      'Il certificato è scaduto.',
      'Il parametro scope è mancante.',
    ],
  },
  // Django REST framework `nl/django.po`; Keycloak, in its usual Dutch.
  nl: {
    says: {
      'credential-missing': [
        'Authenticatie gegevens zijn niet opgegeven.',
        'Geen login gegevens opgegeven.',
        'Het token ontbreekt.',
        'U bent niet ingelogd.',
      ],
      'credential-invalid': [
        'Ongeldige token.',
        'Ongeldige gebruikersnaam/wachtwoord.',
        'Ongeldige authenticatie gegevens.',
        'De API-sleutel is niet geldig.',
        'Het token is ongeldig of verlopen.',
      ],
      'credential-expired': ['Het token is verlopen.', 'Uw sessie is verlopen.'],
      'credential-revoked': ['Het token is ingetrokken.', 'Gebruikers account is inactief.'],
      'signature-invalid': ['De handtekening is ongeldig.'],
      'scope-missing': ['Het token heeft niet de vereiste scope.'],
      'permission-denied': ['Je hebt geen toegang om deze actie uit te voeren.', 'U heeft onvoldoende rechten.'],
      'step-up-required': ['Tweefactorauthenticatie is vereist.'],
      'ip-not-allowed': ['Uw IP-adres is niet toegestaan.'],
      'geo-blocked': ['Deze dienst is niet beschikbaar in uw land.'],
      'csrf-rejected': ['De CSRF-controle is mislukt.'],
      'rate-limited': ['Te veel verzoeken, probeer het later opnieuw.', 'Aanvraag was verstikt. Te veel aanvragen.'],
      'quota-exceeded': ['Uw maandelijkse quotum is overschreden.', 'De daglimiet is bereikt.'],
      'waf-blocked': ['Verzoek geblokkeerd door de firewall.'],
      'account-suspended': ['Uw account is geblokkeerd.', 'Uw account is opgeschort.'],
      'feature-unavailable': ['Deze functie is niet beschikbaar in uw abonnement.'],
    },
    bare: ['Toegang geweigerd', 'Toegang niet toegestaan.', 'Verboden', 'Geen toegang'],
    near: [
      'Controleer of het token is verlopen.',
      'De waardebon is verlopen.',
      'Uw licentie is verlopen.',
      'De uploadsessie is verlopen.',
      'Het paginatoken is verlopen.',
      'De link is verlopen.',
      'Het certificaat is verlopen.',
      'De parameter scope ontbreekt.',
    ],
  },
  // Django REST framework `pl/django.po`; Spring Security, in its usual Polish.
  pl: {
    says: {
      'credential-missing': [
        'Nie podano danych uwierzytelniających.',
        'Brak danych uwierzytelniających.',
        'Brak tokena.',
        'Musisz się zalogować.',
      ],
      'credential-invalid': [
        'Niepoprawny token.',
        'Błędne dane uwierzytelniające.',
        'Niepoprawna nazwa użytkownika lub hasło.',
        'Klucz API jest nieprawidłowy.',
        'Token jest nieprawidłowy lub wygasł.',
      ],
      'credential-expired': ['Token wygasł.', 'Sesja wygasła.'],
      'credential-revoked': ['Token został unieważniony.', 'Konto użytkownika jest nieaktywne.'],
      'signature-invalid': ['Nieprawidłowy podpis żądania.'],
      'scope-missing': ['Token nie posiada wymaganego scope: read.'],
      'permission-denied': ['Nie masz uprawnień, by wykonać tę czynność.', 'Brak uprawnień.'],
      'step-up-required': ['Wymagane jest uwierzytelnianie dwuskładnikowe.'],
      'ip-not-allowed': ['Twój adres IP nie jest dozwolony.'],
      'geo-blocked': ['Usługa jest niedostępna w Twoim kraju.', 'Usługa nie jest dostępna dla tego kraju.'],
      'csrf-rejected': ['Weryfikacja CSRF nie powiodła się.'],
      'rate-limited': ['Zbyt wiele żądań, spróbuj później.', 'Żądanie zostało zdławione.'],
      'quota-exceeded': ['Przekroczono miesięczny limit.', 'Dzienny limit zapytań został wyczerpany.'],
      'waf-blocked': ['Żądanie zablokowane przez zaporę.'],
      'account-suspended': ['Twoje konto zostało zablokowane.', 'Konto jest zawieszone.'],
      'feature-unavailable': ['Ta funkcja nie jest dostępna w Twoim planie.'],
    },
    bare: ['Dostęp zabroniony', 'Odmowa dostępu', 'Zabronione', 'Brak dostępu.'],
    near: [
      'Sprawdź, czy token nie wygasł.',
      'Kupon wygasł.',
      'Licencja wygasła.',
      'Sesja przesyłania wygasła.',
      'Token strony wygasł.',
      'Link wygasł.',
      'Certyfikat wygasł.',
      'Brak parametru scope.',
    ],
  },
  // Django REST framework `ru/django.po`; Spring Security, in its usual Russian.
  ru: {
    says: {
      'credential-missing': [
        'Учетные данные не были предоставлены.',
        'Отсутствует токен авторизации.',
        'Пользователь не авторизован.',
        'Необходимо войти в систему.',
      ],
      'credential-invalid': [
        'Недопустимый токен.',
        'Недопустимые имя пользователя или пароль.',
        'Некорректные учетные данные.',
        'Неверный ключ API.',
        'Токен не найден',
        'Токен недействителен или истёк.',
      ],
      'credential-expired': ['Срок действия токена истёк.', 'Сессия истекла.'],
      'credential-revoked': ['Токен был отозван.', 'Пользователь неактивен или удален.'],
      'signature-invalid': ['Неверная подпись запроса.'],
      'scope-missing': ['У токена нет прав на это действие.', 'Токену не хватает scope: read'],
      'permission-denied': [
        'У вас недостаточно прав для выполнения данного действия.',
        'У вас нет прав для выполнения этой операции.',
      ],
      'step-up-required': ['Требуется двухфакторная аутентификация.'],
      'ip-not-allowed': ['Ваш IP-адрес не разрешён.'],
      'geo-blocked': ['Сервис недоступен в вашей стране.'],
      'csrf-rejected': ['Проверка CSRF не пройдена.'],
      'rate-limited': ['Слишком много запросов, попробуйте позже.', 'Превышен лимит запросов в секунду.'],
      'quota-exceeded': ['Превышена квота.', 'Исчерпан суточный лимит запросов.'],
      'waf-blocked': ['Запрос заблокирован системой защиты.'],
      'account-suspended': ['Ваш аккаунт заблокирован.', 'Учётная запись приостановлена.'],
      'feature-unavailable': ['Эта функция недоступна на вашем тарифе.'],
    },
    bare: ['Доступ запрещён', 'В доступе отказано.', 'Запрещено', 'Отказано в доступе'],
    near: [
      'Проверьте, не истёк ли срок действия токена.',
      'Срок действия купона истёк.',
      'Срок лицензии истёк.',
      'Сессия загрузки истекла.',
      'Токен страницы истёк.',
      'Срок действия ссылки истёк.',
      'Срок действия сертификата истёк.',
      'Отсутствует параметр scope.',
      'Комментарий пользователя удалён.',
    ],
  },
  // Django REST framework `zh_Hans/django.po`; Spring Security, RuoYi and WAF vendors, in their usual Chinese.
  zh: {
    says: {
      'credential-missing': [
        '身份认证信息未提供。',
        '没有提供认证信息',
        '用户未登录，请先登录',
        '缺少access_token参数',
        '請先登入',
      ],
      'credential-invalid': [
        '认证令牌无效。',
        '用户名或者密码错误。',
        '不正确的身份认证信息。',
        'API密钥不存在',
        'token无效或已过期',
        '憑證無效',
      ],
      'credential-expired': ['令牌已过期', '登录已过期，请重新登录', 'token 已過期'],
      'credential-revoked': ['该密钥已被吊销', '用户未激活或者已删除。'],
      'signature-invalid': ['签名错误', '时间戳已过期'],
      'scope-missing': ['该应用没有调用此接口的权限', 'token缺少scope权限'],
      'permission-denied': ['您没有执行该操作的权限。', '没有权限，请联系管理员授权', '权限不足', '無權訪問該資源'],
      'step-up-required': ['请先完成实名认证', '该操作需要双因素验证'],
      'ip-not-allowed': ['您的IP不在白名单中', 'IP地址已被封禁'],
      'geo-blocked': ['您所在的地区不支持访问该服务'],
      'csrf-rejected': ['CSRF验证失败'],
      'rate-limited': ['请求过于频繁，请稍后再试', '请求已被限流。', '调用频率超过限制'],
      'quota-exceeded': ['今日调用次数已达上限', '配额已用完', '余额不足'],
      'waf-blocked': ['您的访问被阻断', '您的请求已被防火墙拦截', '检测到恶意攻击，请求已被拦截'],
      'account-suspended': ['账号已被冻结', '账户已欠费停机'],
      'feature-unavailable': ['该服务未开通', '当前套餐不支持此功能'],
    },
    bare: ['拒绝访问', '禁止访问', '访问被拒绝。', '未授权', '存取被拒絕', '拒绝访问，请联系管理员'],
    near: [
      '请检查token是否已过期',
      '优惠券已过期',
      '链接已过期',
      '许可证已过期',
      '上传会话已过期',
      '分页令牌已过期',
      '证书已过期',
      '验证码已过期',
      '缺少参数scope',
      '用户的评论已被删除',
    ],
  },
  // Django REST framework `ja/django.po`; Keycloak and Spring Security, in their usual Japanese.
  ja: {
    says: {
      'credential-missing': ['認証情報が含まれていません。', 'トークンが指定されていません。', 'ログインが必要です。'],
      'credential-invalid': [
        '不正なトークンです。',
        'ユーザ名かパスワードが違います。',
        '認証情報が正しくありません。',
        'APIキーが無効です。',
        'トークンが無効または期限切れです。',
      ],
      'credential-expired': ['トークンの有効期限が切れています。', 'セッションの有効期限が切れました。'],
      'credential-revoked': ['トークンは取り消されました。', 'ユーザが無効か削除されています。'],
      'signature-invalid': ['署名が一致しません。'],
      'scope-missing': ['必要なスコープがありません。', 'このトークンには権限がありません。'],
      'permission-denied': [
        'このアクションを実行する権限がありません。',
        '権限がありません。',
        'アクセス権限が不足しています。',
      ],
      'step-up-required': ['二要素認証が必要です。'],
      'ip-not-allowed': ['このIPアドレスからのアクセスは許可されていません。'],
      'geo-blocked': ['お住まいの地域ではご利用いただけません。このサービスはこの国では利用できません。'],
      'csrf-rejected': ['CSRF検証に失敗しました。'],
      'rate-limited': ['リクエストが多すぎます。', 'リクエストの処理は絞られました。', 'レート制限を超えました。'],
      'quota-exceeded': ['1日の上限に達しました。', '今月の利用枠を超えました。'],
      'waf-blocked': ['不正アクセスと判断されたためブロックされました。', 'アクセスがブロックされました。'],
      'account-suspended': ['アカウントが停止されています。', 'アカウントがロックされました。'],
      'feature-unavailable': ['この機能は現在のプランでは利用できません。'],
    },
    bare: ['アクセスが拒否されました', 'アクセス拒否', '禁止', '閲覧禁止', '403エラー アクセスが拒否されました'],
    near: [
      'トークンの有効期限が切れていないか確認してください。',
      'クーポンの有効期限が切れています。',
      'リンクの有効期限が切れました。',
      'ライセンスの有効期限が切れています。',
      'アップロードセッションの有効期限が切れました。',
      'ページトークンの有効期限が切れています。',
      '証明書の有効期限が切れています。',
      'スコープというパラメータがありません。',
    ],
  },
  // Django REST framework `ko_KR/django.po`; Spring Security and Korean portals, in their usual Korean.
  ko: {
    says: {
      'credential-missing': [
        '자격 인증데이터(authentication credentials)가 제공되지 않았습니다.',
        '로그인이 필요합니다.',
        '토큰이 없습니다.',
      ],
      'credential-invalid': [
        '토큰이 유효하지 않습니다.',
        '아이디/비밀번호가 유효하지 않습니다.',
        '잘못된 API 키입니다.',
        '토큰이 유효하지 않거나 만료되었습니다.',
      ],
      'credential-expired': ['토큰이 만료되었습니다.', '세션이 만료되었습니다.'],
      'credential-revoked': ['토큰이 폐기되었습니다.', '탈퇴한 회원입니다.'],
      'signature-invalid': ['서명이 일치하지 않습니다.'],
      'scope-missing': ['필요한 스코프가 없습니다.', '이 토큰에는 권한이 없습니다.'],
      'permission-denied': ['이 작업을 수행할 권한이 없습니다.', '권한이 부족합니다.', '접근 권한이 없습니다.'],
      'step-up-required': ['2단계 인증이 필요합니다.'],
      'ip-not-allowed': ['허용되지 않은 IP 주소입니다.'],
      'geo-blocked': ['해당 국가에서는 서비스를 이용할 수 없습니다.'],
      'csrf-rejected': ['CSRF 검증에 실패했습니다.'],
      'rate-limited': ['요청이 너무 많습니다.', '요청 횟수 제한을 초과했습니다.', '요청이 지연(throttled)되었습니다.'],
      'quota-exceeded': ['일일 사용량을 초과했습니다.', '할당량을 초과했습니다.'],
      'waf-blocked': ['보안 정책에 의해 차단되었습니다.', '방화벽에 의해 접근이 차단되었습니다.'],
      'account-suspended': ['계정이 정지되었습니다.', '계정이 잠겼습니다.'],
      'feature-unavailable': ['현재 요금제에서는 사용할 수 없는 기능입니다.'],
    },
    bare: ['접근이 거부되었습니다.', '접근 거부', '금지됨', '액세스 거부'],
    near: [
      '토큰이 만료되었는지 확인하세요.',
      '쿠폰이 만료되었습니다.',
      '링크가 만료되었습니다.',
      '라이선스가 만료되었습니다.',
      '업로드 세션이 만료되었습니다.',
      '페이지 토큰이 만료되었습니다.',
      '인증서가 만료되었습니다.',
      'scope 파라미터가 누락되었습니다.',
    ],
  },
};

const ALARMING: readonly Cause[] = ['credential-expired', 'credential-revoked', 'scope-missing'];

describe.each(Object.entries(LANGUAGES))('in %s', (_, { says, bare, near }) => {
  const named = Object.entries(says).flatMap(([cause, sentences]) => sentences.map((sentence) => [sentence, cause]));

  test.each(named)('%s means %s', (sentence, cause) => {
    expect(causeOf(sentence ?? '')).toBe(cause);
  });

  test.each(bare)('%s says nothing', (sentence) => {
    expect(causeOf(sentence)).toBe('unknown');
  });

  test.each(near)('%s raises no alarm', (sentence) => {
    expect(ALARMING).not.toContain(causeOf(sentence));
  });

  test('there are sentences for ten causes, and near-misses', () => {
    expect(Object.keys(says).length).toBeGreaterThanOrEqual(10);
    expect(named.length).toBeGreaterThanOrEqual(12);
    expect(near.length).toBeGreaterThanOrEqual(4);
  });
});

test('there is a lexicon for each of these languages', () => {
  expect(LEXICONS.map(({ language }) => language).sort()).toEqual(Object.keys(LANGUAGES).sort());
});

/** As APIs say it; none of it is any other language. */
const ENGLISH = [
  'Access denied',
  'Access token expired',
  'Account is suspended',
  'An API key is required to call this method',
  'API key not valid. Please pass a valid API key.',
  'Authentication credentials were not provided.',
  'Bad credentials',
  'Billing is not enabled for project 1234',
  'Cannot POST /v1/users',
  'Client is not allowed to use this grant type',
  'CSRF token missing or incorrect.',
  'Daily request limit exceeded for this plan',
  'Forbidden: user does not have the admin role',
  'Host not in allowlist',
  'Insufficient scope for this resource',
  'Invalid API key or secret',
  'Invalid signature for the request',
  'IP address 203.0.113.7 is not on the whitelist',
  'JWT is malformed',
  'Missing Authentication Token',
  'Must have admin rights to Repository.',
  'No credentials found in the Authorization header',
  'Not authorized to perform sts:AssumeRole on resource',
  'Origin is not allowed by CORS policy',
  'Permission denied on resource project alpha',
  'Quota exceeded for quota metric "Queries"',
  'Rate limit reached for requests per minute until 5pm EST',
  'Request blocked by the web application firewall',
  'Resource not accessible by integration',
  'Session has expired, sign in again',
  'Signature has expired: clock skew is too large',
  'The caller does not have permission',
  'The security token included in the request is invalid.',
  'The user account is locked',
  'This feature is not available in Los Angeles or Las Vegas',
  'This token has been revoked',
  'Too many requests, slow down',
  'Two-factor authentication is required',
  'Your plan does not include access to this endpoint',
  'Your request was rejected as part of our safety system',
];

test.each(LEXICONS)('$language does not show in English', ({ shows }) => {
  expect(ENGLISH.length).toBe(40);
  expect(ENGLISH.filter((sentence) => shows?.test(sentence.toLowerCase()))).toEqual([]);
});

test('each language shows where it is spoken, and those of one script seldom in each other', () => {
  const spoken = Object.entries(LANGUAGES).map(([language, { says }]) => ({
    language,
    sentences: Object.values(says).flat(),
  }));
  for (const { language, shows } of LEXICONS) {
    for (const { language: other, sentences } of spoken) {
      const share = sentences.filter((sentence) => shows?.test(sentence.toLowerCase())).length / sentences.length;
      if (other === language) expect(share, `${language} in itself`).toBeGreaterThanOrEqual(0.9);
      else expect(share, `${language} in ${other}`).toBeLessThanOrEqual(0.25);
    }
  }
});

describe('a block page of an edge that has no name', () => {
  test.each([
    [
      'zh',
      '<html><head><title>拦截提示</title></head><body><h1>您的访问被阻断</h1><p>您的请求存在异常</p></body></html>',
    ],
    ['zh', '<html><head><title>403</title></head><body><p>当前访问存在安全风险，已被防护系统拦截</p></body></html>'],
    [
      'de',
      '<html><head><title>Anfrage wurde blockiert</title></head><body><p>Ihre Anfrage wurde blockiert.</p></body></html>',
    ],
    [
      'de',
      '<html><head><title>Gesperrt</title></head><body><p>Unser Sicherheitssystem hat Ihren Aufruf blockiert.</p></body></html>',
    ],
  ])('in %s is waf-blocked: %s', (_, body) => {
    expect(diagnose(refused(body)).cause).toBe('waf-blocked');
  });
});

function causeOf(message: string): Cause {
  return diagnose(refused(JSON.stringify({ message }))).cause;
}

function refused(body: string) {
  return {
    request: { method: 'GET', url: 'https://api.example.com/v1/things', headers: { authorization: 'Bearer x' } },
    response: { status: 403, headers: {}, body },
  };
}
