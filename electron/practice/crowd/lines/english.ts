import { scene, type Linebook } from '../linebook.ts';

export const english: Linebook = {
  scenes: [
    scene(
      '> Hi! Do you still have peonies this week?',
      '< Hello! Yes, pink and white ones. They open from Thursday on.',
      '> Lovely. Could I get a small bunch for Friday, around $30?',
      '< Of course. I can do seven stems with some greenery for $32.',
      '> Deal. I will pick them up on my way home from work',
      '< They will be waiting for you. We are open until 7 pm.',
    ),
    scene(
      '> [image] Is this plant getting too much water?',
      '< It looks like it. Let the soil dry out for a week and keep it out of the wind.',
      '> Phew, I thought it was dying. Thank you!',
      '< It will recover, promise. Send me a picture in two weeks?',
      '> Will do 😄',
    ),
    scene(
      '> Hello, I ordered a bouquet for my grandmother for tomorrow. Could you add a card?',
      '< Gladly! What should it say?',
      '> "To the best storyteller I know. Happy 90th!"',
      '< That is wonderful. It is on the card, no extra cost.',
      '> You just made my day, thanks so much',
    ),
    scene(
      '> Good morning, do you do weekly flowers for offices?',
      '< Good morning! Yes, every Monday before nine. How many places would you like flowers in?',
      '> Reception and two meeting rooms, on the 4th floor',
      '< Then I suggest one large and two low arrangements, $95 a week.',
      '> [contact]',
      '> That is our office manager, please send her the offer',
      '< Done. Thanks for recommending us!',
    ),
  ],
  answers: {
    greeting: ['Hi there! 👋', 'Good morning! Hope you are well.', 'Hello, nice to hear from you.'],
    question: [
      'Yes please!',
      'The white ones, I think.',
      'Let me check and get back to you in a minute.',
      'Saturday would be perfect.',
    ],
    price: [
      'That works for me, I will take it.',
      'Hmm, do you have something a little smaller?',
      'Great price. Can I pay by card?',
    ],
    delivery: [
      'That time suits me well.',
      'Could it be a bit later, after 2 pm?',
      'Perfect, someone will be home.',
    ],
    thanks: ['Thank YOU 🌸', 'My pleasure!', 'See you soon.'],
    picture: ['Oh wow, gorgeous!', 'Exactly what I had in mind 😍', 'Love the colours.'],
    other: ['Got it, thanks!', 'Sounds good 👍', 'Okay, perfect.', 'Good to know.'],
  },
};
