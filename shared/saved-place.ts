import { z } from 'zod';
import { OUTGOING_LIMITS } from './outgoing/limits.ts';
import { words } from './outgoing/words.ts';

const { placeText } = OUTGOING_LIMITS;

/** What a saved place needs: it is found by its name, so unlike a sent one it must have one. */
export const savedPlaceFields = {
  name: words('The name of the place', placeText),
  address: z.string().trim().max(placeText),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
} as const;
