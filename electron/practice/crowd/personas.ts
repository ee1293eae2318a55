import type { NonEmpty } from '#shared/random.ts';
import type { CustomerBehaviour, PracticeCustomer } from '../model.ts';
import { arabic } from './lines/arabic.ts';
import { chinese } from './lines/chinese.ts';
import { english } from './lines/english.ts';
import { german } from './lines/german.ts';
import { hindi } from './lines/hindi.ts';
import { japanese } from './lines/japanese.ts';
import { polish } from './lines/polish.ts';
import { portuguese } from './lines/portuguese.ts';
import { spanish } from './lines/spanish.ts';
import type { Linebook } from './linebook.ts';

/** A regular of the practice shop. */
export interface Persona {
  readonly customer: Omit<PracticeCustomer, 'lastWroteAt'>;
  readonly lines: Linebook;
}

/** Numbers come from ranges set aside for fiction, or are plainly made up. */
export const personas: NonEmpty<Persona> = [
  persona(portuguese, 'BR', '5511900000101', 'Ana Beatriz Souza'),
  persona(portuguese, 'BR', '5511900000102', 'Dona Célia'),
  persona(portuguese, 'BR', '5511900000103', 'João Pedro 🌵', { behaviour: 'reads_at_once' }),
  persona(portuguese, 'BR', '5511900000104', 'Márcia (Ateliê Aurora)'),
  persona(portuguese, 'BR', '5511900000105', 'Rafael Lima', { behaviour: 'never_reads' }),
  persona(portuguese, 'BR', '553190000106', 'Luíza Andrade', { dialled: '5531990000106' }),
  persona(portuguese, 'BR', '552190000107', 'Thiago Nunes', { dialled: '5521990000107' }),
  persona(portuguese, 'BR', '5511900000108', 'Padaria do Largo'),
  persona(portuguese, 'BR', '5511900000109', 'Íris', { username: 'iris.do.jardim' }),
  persona(
    portuguese,
    'BR',
    '5511900000110',
    'Maria Aparecida da Conceição dos Santos Albuquerque e Vasconcelos de Oliveira Filha',
  ),
  persona(portuguese, 'BR', '5511900000111', 'Gabi', { username: 'gabi.flor', sharesPhone: false }),
  persona(portuguese, 'PT', '351910000112', 'Tomás Figueiredo'),
  persona(portuguese, 'BR', '5511900000113', 'Seu Antônio', { behaviour: 'switched_off' }),
  persona(spanish, 'AR', '5491155550114', 'Lucía Fernández', { dialled: '541155550114' }),
  persona(spanish, 'MX', '5215555550115', 'Diego Ramírez', { dialled: '525555550115' }),
  persona(spanish, 'ES', '34600000116', 'Carmen Vidal'),
  persona(spanish, 'CO', '573000000117', 'Valentina R.'),
  persona(spanish, 'CL', '56900000118', 'Café Los Andes'),
  persona(spanish, 'ES', '34600000119', 'Nuria', { username: 'nuria_macetas', sharesPhone: false }),
  persona(english, 'US', '12025550120', 'Emma Walker'),
  persona(english, 'GB', '447700900121', 'Oliver Hughes'),
  persona(english, 'US', '13125550122', 'Grace O’Connor', { behaviour: 'never_reads' }),
  persona(english, 'IE', '353850000123', 'Niamh Byrne'),
  persona(english, 'AU', '61491570124', 'Front Desk, Harbour Inn'),
  persona(english, 'US', '14155550125', 'Max', { username: 'maxgrows', sharesPhone: false }),
  persona(english, 'NG', '2348000000126', 'Adaeze Obi'),
  persona(german, 'DE', '4917139200127', 'Katharina Müller'),
  persona(german, 'AT', '436640000128', 'Familie Höllerer'),
  persona(german, 'DE', '4917139200129', 'Jörg Weiß', { behaviour: 'reads_at_once' }),
  persona(german, 'CH', '41780000130', 'Praxis am See'),
  persona(polish, 'PL', '48500000131', 'Małgorzata Wiśniewska'),
  persona(polish, 'PL', '48500000132', 'Łukasz'),
  persona(polish, 'PL', '48500000133', 'Zuzanna Żak', { username: 'zuza.zak' }),
  persona(arabic, 'AE', '971500000134', 'فاطمة الهاشمي'),
  persona(arabic, 'SA', '966500000135', 'عبد الرحمن بن خالد'),
  persona(arabic, 'EG', '201000000136', 'نور', { username: 'nour.ward', sharesPhone: false }),
  persona(hindi, 'IN', '919000000137', 'प्रिया शर्मा'),
  persona(hindi, 'IN', '919000000138', 'अर्जुन मेहता'),
  persona(hindi, 'IN', '919000000139', 'Kavita जी'),
  persona(japanese, 'JP', '819000000140', '田中 花子'),
  persona(japanese, 'JP', '819000000141', '佐藤'),
  persona(japanese, 'JP', '819000000142', 'ゆき', { username: 'yuki.hana', sharesPhone: false }),
  persona(chinese, 'CN', '8613000000143', '陈美玲'),
];

function persona(
  lines: Linebook,
  country: string,
  waId: string,
  name: string,
  traits: {
    readonly dialled?: string;
    readonly username?: string;
    readonly sharesPhone?: boolean;
    readonly behaviour?: CustomerBehaviour;
  } = {},
): Persona {
  const bsuid = `${country}.17${waId.padStart(15, '0')}`;
  return { customer: { waId, name, bsuid, ...traits }, lines };
}
