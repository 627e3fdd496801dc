import type { Cause } from '../causes.ts';
import { quote, type Rule } from '../finding.ts';
import { textAt } from '../reading/json.ts';
import type { Provider } from './provider.ts';

/** What the framework says in `detail`, a line for each language: it follows `Accept-Language` and sends no code. */
const SAYINGS: Readonly<Partial<Record<Cause, string>>> = {
  'credential-missing': `
    Authentication credentials were not provided.
    لم يتم تزويد بيانات الدخول.
    Носители на удостоверение не са предоставени.
    Credencials d'autenticació no disponibles.
    Nebyly zadány přihlašovací údaje.
    Legitimation til autentificering blev ikke angivet.
    Anmeldedaten fehlen.
    Δεν δόθηκαν διαπιστευτήρια.
    Las credenciales de autenticación no se proveyeron.
    Autentimistunnus on esitamata.
    اطلاعات برای اعتبارسنجی ارسال نشده است.
    Autentikaatiotunnuksia ei annettu.
    Informations d'authentification non fournies.
    Nem voltak megadva azonosítók.
    Data autentikasi tidak diberikan.
    Non sono state immesse le credenziali di autenticazione.
    認証情報が含まれていません。
    자격 인증 데이터가 제공되지 않았습니다.
    Autentifikacijos duomenys nesuteikti.
    Netika nodrošināti autorizācijas parametri.
    Manglende autentiseringsinformasjon.
    Authenticatiegegevens zijn niet opgegeven.
    Nie podano danych uwierzytelniających.
    As credenciais de autenticação não foram fornecidas.
    Datele de autentificare nu au fost furnizate.
    Учетные данные не были предоставлены.
    Prihlasovacie údaje neboli zadané.
    Avtentikacijski podatki niso bili podani.
    Autentiseringsuppgifter ej tillhandahållna.
    ไม่พบข้อมูลการเข้าสู่ระบบ
    Giriş bilgileri verilmedi.
    Реквізити перевірки достовірності не надані.
    身份认证信息未提供。
  `,
  'credential-invalid': `
    Incorrect authentication credentials.
    بيانات الدخول غير صحيحة.
    Невалидни носители на удостоверение.
    Credencials d'autenticació incorrectes.
    Chybné přihlašovací údaje.
    Ugyldig legitimation til autentificering.
    Falsche Anmeldedaten.
    Λάθος διαπιστευτήρια.
    Credenciales de autenticación incorrectas.
    Ebakorrektne autentimistunnus.
    اطلاعات احراز هویت صحیح نیست.
    Väärät autentikaatiotunnukset.
    Informations d'authentification incorrectes.
    Hibás azonosítók.
    Data autentikasi salah.
    Credenziali di autenticazione incorrette.
    認証情報が正しくありません。
    자격 인증 데이터가 올바르지 않습니다.
    Neteisingi autentifikacijos duomenys.
    Nekorekti autentifikācijas parametri.
    Ugyldig autentiseringsinformasjon.
    Ongeldige authenticatiegegevens.
    Błędne dane uwierzytelniające.
    Credenciais de autenticação incorretas.
    Date de autentificare incorecte.
    Некорректные учетные данные.
    Nesprávne prihlasovacie údaje.
    Napačni avtentikacijski podatki.
    Ogiltiga inloggningsuppgifter.
    ข้อมูลการเข้าสู่ระบบไม่ถูกต้อง
    Giriş bilgileri hatalı.
    Некоректні реквізити перевірки достовірності.
    不正确的身份认证信息。
  `,
  'credential-revoked': `
    User inactive or deleted.
    المستخدم غير مفعل او تم حذفه.
    Потребителят е неактивен или изтрит.
    Usuari inactiu o esborrat.
    Uživatelský účet je neaktivní nebo byl smazán.
    Inaktiv eller slettet bruger.
    Benutzer inaktiv oder gelöscht.
    Ο χρήστης είναι ανενεργός ή διεγραμμένος.
    Usuario inactivo o borrado.
    Kasutaja on inaktiivne või kustutatud.
    کاربر غیر فعال یا حذف شده است.
    Käyttäjä ei-aktiivinen tai poistettu.
    Utilisateur inactif ou supprimé.
    A felhasználó nincs aktiválva vagy törölve lett.
    Pengguna tidak akfif atau telah dihapus.
    Utente inattivo o eliminato.
    ユーザが無効か削除されています。
    계정이 중지되었거나 삭제되었습니다.
    Vartotojas neaktyvus arba pašalintas.
    Lietotājs neaktīvs vai dzēsts.
    Bruker inaktiv eller slettet.
    Gebruiker inactief of verwijderd.
    Użytkownik nieaktywny lub usunięty.
    Usuário inativo ou removido.
    Utilizator inactiv sau șters.
    Пользователь неактивен или удален.
    Daný používateľ je neaktívny, alebo zmazaný.
    Uporabnik neaktiven ali izbrisan.
    Användaren borttagen eller inaktiv.
    ผู้ใช้ไม่ได้เปิดใช้งานหรือถูกลบ
    Kullanıcı aktif değil ya da silinmiş.
    Користувач неактивний або видалений.
    Người dùng không còn hoạt động, hoặc đã bị xoá.
    用户未激活或者已删除。
    帳號未啟用或已被刪除。
  `,
  'permission-denied': `
    You do not have permission to perform this action.
    ليس لديك صلاحية للقيام بهذا الإجراء.
    Нямате права да се направи това действие.
    No té permisos per realitzar aquesta acció.
    K této akci nemáte oprávnění.
    Du har ikke lov til at udføre denne handling.
    Sie sind nicht berechtigt, diese Aktion durchzuführen.
    Δεν έχετε δικαίωματα για αυτή την ενέργεια.
    Usted no tiene permiso para realizar esta acción.
    Teil puuduvad piisavad õigused selle tegevuse teostamiseks.
    شما اجازه انجام این دستور را ندارید.
    Sinulla ei ole oikeutta suorittaa tätä toimintoa.
    Vous n'avez pas la permission d'effectuer cette action.
    Nincs jogosultsága a művelet végrehajtásához.
    Anda tidak memiliki izin untuk melakukan tindakan ini.
    Non hai l'autorizzazione per eseguire questa azione.
    このアクションを実行する権限がありません。
    이 작업을 수행할 권한이 없습니다.
    Tev nav tiesību veikt šo darbību.
    Du har ikke tilgang til å utføre denne handlingen.
    Je hebt geen toestemming om deze actie uit te voeren.
    Nie masz uprawnień, by wykonać tę czynność.
    Você não tem permissão para executar essa ação.
    Nu aveți permisiunea de a efectua această acțiune.
    У вас нет прав для выполнения этой операции.
    K danej akcii nemáte oprávnenie.
    Nimate dovoljenj za izvedbo te akcije.
    Du har inte tillåtelse att utföra denna förfrågan.
    คุณไม่มีสิทธิ์ที่จะดำเนินการ
    Bu işlemi yapmak için izniniz bulunmuyor.
    У вас нема дозволу робити цю дію.
    Bạn không được cấp quyền để thực hiện hành động này.
    您没有执行该操作的权限。
    你沒有執行此操作的權限。
  `,
};

