import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isShortMapLink, mapAddress, readMapLink } from '#shared/map-link.ts';

const SPOT = { latitude: 48.20849, longitude: 16.37208, name: null };
const NAMED = { ...SPOT, name: 'Café Central' };

describe('a pasted place', () => {
  it.each([
    ['two numbers', '48.20849, 16.37208', SPOT],
    ['two numbers without a comma', ' 48.20849 16.37208 ', SPOT],
    ['a geo address', 'geo:48.20849,16.37208;u=35?z=16', SPOT],
    [
      'Google, marker before the map’s centre',
      'https://www.google.com/maps/place/Caf%C3%A9+Central/@48.1,16.1,17z/data=!3m1!4b1!4m5!3m4!8m2!3d48.20849!4d16.37208',
      NAMED,
    ],
    ['Google, centre only', 'https://www.google.com/maps/@48.20849,16.37208,15z', SPOT],
    ['Google, a query', 'https://maps.google.com/?q=48.20849,16.37208', SPOT],
    [
      'Google, as an app makes it',
      'https://www.google.com/maps/search/?api=1&query=48.20849%2C16.37208',
      SPOT,
    ],
    ['Apple', 'https://maps.apple.com/?ll=48.20849,16.37208&q=Caf%C3%A9%20Central&t=m', NAMED],
    [
      'Apple, newer',
      'https://maps.apple.com/place?coordinate=48.20849,16.37208&name=Caf%C3%A9+Central',
      NAMED,
    ],
    [
      'OpenStreetMap, marker',
      'https://www.openstreetmap.org/?mlat=48.20849&mlon=16.37208#map=16/48.1/16.1',
      SPOT,
    ],
    ['OpenStreetMap, map only', 'https://www.openstreetmap.org/#map=18/48.20849/16.37208', SPOT],
    ['south and west', '-23.55, -46.63', { latitude: -23.55, longitude: -46.63, name: null }],
  ])('is read from %s', (_from, text, spot) => {
    expect(readMapLink(text)).toEqual(spot);
  });

  it.each([
    '',
    'Café Central',
    '12',
    '91, 0',
    '0, 181',
    'https://maps.app.goo.gl/AbCdEf',
    'https://example.com/',
    'javascript:48.2,16.3',
    'https://maps.google.com/?q=Vienna',
    'https://www.google.com/maps/place/%E0%A4%A/',
  ])('is not guessed from “%s”', (text) => {
    expect(readMapLink(text)).toBeUndefined();
  });

  it('comes back from the address that is shown for it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -90_000_000, max: 90_000_000 }),
        fc.integer({ min: -180_000_000, max: 180_000_000 }),
        (north, east) => {
          const place = { latitude: north / 1e6, longitude: east / 1e6 };
          fc.pre(!/e/u.test(`${place.latitude}${place.longitude}`));
          expect(readMapLink(mapAddress(place))).toEqual({ ...place, name: null });
        },
      ),
    );
  });

  it('never throws, and never takes long', () => {
    fc.assert(fc.property(fc.string({ maxLength: 300 }), (text) => void readMapLink(text)));
    expect(readMapLink(`https://maps.google.com/${'@1,'.repeat(100_000)}`)).toBeUndefined();
  });

  it('knows a short link, which has to be opened first', () => {
    expect(isShortMapLink(' https://maps.app.goo.gl/AbCdEf ')).toBe(true);
    expect(isShortMapLink('https://maps.google.com/?q=1,2')).toBe(false);
  });
});
