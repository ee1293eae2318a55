import type { Corpus } from './corpus.ts';
import { words } from './words.ts';

export const spanish: Corpus = {
  common: words(
    'de la que el en y a los se del las un por con no una su para es al lo como más pero sus le ya o este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos hoy mañana gracias hola bueno quiero puede flores',
  ),
  rare: words(
    'girasol orquídea ramo peonía hortensia lavanda romero jardín cumpleaños boda aniversario envío timbre ascensor cinta florero cerámica semilla terraza panadería vela invitación madrina ensayo fotografía atardecer tormenta llovizna rocío mariquita abejorro madreselva magnolia caléndula eucalipto musgo farol patio huerto carretilla abono postal recibo muñeca pañuelo cigüeña pingüino corazón canción estación jazmín rincón',
  ),
  given: words('Lucía Diego Carmen Valentina Nuria Martín Inés Andrés Sofía Joaquín Belén Raúl'),
  family: words('Fernández Ramírez Vidal Ibáñez Peña Núñez Muñoz Gutiérrez Echeverría Cáceres'),
  separator: ' ',
  stop: '.',
  dial: '5491155',
  country: 'AR',
};