/** Sayings, one a line, by their cause. */
export type Sayings = ReadonlyMap<string, Cause>;

export function sayings(lines: Readonly<Partial<Record<Cause, string>>>): Sayings {
  return new Map(
    Object.entries(lines).flatMap(([cause, text]) =>
      text
        .trim()
        .split('\n')
        .map((line) => [plain(line), cause as Cause] as const),
    ),
  );
}

/** The cause of what an answer says under this name, where that is one of the sayings to the letter. */
export function causeSaid(known: Sayings, json: unknown, name: string): Cause | undefined {
  const text = textAt(json, name);
  return text === undefined || text.length > 200 ? undefined : known.get(plain(text));
}

export function bySaying(known: Sayings, name: string): Rule {
  return ({ json }) => {
    const cause = causeSaid(known, json, name);
    return (
      cause && {
        cause,
        confidence: 'certain',
        evidence: [{ where: `body ${name}`, what: quote(textAt(json, name) ?? '') }],
      }
    );
  };
}

/** In lower case, without the stop at the end and with plain apostrophes. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('\u2019', "'")
    .trim()
    .replace(/[.。|։:]$/, '')
    .trim();
}

const KNOWN = sayings(SAYINGS);

/**
 * Django REST framework, in the languages that it is translated into.
 *
 * @see https://github.com/encode/django-rest-framework/tree/master/rest_framework/locale
 * @see https://github.com/encode/django-rest-framework/issues/488
 */
export const djangoRestFramework: Provider = {
  name: 'django-rest-framework',
  wrote: ({ json }) => causeSaid(KNOWN, json, 'detail') !== undefined,
  rule: bySaying(KNOWN, 'detail'),
  remedies: {
    'credential-missing':
      'Behind Apache with mod_wsgi the header arrives only with `WSGIPassAuthorization On`: https://github.com/encode/django-rest-framework/issues/488',
    'credential-revoked': 'Activate the user in the administration of the site, or issue a token for another one.',
  },
};
