import type { Corpus } from './corpus.ts';
import { words } from './words.ts';

export const english: Corpus = {
  common: words(
    'the to and a of i you it in is that for we have on with can be this are your at my do so just not would like please thank thanks what when there one if will from about but they our time today tomorrow good morning yes no',
  ),
  rare: words(
    'sunflower orchid bouquet peony hydrangea lavender rosemary greenhouse gardener anniversary wedding birthday delivery doorbell elevator reception ribbon vase ceramic watering seedling terrace picnic bakery candle invitation bridesmaid rehearsal photograph sunset thunderstorm drizzle morning-dew caterpillar ladybird bumblebee honeysuckle magnolia dandelion marigold snapdragon foxglove gladiolus eucalyptus moss driftwood lantern courtyard orchard wheelbarrow trellis compost postcard receipt',
  ),
  given: words(
    'Emma Oliver Grace Niamh Max Adaeze Ruth Walter Ivy Theo June Silas Nora Felix Hazel',
  ),
  family: words('Walker Hughes O’Connor Byrne Obi Whitfield Marsh Pemberton Lockwood Ainsley'),
  separator: ' ',
  stop: '.',
  dial: '12025',
  country: 'US',
};
