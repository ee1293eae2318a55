/** A template's language, such as `pt_BR`, in the owner's words. */
export function languageName(code: string, locale: string): string {
  const tag = code.replace('_', '-');
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? code;
  } catch {
    // What somebody is still typing is no language yet.
    return code;
  }
}
