import type { Corpus } from './corpus.ts';
import { words } from './words.ts';

export const portuguese: Corpus = {
  common: words(
    'de que o a e para não um com uma você por mais é se na no do da eu os as isso bem já quando muito hoje amanhã sim obrigada tudo bom dia quero pode ser também só até aqui agora depois mas meu minha tem vou fazer preciso flores entrega',
  ),
  rare: words(
    'girassol orquídea buquê arranjo jardim casamento aniversário vaso lírio tulipa hortênsia suculenta samambaia jasmim lavanda alecrim manjericão coração avó vizinha reunião sábado domingo feriado endereço portão elevador recepção cartão laço fita juta vidro cerâmica terra adubo regador sementes estufa florista varanda sacada piquenique serenata confeitaria bolo vela convite padrinho noiva ensaio fotografia pôr-do-sol maracujá jabuticaba pãozinho açúcar café pão ônibus metrô trânsito relâmpago chuvisco neblina orvalho',
  ),
  given: words(
    'Ana João Mariana Rafael Beatriz Luíza Thiago Conceição Íris Gabriel Célia Antônio Márcia Davi Helena',
  ),
  family: words('Souza Lima Andrade Nunes Oliveira Gonçalves Araújo Peçanha Vasconcelos Brandão'),
  separator: ' ',
  stop: '.',
  dial: '5511900',
  country: 'BR',
};
