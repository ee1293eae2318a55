/** A place on earth, in degrees. */
export interface Spot {
  readonly latitude: number;
  readonly longitude: number;
  /** As the link names it; null where it does not. */
  readonly name: string | null;
}

const NUMBER = String.raw`(-?\d{1,3}(?:\.\d{1,20})?)`;
const PAIR = new RegExp(String.raw`^\s*${NUMBER}\s*(?:,|\s)\s*${NUMBER}\s*$`, 'u');
/** Google's marker; where the map only happens to be centred stands after `@`. */
const GOOGLE_MARKER = new RegExp(String.raw`!3d${NUMBER}!4d${NUMBER}`, 'u');
const GOOGLE_CENTRE = new RegExp(String.raw`/@${NUMBER},${NUMBER}`, 'u');
const GOOGLE_NAME = /\/place\/([^/@]+)/u;
const OSM_HASH = new RegExp(String.raw`map=\d{1,2}(?:\.\d+)?/${NUMBER}/${NUMBER}`, 'u');

/** Where Google, Apple and OpenStreetMap write a marker's coordinates, the surest first. */
const MARKER_KEYS = ['coordinate', 'll', 'q', 'query', 'destination', 'daddr', 'center', 'sll'];

/**
 * The place that a map link, a `geo:` address or two pasted numbers mean. Undefined where there are
 * no coordinates in it: a short link has to be opened in a browser first.
 */
export function readMapLink(text: string): Spot | undefined {
  return readPair(text) ?? readGeo(text.trim()) ?? readUrl(text.trim());
}

/** Whether it is a link that only leads to the one with the coordinates. */
export function isShortMapLink(text: string): boolean {
  return /^https?:\/\/(maps\.app\.goo\.gl|goo\.gl\/maps|maps\.apple\/p|osm\.org\/go)\//u.test(
    text.trim(),
  );
}

function readPair(text: string): Spot | undefined {
  return spot(PAIR.exec(text.slice(0, 100)));
}

function readGeo(text: string): Spot | undefined {
  if (!/^geo:/iu.test(text)) return undefined;
  return readPair(text.slice('geo:'.length).split(/[;?]/u)[0] ?? '');
}

interface Address {
  readonly path: string;
  readonly query: ReadonlyMap<string, string>;
  readonly hash: string;
}

const ADDRESS = /^https?:\/\/[^/?#\s]+([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/su;

function readUrl(text: string): Spot | undefined {
  const parts = ADDRESS.exec(text);
  if (parts === null) return undefined;
  const [, path = '', query = '', hash = ''] = parts;
  const address = { path, query: readQuery(query), hash };
  const marker =
    GOOGLE_MARKER.exec(path) ?? openStreetMapMarker(address) ?? markerInQuery(address) ?? null;
  return spot(marker ?? GOOGLE_CENTRE.exec(path) ?? OSM_HASH.exec(hash), nameIn(address));
}

function readQuery(query: string): ReadonlyMap<string, string> {
  return new Map(
    query.split('&').map((field): [string, string] => {
      const [key = '', ...value] = field.split('=');
      return [key, decoded(value.join('='))];
    }),
  );
}

function openStreetMapMarker({ query }: Address): RegExpExecArray | null {
  return pairIn(`${query.get('mlat') ?? ''},${query.get('mlon') ?? ''}`);
}

function markerInQuery({ query }: Address): RegExpExecArray | undefined {
  return MARKER_KEYS.map((key) => pairIn(query.get(key) ?? '')).find((pair) => pair !== null);
}

/** Apple and Google also write `loc:48.2,16.3`. */
function pairIn(value: string): RegExpExecArray | null {
  return PAIR.exec(value.replace(/^loc:/u, ''));
}

function nameIn({ path, query }: Address): string | null {
  const written = GOOGLE_NAME.exec(path)?.[1];
  const name = written === undefined ? (query.get('name') ?? query.get('q')) : decoded(written);
  return name === undefined || name.trim() === '' || PAIR.test(name) ? null : name.trim();
}

/** What is encoded wrongly stays as it is written. */
function decoded(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}

function spot(pair: RegExpExecArray | null, name: string | null = null): Spot | undefined {
  if (pair === null) return undefined;
  const latitude = Number(pair[1]);
  const longitude = Number(pair[2]);
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return undefined;
  return { latitude, longitude, name };
}

/** Where a place can be looked at; the same for every place that Frontdesk shows. */
export function mapAddress({ latitude, longitude }: Omit<Spot, 'name'>): string {
  return `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`;
}
