import { KNOWN_TARGETS } from '#shared/models/contact-import.ts';
import type { KnownTarget } from '#shared/models/contact-import.ts';

/**
 * How people and programs call their columns, in the languages of those who use WhatsApp most. The
 * phones come in the order in which they are believed: somebody may give three.
 */
const HEADERS: Readonly<Record<KnownTarget, readonly string[]>> = {
  phone: [
    'whatsapp|whatsapp number|whatsapp phone|whatsapp no|numero de whatsapp|numero whatsapp|whatsapp nummer|wa number|wa|zap',
    'mobile|mobile phone|mobile number|mobile no|cell|cell phone|cellphone|cell number|celular|telefone celular|telefono celular|telefono movil|movil|handy|handynummer|mobil|mobilnummer|mobiltelefon|portable|telephone portable|mobile phone 1|cellulare|cep telefonu|cep|mobiel|gsm|hp|no hp|nomor hp|мобильный|мобильный телефон|جوال|الجوال|موبايل|मोबाइल|मोबाइल नंबर|手机|手机号|手机号码|携帯|携帯電話|携帯番号',
    'phone|phone number|phone no|phone 1 value|primary phone|telephone|telephone number|tel|tel no|telefon|telefonnummer|rufnummer|telefone|telefono|fone|numero de telefone|numero de telefono|numero telefono|numero de telephone|telefoon|telefoonnummer|telefon numarasi|telefon no|nomor telepon|telepon|телефон|номер телефона|هاتف|الهاتف|رقم الهاتف|फ़ोन|फोन|फ़ोन नंबर|फोन नंबर|电话|电话号码|電話|電話番号|전화번호|전화|phone e164|msisdn',
    'number|contact number|numero|nummer|nomor|numara|номер|رقم|नंबर|号码|contact no|e164|home phone|business phone',
  ],
  name: [
    'name|full name|fullname|contact name|display name|customer|customer name|client|client name|nome|nome completo|nome do cliente|cliente|nombre|nombre completo|nom complet|kontakt|kundenname|kunde|nome e cognome|naam|volledige naam|ad soyad|isim|nama|nama lengkap|имя|фио|полное имя|الاسم|اسم|الاسم الكامل|नाम|पूरा नाम|姓名|名字|名前|氏名|이름|imie i nazwisko',
  ],
  first_name: [
    'first name|firstname|first|given name|vorname|primeiro nome|primer nombre|nombres|prenom|voornaam|imie|nama depan|ad|الاسم الأول|名|यह नाम|prenume',
  ],
  last_name: [
    'last name|lastname|last|surname|family name|nachname|familienname|sobrenome|apelido|apellido|apellidos|nom|nom de famille|cognome|achternaam|nazwisko|soyad|soyadi|nama belakang|фамилия|اسم العائلة|姓|उपनाम',
  ],
  email: [
    'email|e mail|mail|email address|e mail address|e mail 1 value|email 1|correo|correo electronico|endereco de email|courriel|adresse e mail|adresse email|e posta|eposta|posta|indirizzo email|surel|почта|электронная почта|эл почта|البريد الإلكتروني|بريد|ईमेल|电子邮件|邮箱|メール|メールアドレス|이메일|e mail adresse|emailadresse|e mailadres|emailadres',
  ],
  labels: [
    'labels|label|tags|tag|groups|group|segments|segment|etiquetas|etiqueta|etiketten|etikett|schlagworte|marcadores|grupos|grupo|etiquettes|etiquette|groupes|groupe|gruppen|gruppe|etichette|etichetta|gruppi|gruppo|etiketler|etiket|label kontak|метки|метка|группы|группа|تصنيفات|وسوم|लेबल|टैग|标签|ラベル|タグ|라벨|태그',
  ],
  notes: [
    'notes|note|comments|comment|remarks|remark|notas|nota|observacoes|observacao|obs|observaciones|comentarios|comentario|notizen|notiz|bemerkung|bemerkungen|kommentar|remarques|remarque|commentaire|commentaires|opmerkingen|notlar|catatan|заметки|примечание|примечания|комментарий|ملاحظات|ملاحظة|टिप्पणी|नोट|备注|メモ|備考|비고|메모|notatki|uwagi',
  ],
  language: [
    'language|lang|locale|preferred language|idioma|lingua|linguagem|sprache|langue|taal|dil|bahasa|язык|لغة|اللغة|भाषा|语言|言語|언어|jezyk',
  ],
  opted_out: [
    'opted out|opt out|optout|optedout|unsubscribed|unsubscribe|do not contact|no marketing|blocked marketing|dnc|abgemeldet|abbestellt|widerspruch|descadastrado|cancelou|optou por sair|baja|dado de baja|desinscrito|no contactar|desabonne|desinscrit|disiscritto|disiscrizione|afgemeld|abonelikten cikti|berhenti|отписан|отписался|إلغاء الاشتراك|退订|配信停止|수신거부|wypisany',
  ],
};

interface Known {
  readonly target: KnownTarget;
  /** The lower the more it is believed, among columns of the same target. */
  readonly rank: number;
}

const BY_KEY: ReadonlyMap<string, Known> = new Map(
  KNOWN_TARGETS.flatMap((target) =>
    HEADERS[target].flatMap((names, rank) =>
      names.split('|').map((name) => [headerKey(name), { target, rank }] as const),
    ),
  ),
);

/** Under which two spellings of a header are one: case, accents and punctuation don't count. */
function headerKey(header: string): string {
  return header
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

export function knownHeader(header: string): Known | undefined {
  return BY_KEY.get(headerKey(header));
}
