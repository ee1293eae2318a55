import { init, use as plugIn } from 'i18next';
import { initReactI18next } from 'react-i18next';
import app from '../locales/en.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: { app: typeof app };
  }
}

export async function startI18n(): Promise<void> {
  plugIn(initReactI18next);
  await init({
    lng: 'en',
    fallbackLng: 'en',
    defaultNS: 'app',
    resources: { en: { app } },
    // React escapes; doing it twice would show entities.
    interpolation: { escapeValue: false },
  });
}
