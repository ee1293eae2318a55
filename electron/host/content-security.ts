/**
 * The same strict policy in both hosts. Styles set by components at run time need `unsafe-inline`;
 * scripts never do. Media comes from the page's own origin.
 *
 * @param connect where the page may open lines to, besides its own origin
 * @param media where it may also show pictures from and play sound and video
 */
export function contentSecurityPolicy(
  connect: readonly string[],
  media: readonly string[] = [],
): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    ["img-src 'self' data: blob:", ...media].join(' '),
    ["media-src 'self' blob:", ...media].join(' '),
    "font-src 'self'",
    ["connect-src 'self'", ...connect].join(' '),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}

/** What every answer carries that a window or a browser shows. */
export const SAFETY_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // The microphone is for voice messages; of everything else that watches or locates, nothing.
  'Permissions-Policy':
    'microphone=(self), camera=(), display-capture=(), geolocation=(), midi=(), usb=(), serial=(), hid=()',
} as const;
