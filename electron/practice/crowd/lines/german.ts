import { scene, type Linebook } from '../linebook.ts';

export const german: Linebook = {
  scenes: [
    scene(
      '> Guten Tag, haben Sie noch Hortensien da?',
      '< Guten Tag! Ja, in Blau und in Weiß, beide frisch von heute früh.',
      '> Schön, dann nehme ich drei blaue. Bis wann haben Sie geöffnet?',
      '< Bis 18 Uhr. Ich lege sie Ihnen zurück.',
      '> Wunderbar, danke schön!',
    ),
    scene(
      '> Hallo, wir heiraten im Juni und suchen jemanden für die Blumen 🙂',
      '< Herzlichen Glückwunsch! Wie viele Tische werden es?',
      '> Acht Tische und ein Traubogen. Am liebsten viel Grün und weiße Blüten',
      '> [image] So ungefähr',
      '< Das machen wir gern. Ein Angebot bekommen Sie bis Mittwoch.',
      '> Großartig, wir freuen uns schon sehr',
    ),
    scene(
      '> Die Lieferung war heute überpünktlich, vielen Dank!',
      '< Das freut uns! Hat der Strauß gefallen?',
      '> Und wie. Meine Kollegin hat sich riesig gefreut 🌼',
    ),
  ],
  answers: {
    greeting: ['Guten Tag!', 'Hallo, schön von Ihnen zu hören.', 'Grüß Gott!'],
    question: [
      'Ja, bitte.',
      'Lieber die hellen Farben, glaube ich.',
      'Da frage ich kurz nach und melde mich gleich.',
      'Am Samstag wäre ideal.',
    ],
    price: [
      'Das passt, ich nehme es.',
      'Gibt es auch etwas Kleineres?',
      'Sehr fair. Geht Kartenzahlung?',
    ],
    delivery: [
      'Die Uhrzeit passt gut.',
      'Ginge es auch etwas später?',
      'Prima, es ist jemand zu Hause.',
    ],
    thanks: ['Ich danke Ihnen! 🌷', 'Sehr gern.', 'Bis bald!'],
    picture: [
      'Ach, wie schön!',
      'Genau so habe ich es mir vorgestellt.',
      'Die Farben sind herrlich.',
    ],
    other: ['Alles klar, danke!', 'Gut 👍', 'Perfekt.', 'Gut zu wissen.'],
  },
};
