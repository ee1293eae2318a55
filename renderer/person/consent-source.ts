/** How a word about offers came here. What a later version or a program wrote has no words of its own. */
const SOURCES = [
  'whatsapp_preference',
  'signup_link',
  'stop_word',
  'start_word',
  'template_button',
  'refused_by_whatsapp',
  'owner',
  'erased',
  'import',
] as const;

export function knownSource(source: string): (typeof SOURCES)[number] | undefined {
  return SOURCES.find((known) => known === source);
}
