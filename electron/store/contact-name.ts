import type { IdentityKind } from './tables.ts';

/** The current identity of a kind, latest first; a user id of the account's own portfolio before others. */
export function identityOf(contact: string, kind: IdentityKind, scope?: string): string {
  const own = scope === undefined ? '' : `i.scope = ${scope} DESC, `;
  return `(SELECT i.value FROM contact_identity i
    WHERE i.contact_id = ${contact} AND i.kind = '${kind}' AND i.is_active = 1
    ORDER BY ${own}i.first_seen_at DESC, i.id DESC LIMIT 1)`;
}

/** The best name there is for the row `c` of `contact`; never empty. */
export function bestName(c: string): string {
  return `coalesce(nullif(${c}.name, ''), '@' || ${identityOf(`${c}.id`, 'username')},
    ${identityOf(`${c}.id`, 'phone')}, ${identityOf(`${c}.id`, 'bsuid')}, '#' || ${c}.id)`;
}
