/** What the contact list can show of people beside their names, in this order. */
export const CONTACT_COLUMNS = [
  'phone',
  'username',
  'labels',
  'email',
  'language',
  'latest_message',
  'created',
] as const;
export type ContactColumn = (typeof CONTACT_COLUMNS)[number];
