/** Meta's limits, in UTF-16 units or in pieces. Source: meta-platform §5.4, §5.6. */
export const TEMPLATE_LIMITS = {
  name: 512,
  header: 60,
  headerVariables: 1,
  body: 1024,
  footer: 60,
  buttons: 10,
  buttonText: 25,
  url: 2000,
  phone: 20,
  code: 15,
  offer: 16,
  cards: { min: 2, max: 10 },
  cardBody: 160,
  cardButtons: { min: 1, max: 2 },
  apps: 5,
  codeMinutes: { min: 1, max: 90 },
  /** How many of one kind a template may have; kinds that are not named here have no limit of their own. */
  ofKind: { URL: 2, PHONE_NUMBER: 1, COPY_CODE: 1, OTP: 1, CATALOG: 1, MPM: 1, VOICE_CALL: 1 },
  /** More consecutive spaces than this, and Meta refuses a value. */
  spaces: 4,
} as const;
