/**
 * Whether the database itself gave up (disk full, unreadable, locked), so that the same work may
 * succeed later. A broken constraint is not that: it is the work's own fault.
 */
export function isDatabaseOutage(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string')
    return false;
  return error.code.startsWith('SQLITE_') && !error.code.startsWith('SQLITE_CONSTRAINT');
}
