import { scene, type Linebook } from '../linebook.ts';

export const portuguese: Linebook = {
  scenes: [
    scene(
      '> Oi, bom dia! Vocês têm girassóis para sábado?',
      '< Bom dia! Temos sim, chegam na sexta à tarde. Quantos você gostaria?',
      '> Uns 12, num arranjo alegre. É para o aniversário da minha mãe 🌻',
      '< Que lindo! Faço com girassóis, alecrim e um laço de juta. Fica R$ 148,00.',
      '> Perfeito. Entregam na Vila Mariana?',
      '< Entregamos, a taxa é R$ 15,00. Pode ser entre 10h e 12h?',
      '> Pode! Muito obrigada 🥰',
      '< Nós que agradecemos! Já está na agenda.',
    ),
    scene(
      '> Boa tarde, quanto custa um buquê de rosas vermelhas?',
      '< Boa tarde! Com 12 rosas fica R$ 189,00, com 24 fica R$ 329,00.',
      '> [image] Vi esse na vitrine, é esse?',
      '< Esse mesmo! O da foto leva 18 rosas e eucalipto, sai por R$ 259,00.',
      '> Fechado, passo aí às 17h',
      '< Combinado, deixo separado no seu nome 🌹',
    ),
    scene(
      '> Gente, as flores chegaram e estão maravilhosas!!!',
      '> [image] Olha só na mesa da sala',
      '< Que alegria ver! Troque a água a cada dois dias e elas duram mais de uma semana.',
      '> Pode deixar, obrigada pela dica 💚',
    ),
    scene(
      '> Olá, preciso de flores para um casamento em março, umas 60 pessoas',
      '< Olá, parabéns! Que cores vocês imaginam?',
      '> Tons de terracota e creme, bem natural',
      '> [document] Moodboard da cerimonialista',
      '< Recebido! Monto um orçamento com dois caminhos até quinta-feira.',
      '> Ótimo. Precisamos de sinal para reservar a data?',
      '< Sim, 30% reserva a data. O restante até uma semana antes.',
      '> [voice]',
      '< Ouvi aqui, pode ser sim! Mando tudo por escrito.',
    ),
    scene(
      '> A orquídea que comprei está com as folhas amareladas 😟',
      '< Calma, costuma ser água demais. Ela fica perto de uma janela?',
      '> Fica, pega sol da tarde',
      '< Sol da tarde é forte para ela. Tente luz indireta e água uma vez por semana.',
      '> Vou mudar de lugar hoje mesmo. Obrigado!',
    ),
  ],
  answers: {
    greeting: [
      'Oi, tudo bem? 😊',
      'Bom dia! Tudo ótimo por aqui.',
      'Olá! Que bom que responderam.',
    ],
    question: [
      'Pode ser sim, por favor.',
      'Acho que prefiro em tons claros.',
      'Deixa eu confirmar com meu marido e já te falo.',
      'Para sábado de manhã, se der.',
    ],
    price: [
      'Gostei do preço, pode separar!',
      'Um pouquinho acima do que eu pensava. Tem opção menor?',
      'Fechado! Aceita Pix?',
    ],
    delivery: [
      'Esse horário está ótimo.',
      'Se puder ser depois das 14h, melhor ainda.',
      'Combinado, vai ter gente em casa.',
    ],
    thanks: ['Imagina, eu que agradeço! 🌷', 'Vocês são demais 💚', 'Até a próxima!'],
    picture: ['Que lindo!! 😍', 'É exatamente o que eu queria.', 'Amei as cores.'],
    other: ['Entendi, obrigada!', 'Tá bom 👍', 'Perfeito.', 'Ah, que ótimo saber disso.'],
  },
};
