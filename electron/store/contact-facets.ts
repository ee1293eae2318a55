import { IS_PERSON } from './contact-question.ts';
import type { Reader } from './store.ts';

export interface CountedLanguage {
  readonly language: string;
  readonly people: number;
}

/** How many numbers begin so. */
export interface CountedBeginning {
  readonly beginning: string;
  readonly people: number;
}

/** Long enough for every calling code: `+` and up to three digits. */
const CODE_LENGTH = 4;

/** Which languages people speak, the most frequent first. It walks through all people. */
export function countLanguages(db: Reader): CountedLanguage[] {
  return db
    .prepare<CountedLanguage>(
      `SELECT c.language, count(*) AS people FROM contact c
       WHERE c.language IS NOT NULL AND ${IS_PERSON}
       GROUP BY c.language ORDER BY people DESC, c.language`,
    )
    .all();
}

/** How the numbers of people begin. It walks through all numbers. */
export function countBeginnings(db: Reader): CountedBeginning[] {
  return db
    .prepare<CountedBeginning>(
      `SELECT substr(i.value, 1, ${CODE_LENGTH}) AS beginning, count(DISTINCT i.contact_id) AS people
       FROM contact_identity i WHERE i.kind = 'phone' AND i.is_active = 1
       GROUP BY beginning`,
    )
    .all();
}
