import { scene, type Linebook } from '../linebook.ts';

export const spanish: Linebook = {
  scenes: [
    scene(
      '> ¡Hola! ¿Hacen envíos el domingo?',
      '< ¡Hola! Sí, los domingos de 9 a 13 h.',
      '> Genial, quiero un ramo de lirios para mi hermana 💐',
      '< ¿De qué color? Tengo blancos y rosados.',
      '> Rosados, por favor. ¿Cuánto sería?',
      '< Con envío queda en R$ 165,00.',
      '> Perfecto, ¿cómo pago?',
      '< Te mando el enlace de pago por aquí mismo.',
    ),
    scene(
      '> Buenas tardes, ¿tienen macetas con suculentas?',
      '> [image] Algo así como estas',
      '< ¡Buenas tardes! Sí, desde R$ 25,00 cada una. Por seis hacemos un 10 % de descuento.',
      '> Me llevo seis entonces 😊',
      '< Te las preparo variadas. ¿Pasas a recogerlas?',
      '> Sí, mañana por la mañana. ¡Gracias!',
    ),
    scene(
      '> ¡El ramo llegó precioso! Mi mamá lloró de la emoción',
      '< ¡Qué bonito! Gracias por contarlo, nos alegra el día.',
      '> [voice]',
      '< Qué simpática tu mamá, mándale un abrazo 🤗',
    ),
    scene(
      '> Hola, ¿me ayudan a elegir flores para una inauguración?',
      '< Claro que sí. ¿Es un espacio grande?',
      '> Un local pequeño en el centro',
      '> [location] Aquí está',
      '< Un par de arreglos altos en la entrada lucirían mucho.',
      '> Me encanta la idea, confírmame el precio cuando puedas',
    ),
  ],
  answers: {
    greeting: ['¡Hola! ¿Qué tal?', '¡Buenos días! 😊', '¡Hola! Gracias por responder.'],
    question: [
      'Sí, por favor.',
      'Prefiero los colores claros.',
      'Déjame ver y te digo en un momento.',
      'Para el viernes, si se puede.',
    ],
    price: [
      'Me parece bien, lo quiero.',
      '¿Tienen algo un poco más económico?',
      '¡Perfecto! ¿Aceptan tarjeta?',
    ],
    delivery: [
      'Esa hora me viene bien.',
      '¿Podría ser un poco más tarde?',
      'Perfecto, habrá alguien en casa.',
    ],
    thanks: ['¡A ustedes! 🌷', '¡Gracias, muy amables!', '¡Hasta pronto!'],
    picture: ['¡Qué preciosidad! 😍', 'Es justo lo que buscaba.', 'Me encantan los colores.'],
    other: ['Entendido, gracias.', 'Vale 👍', 'Perfecto.', 'Qué bueno saberlo.'],
  },
};
