import { searchTokens } from './search-text.ts';

/**
 * What people write, as a whole message, when they want no more offers. Each language has the words
 * that providers there tell people to write, and what people write by themselves.
 */
const STOP_WORDS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'stop',
    'stop all',
    'stopall',
    'unsubscribe',
    'opt out',
    'optout',
    'stop promotions',
    'stop messages',
    'no more messages',
    'remove me',
  ],
  pt: [
    'parar',
    'pare',
    'sair',
    'cancelar inscrição',
    'descadastrar',
    'remover',
    'não quero mais',
    'não quero receber',
  ],
  es: [
    'alto',
    'parar',
    'baja',
    'darme de baja',
    'cancelar suscripción',
    'no más mensajes',
    'no quiero recibir',
  ],
  fr: ['arrêt', 'arrêter', 'arrêtez', 'stop pub', 'désabonner', 'me désabonner', 'désinscription'],
  de: ['stopp', 'abmelden', 'abbestellen', 'keine werbung', 'keine werbung mehr', 'austragen'],
  it: ['ferma', 'basta', 'cancellami', 'disiscrivimi', 'annulla iscrizione', 'disiscriviti'],
  nl: ['stoppen', 'afmelden', 'uitschrijven', 'geen reclame'],
  pl: ['rezygnuję', 'wypisz', 'wypisz mnie', 'wyrejestruj', 'koniec reklam'],
  ro: ['oprire', 'dezabonare', 'dezabonează'],
  cs: ['odhlásit', 'odhlásit odběr', 'konec reklamy'],
  hu: ['leiratkozás', 'leiratkozom', 'ne írjon többet'],
  tr: ['dur', 'iptal et', 'abonelikten çık', 'mesaj istemiyorum', 'ret'],
  ru: ['стоп', 'отписаться', 'отписка', 'отпишите меня'],
  uk: ['відписатися', 'відписка', 'відпишіть мене'],
  el: ['διαγραφή', 'απεγγραφή', 'σταμάτα'],
  ar: ['توقف', 'إيقاف', 'الغاء', 'إلغاء الاشتراك', 'الغاء الاشتراك'],
  he: ['עצור', 'הפסק', 'הסר', 'הסר אותי', 'להסרה'],
  fa: ['توقف', 'لغو', 'لغو اشتراک', 'لغو۱۱'],
  hi: ['रोकें', 'रुकें', 'बंद करें', 'बंद करो', 'सदस्यता रद्द करें'],
  bn: ['বন্ধ করুন', 'থামুন', 'বন্ধ'],
  ta: ['நிறுத்து', 'நிறுத்தவும்'],
  ur: ['رکو', 'بند کریں', 'ان سبسکرائب'],
  id: ['berhenti', 'berhenti berlangganan', 'hentikan', 'jangan kirim lagi'],
  ms: ['henti', 'batal langganan'],
  vi: ['dừng', 'hủy đăng ký', 'ngừng gửi', 'từ chối'],
  th: ['หยุด', 'ยกเลิก', 'เลิกรับข่าวสาร'],
  zh: ['停止', '退订', '退訂', '取消订阅', '取消訂閱'],
  ja: ['停止', '配信停止', '解除', '退会'],
  ko: ['중지', '수신거부', '수신 거부', '구독 취소'],
  sw: ['acha', 'simamisha', 'jiondoe'],
  fil: ['itigil', 'tigil', 'huwag na'],
};

const START_WORDS: Readonly<Record<string, readonly string[]>> = {
  en: ['start', 'unstop', 'subscribe', 'opt in'],
  pt: ['começar', 'voltar', 'inscrever', 'quero receber'],
  es: ['empezar', 'alta', 'suscribir', 'quiero recibir'],
  fr: ['reprendre', 'abonner', "m'abonner"],
  de: ['anmelden', 'abonnieren'],
  it: ['inizia', 'iscrivimi'],
  nl: ['aanmelden', 'inschrijven'],
  pl: ['zapisz mnie'],
  tr: ['başla', 'abone ol'],
  ru: ['старт', 'подписаться'],
  ar: ['ابدأ', 'اشتراك'],
  he: ['התחל', 'הצטרף'],
  hi: ['शुरू', 'शुरू करें'],
  id: ['mulai', 'berlangganan'],
  zh: ['开始', '订阅'],
  ja: ['開始', '再開'],
};

/** The languages that the stop words are in, by their codes. */
export const STOP_LANGUAGES: readonly string[] = Object.keys(STOP_WORDS);

export const DEFAULT_STOP_WORDS: readonly string[] = distinct(STOP_WORDS);
export const DEFAULT_START_WORDS: readonly string[] = distinct(START_WORDS);

function distinct(words: Readonly<Record<string, readonly string[]>>): readonly string[] {
  return [...new Set(Object.values(words).flat())];
}

/** Longer messages say more than one word of refusal. In UTF-16 units. */
const LONGEST = 60;

/**
 * A message as stop words are compared: without case, accents, punctuation and emoji. Undefined for
 * one that is too long to be nothing but a stop word, or has no word in it.
 */
export function foldWholeMessage(text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST) return undefined;
  const words = searchTokens(trimmed).map(({ word }) => word);
  return words.length === 0 ? undefined : words.join(' ');
}

/** The given words in the form in which messages are compared. */
export function foldWords(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map(foldWholeMessage).filter((word) => word !== undefined));
}

/** The only language that has this among the stop words it brings; undefined where several have. */
export function languageOfStopWord(text: string): string | undefined {
  const said = foldWholeMessage(text);
  const speaking = Object.entries(STOP_WORDS).filter(([, words]) =>
    words.some((word) => foldWholeMessage(word) === said),
  );
  return speaking.length === 1 ? speaking[0]?.[0] : undefined;
}
