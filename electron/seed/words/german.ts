import type { Corpus } from './corpus.ts';
import { words } from './words.ts';

export const german: Corpus = {
  common: words(
    'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über so zum bitte danke heute morgen guten ja nein gern wir ich blumen',
  ),
  rare: words(
    'Sonnenblume Orchidee Blumenstrauß Pfingstrose Hortensie Lavendel Rosmarin Gewächshaus Gärtnerei Hochzeit Geburtstag Lieferung Türklingel Aufzug Empfang Schleife Vase Keramik Gießkanne Setzling Terrasse Bäckerei Kerze Einladung Trauzeugin Fotografie Sonnenuntergang Gewitter Nieselregen Morgentau Marienkäfer Hummel Geißblatt Löwenzahn Ringelblume Fingerhut Eukalyptus Moos Laterne Innenhof Obstgarten Schubkarre Kompost Postkarte Quittung Größe Grüße Frühjahr süß',
  ),
  given: words('Katharina Jörg Ulrike Matthias Änne Björn Käthe Lukas Friederike Jürgen'),
  family: words('Müller Höllerer Weiß Schäfer Kühn Großmann Lindner Vögele Baumgärtner Jäger'),
  separator: ' ',
  stop: '.',
  dial: '4917139',
  country: 'DE',
};
