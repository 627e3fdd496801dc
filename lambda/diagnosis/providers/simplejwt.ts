import type { Cause } from '../causes.ts';
import { bySaying, causeSaid, sayings } from './django-rest-framework.ts';
import type { Provider } from './provider.ts';

/** What it says in `detail`, a line for each language; the code beside it is `token_not_valid` whatever happened. */
const SAYINGS: Readonly<Partial<Record<Cause, string>>> = {
  'credential-revoked': `
    Token is blacklisted
    التأشيرة مدرجة في القائمة السوداء
    Token je na černé listině
    Token steht auf der Blacklist
    El token está en lista negra
    El token ha sido revocado
    Token está en la blacklist
    توکن در لیست سیاه قرار گرفته است
    توکن به لیست سیاه رفته است
    Le jeton a été banni
    המזהה ברשימה השחורה.
    Token masuk daftar hitam
    Il token è stato inserito nella blacklist
    블랙리스트에 추가된 토큰입니다
    Token is ge-blacklist
    Token znajduję się na czarnej liście
    Token está na blacklist
    Tokenul este în listă de tokenuri blocate
    Токен занесен в черный список
    Žeton je na črnem seznamu
    Token är svartlistad
    Token kara listeye alınmış
    Токен занесений у чорний список
    令牌已被加入黑名单
    User is inactive
    الحساب غير مفعل
    Uživatel není aktivní
    Inaktiver Benutzer
    El usuario está inactivo
    کاربر غیرفعال است
    L'utilisateur est désactivé
    המשתמש אינו פעיל
    Pengguna tidak aktif
    Utente non attivo
    비활성화된 사용자입니다
    Gebruiker is inactief
    Użytkownik jest nieaktywny
    Usuário está inativo
    Utilizatorul este inactiv
    Пользователь неактивен
    Uporabnik je neaktiven
    Användaren är inaktiv
    Kullanıcı etkin değil
    Користувач неактивний
    该用户已禁用
  `,
  'credential-invalid': `
    No active account found with the given credentials
    لم يتم العثور على حساب نشط للبيانات المقدمة
    Žádný aktivní účet s danými údaji nebyl nalezen
    Kein aktiver Account mit diesen Zugangsdaten gefunden
    La combinación de credenciales no tiene una cuenta activa
    No se encontró una cuenta activa con las credenciales proporcionadas.
    No se encontró una cuenta de usuario activa para las credenciales provistas
    هیچ اکانت فعالی برای اطلاعات داده شده یافت نشد
    Aucun compte actif n'a été trouvé avec les identifiants fournis
    לא נמצא חשבון עם פרטי זיהוי אלו
    Tidak ada akun aktif yang ditemukan dengan kredensial yang diberikan
    Nessun account attivo trovato con queste credenziali
    지정된 자격 증명에 해당하는 활성화된 사용자를 찾을 수 없습니다
    Geen actief account gevonden voor deze gegevens
    Nie znaleziono aktywnego konta dla podanych danych uwierzytelniających
    Usuário e/ou senha incorreto(s)
    Nu a fost găsit cont activ cu aceste date de autentificare
    Не найдено активной учетной записи с указанными данными
    Aktiven račun s podanimi poverilnicami ni najden
    Inget aktivt konto hittades med de angivna användaruppgifterna
    Verilen kimlik bilgileriyle aktif bir hesap bulunamadı
    Не знайдено жодного облікового запису по наданих облікових даних
    找不到指定凭据对应的有效用户
    Token is invalid or expired
    تأشيرة المرور غير صالحة أو منتهية الصلاحية
    Token není validní nebo vypršela jeho platnost
    Ungültiger oder abgelaufener Token
    El token es inválido o ha expirado
    Token inválido o expirado
    توکن نامعتبر است یا منقضی شده است
    Le jeton est invalide ou expiré
    המזהה אינו חוקי או שפג תוקפו
    Token tidak valid atau kedaluwarsa
    Il token non è valido o è scaduto
    유효하지 않거나 만료된 토큰입니다
    Token is niet geldig of verlopen
    Token jest niepoprawny lub wygasł
    Token inválido ou expirado
    Token nu este valid sau a expirat
    Токен недействителен или просрочен
    Žeton je neveljaven ali potekel
    Token är ogiltig eller har löpt ut
    Token geçersiz veya süresi geçmiş
    Токен некоректний або термін його дії вичерпаний
    令牌无效或已过期
    Given token not valid for any token type
    تأشيرة المرور غير صالحة لأي نوع من أنواع التأشيرات
    Daný token není validní pro žádný typ tokenu
    Der Token ist für keinen Tokentyp gültig
    El token dado no es valido para ningun tipo de token
    El token proporcionado no es válido para ningún tipo.
    El token provisto no es válido para ningún tipo de token
    توکن داده شده برای هیچ نوع توکنی معتبر نمی‌باشد
    Le type de jeton fourni n'est pas valide
    המזהה הנתון אינו תקף עבור אף סיווג
    Token yang diberikan tidak valid untuk semua jenis token
    Il token dato non è valido per qualsiasi tipo di token
    이 토큰은 모든 타입의 토큰에 대해 유효하지 않습니다
    Het token is voor geen enkel token-type geldig
    Podany token jest błędny dla każdego typu tokena
    O token informado não é válido para qualquer tipo de token
    Tokenul dat nu este valid pentru niciun tip de token
    Данный токен недействителен для любого типа токена
    Podan žeton ni veljaven za nobeno vrsto žetona
    Givet token är inte giltigt för någon tokentyp
    Verilen token hiçbir token tipi için geçerli değil
    Наданий токен не відповідає жодному типу ключа
    此令牌对任何类型的令牌无效
  `,
};
const KNOWN = sayings(SAYINGS);

/**
 * Simple JWT for Django REST framework.
 *
 * @see https://github.com/jazzband/djangorestframework-simplejwt/tree/master/rest_framework_simplejwt/locale
 * @see https://github.com/jazzband/djangorestframework-simplejwt/issues/925
 */
export const simplejwt: Provider = {
  name: 'simplejwt',
  wrote: ({ json }) => causeSaid(KNOWN, json, 'detail') !== undefined,
  rule: bySaying(KNOWN, 'detail'),
  remedies: {
    'credential-invalid':
      'Refresh the access token, or log in again; an access token is not taken in place of a refresh token, nor the reverse.',
    'credential-revoked':
      'The refresh token was put on the blacklist, by a logout or by rotation, or its user was deactivated: log in again.',
  },
};
