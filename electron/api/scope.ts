/** What a key may do. `admin` may do everything. */
export const SCOPES = ['read', 'send', 'contacts', 'campaigns', 'admin'] as const;
export type Scope = (typeof SCOPES)[number];

/** What a key may do when nothing else is asked: everything short of managing Frontdesk itself. */
export const DEFAULT_SCOPES: readonly Scope[] = ['read', 'send', 'contacts', 'campaigns'];

export function mayDo(scopes: readonly string[], wanted: Scope): boolean {
  return scopes.includes(wanted) || scopes.includes('admin');
}
