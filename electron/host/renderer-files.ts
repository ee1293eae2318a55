import { readFile } from 'node:fs/promises';
import { extname, isAbsolute, relative, resolve, sep } from 'node:path';

export interface RendererFile {
  readonly content: Buffer<ArrayBuffer>;
  readonly contentType: string;
  readonly cacheControl: string;
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** One file of the built renderer, or undefined for whatever is not one of its own. */
export async function readRendererFile(
  root: string,
  urlPath: string,
): Promise<RendererFile | undefined> {
  const path = pathInside(root, urlPath);
  const contentType = path === undefined ? undefined : CONTENT_TYPES[extname(path)];
  if (path === undefined || contentType === undefined) return undefined;
  const content = await readFile(path).catch(() => undefined);
  if (content === undefined) return undefined;
  return { content, contentType, cacheControl: cacheControl(root, path) };
}

/** The file a URL's path names, or undefined when it would lead out of the folder. */
export function pathInside(root: string, urlPath: string): string | undefined {
  const decoded = decode(urlPath);
  if (decoded === undefined || decoded.includes('\0')) return undefined;
  const wanted = decoded === '/' ? '/index.html' : decoded;
  const path = resolve(root, `.${wanted}`);
  const inside = relative(root, path);
  const isOutside = inside === '' || inside === '..' || inside.startsWith(`..${sep}`);
  return isOutside || isAbsolute(inside) ? undefined : path;
}

function decode(urlPath: string): string | undefined {
  try {
    return decodeURIComponent(urlPath);
  } catch {
    return undefined;
  }
}

/** Vite names what it puts into `assets` by content; everything else may change with the next build. */
function cacheControl(root: string, path: string): string {
  return relative(root, path).startsWith(`assets${sep}`)
    ? 'public, max-age=31536000, immutable'
    : 'no-store';
}
