import { z } from 'zod';
import { OUTGOING_LIMITS } from './limits.ts';
import { token, webAddress, words } from './words.ts';

const { heading, question, footer, url, linkTitle } = OUTGOING_LIMITS;

const file = z.union(
  [
    z.strictObject({ id: token('The id of the file', 256) }),
    z.strictObject({ link: webAddress('The link of the file', url) }),
  ],
  'The file needs an id of Meta’s, or a link.',
);

export const textHeading = z.strictObject({
  type: z.literal('text', 'The heading here is text only.'),
  text: words('The heading', heading),
});

const imageHeading = z.strictObject({ type: z.literal('image'), image: file });
const videoHeading = z.strictObject({ type: z.literal('video'), video: file });
const documentHeading = z.strictObject({ type: z.literal('document'), document: file });

export const anyHeading = z.discriminatedUnion(
  'type',
  [textHeading, imageHeading, videoHeading, documentHeading],
  'The heading must be text, image, video or document.',
);

export const pictureHeading = z.discriminatedUnion(
  'type',
  [imageHeading, videoHeading],
  'A card begins with an image or a video.',
);

export const questionBody = z.strictObject({ text: words('The text', question) });
export const questionFooter = z.strictObject({ text: words('The small print', footer) });

/** What stands around the choices of most questions. Source: meta-platform §1.4. */
export const aroundChoices = { body: questionBody, footer: questionFooter.exactOptional() };

export const linkAction = z.strictObject({
  name: z.literal('cta_url'),
  parameters: z.strictObject({
    display_text: words('The words on the button', linkTitle),
    url: webAddress('The link', url),
  }),
});
