import { scene, type Linebook } from '../linebook.ts';

export const polish: Linebook = {
  scenes: [
    scene(
      '> Dzień dobry, czy mają Państwo świeże tulipany?',
      '< Dzień dobry! Tak, żółte i fioletowe, dzisiejsza dostawa.',
      '> To poproszę dwadzieścia żółtych, odbiorę po 16',
      '< Odłożone. Zapakować na prezent?',
      '> Tak, bardzo proszę 🌷',
    ),
    scene(
      '> Hej, ile kosztuje wianek na drzwi?',
      '< Cześć! Od 90 do 140, zależy od wielkości.',
      '> [image] Marzy mi się coś takiego',
      '< Śliczny! Taki zrobię za 120, gotowy w piątek.',
      '> Super, biorę. Dziękuję!',
    ),
    scene(
      '> Chciałabym przełożyć dostawę na czwartek, czy to możliwe?',
      '< Oczywiście. Ta sama godzina?',
      '> Tak, ta sama. Dziękuję za wyrozumiałość',
      '< Nie ma za co, miłego dnia!',
    ),
  ],
  answers: {
    greeting: ['Dzień dobry!', 'Cześć, miło słyszeć 😊', 'Witam serdecznie.'],
    question: [
      'Tak, poproszę.',
      'Chyba wolę jasne kolory.',
      'Sprawdzę i zaraz napiszę.',
      'Najlepiej w sobotę.',
    ],
    price: ['Pasuje, biorę.', 'A jest coś mniejszego?', 'Świetna cena. Można kartą?'],
    delivery: ['Ta godzina mi odpowiada.', 'Może trochę później?', 'Dobrze, ktoś będzie w domu.'],
    thanks: ['To ja dziękuję! 🌼', 'Nie ma za co.', 'Do zobaczenia!'],
    picture: ['Przepiękne!', 'Dokładnie o takie mi chodziło.', 'Cudne kolory 😍'],
    other: ['Rozumiem, dziękuję!', 'Dobrze 👍', 'Idealnie.', 'Dobrze wiedzieć.'],
  },
};
