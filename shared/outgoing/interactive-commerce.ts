import { z } from 'zod';
import {
  anyHeading,
  aroundChoices,
  linkAction,
  pictureHeading,
  questionBody,
  questionFooter,
  textHeading,
} from './interactive-parts.ts';
import { areDifferent } from './interactive-questions.ts';
import { OUTGOING_LIMITS } from './limits.ts';
import { token, words } from './words.ts';

const LIMITS = OUTGOING_LIMITS;

const catalogId = token('The id of the catalog', 128);
const productId = token('The id of a product', 256);

/** Source: meta-platform §1.4, `product`. */
export const productQuestion = z.strictObject({
  type: z.literal('product'),
  body: questionBody.exactOptional(),
  footer: questionFooter.exactOptional(),
  action: z.strictObject({ catalog_id: catalogId, product_retailer_id: productId }),
});

const productSection = z.strictObject({
  title: words('The title of a section', LIMITS.sectionTitle).exactOptional(),
  product_items: z
    .array(z.strictObject({ product_retailer_id: productId }), 'The products are missing.')
    .min(1, 'A section needs at least one product.'),
});

/** Source: meta-platform §1.4, `product_list`. */
export const productListQuestion = z.strictObject({
  type: z.literal('product_list'),
  header: textHeading,
  ...aroundChoices,
  action: z.strictObject({
    catalog_id: catalogId,
    sections: z
      .array(productSection, 'The sections are missing.')
      .min(1, 'Give at least one section.')
      .max(LIMITS.sections, `A list has at most ${LIMITS.sections} sections.`)
      .refine(
        (all) => all.flatMap(({ product_items }) => product_items).length <= LIMITS.products,
        `A list has at most ${LIMITS.products} products in all its sections together.`,
      )
      .refine(
        (all) => all.length === 1 || all.every(({ title }) => title !== undefined),
        'With several sections, each needs a title.',
      ),
  }),
});

/** Source: meta-platform §1.4, `catalog_message`. */
export const catalogQuestion = z.strictObject({
  type: z.literal('catalog_message'),
  ...aroundChoices,
  action: z.strictObject({
    name: z.literal('catalog_message'),
    parameters: z
      .strictObject({ thumbnail_product_retailer_id: productId.exactOptional() })
      .exactOptional(),
  }),
});

const flowParameters = z
  .strictObject({
    flow_message_version: z.literal('3', 'flow_message_version is "3".'),
    flow_id: token('The id of the flow', 128).exactOptional(),
    flow_name: token('The name of the flow', 256).exactOptional(),
    flow_cta: words('The words on the button', LIMITS.flowTitle),
    mode: z.enum(['draft', 'published']).exactOptional(),
    flow_token: token('The token of the flow', 512).exactOptional(),
    flow_action: z.enum(['navigate', 'data_exchange']).exactOptional(),
    flow_action_payload: z
      .strictObject({
        screen: token('The screen', 128).exactOptional(),
        data: z
          .record(z.string(), z.json())
          .refine(
            (data) => Object.keys(data).length > 0,
            'The data may be left out, but not empty.',
          )
          .exactOptional(),
      })
      .exactOptional(),
  })
  .refine(
    ({ flow_id, flow_name }) => (flow_id === undefined) !== (flow_name === undefined),
    'Name the flow by flow_id or by flow_name, one of them.',
  );

/** Source: meta-platform §1.4, `flow`. */
export const flowQuestion = z.strictObject({
  type: z.literal('flow'),
  header: anyHeading.exactOptional(),
  ...aroundChoices,
  action: z.strictObject({ name: z.literal('flow'), parameters: flowParameters }),
});

const cardButton = z.strictObject({
  type: z.literal('quick_reply'),
  quick_reply: z.strictObject({
    id: token('The id of a button', LIMITS.buttonId),
    title: words('The title of a button', LIMITS.buttonTitle),
  }),
});

const cardIndex = z
  .int()
  .min(0)
  .max(LIMITS.carouselCards.max - 1);

const mediaCard = z.strictObject({
  card_index: cardIndex,
  type: z.literal('cta_url'),
  header: pictureHeading,
  body: z
    .strictObject({
      text: words('The text of a card', LIMITS.carouselBody).refine(
        (text) => text.split('\n').length - 1 <= LIMITS.carouselLineBreaks,
        `The text of a card has at most ${LIMITS.carouselLineBreaks} line breaks.`,
      ),
    })
    .exactOptional(),
  action: z.union([linkAction, z.strictObject({ buttons: z.array(cardButton).min(1).max(3) })]),
});

const productCard = z.strictObject({
  card_index: cardIndex,
  type: z.literal('product'),
  action: z.strictObject({ product_retailer_id: productId, catalog_id: catalogId }),
});

type Card = z.output<typeof mediaCard> | z.output<typeof productCard>;

/** Cards of one carousel have the same buttons, or show products of the same catalog. */
function shapeOf(card: Card): string {
  if (card.type === 'product') return `catalog ${card.action.catalog_id}`;
  return 'buttons' in card.action ? `${card.action.buttons.length} buttons` : 'link';
}

const { min, max } = LIMITS.carouselCards;

/** Source: meta-platform §1.4, both kinds of `carousel`. */
export const carouselQuestion = z.strictObject({
  type: z.literal('carousel'),
  body: questionBody,
  action: z.strictObject({
    cards: z
      .array(z.discriminatedUnion('type', [mediaCard, productCard]), 'The cards are missing.')
      .min(min, `A carousel has at least ${min} cards.`)
      .max(max, `A carousel has at most ${max} cards.`)
      .refine(
        (cards) => areDifferent(cards.map(({ card_index }) => String(card_index))),
        'Two cards have the same card_index.',
      )
      .refine(
        (cards) => new Set(cards.map(shapeOf)).size === 1,
        'All cards of a carousel need the same kind and number of buttons, or the same catalog.',
      ),
  }),
});
