import type { ErrorRule, ErrorTable } from './rule.ts';
import { FAIL, FIX, PAUSE_CAMPAIGN, failForMinutes } from './rule.ts';

const WRONG_PARAMETER: ErrorRule = {
  title: 'A value does not fit the template',
  advice:
    'One of the values filled in has the wrong form for its place: a line break, a tab, many spaces, or a wrong kind of value. Correct the value and send again.',
  action: FAIL,
};

/** When a template is sent. Source: meta-platform §4.5. */
export const TEMPLATE_SEND_ERRORS: ErrorTable = {
  132000: {
    title: 'The template has another number of values',
    advice:
      'The template expects more or fewer values than were filled in, so it would fail for everybody. Load the templates again, fill in every value and send again.',
    action: PAUSE_CAMPAIGN,
  },
  132001: {
    title: 'The template does not exist in this language',
    advice:
      'There is no approved template of this name in this language: it was deleted, renamed or is not approved yet. Load the templates again and choose one that is approved.',
    action: PAUSE_CAMPAIGN,
  },
  132005: {
    title: 'The text is too long with its values',
    advice:
      'With the values filled in, the template is longer than WhatsApp allows. Use shorter values.',
    action: FAIL,
  },
  132007: {
    title: 'The template breaks WhatsApp’s content rules',
    advice:
      'WhatsApp refuses this template’s content. Read the reason in WhatsApp Manager, change the template and have it reviewed again.',
    action: PAUSE_CAMPAIGN,
  },
  132008: WRONG_PARAMETER,
  132012: WRONG_PARAMETER,
  132015: {
    title: 'WhatsApp has paused the template',
    advice:
      'Too many people disliked this template, so WhatsApp paused it for some hours. Use another template, or go on when WhatsApp approves it again.',
    action: PAUSE_CAMPAIGN,
  },
  132016: {
    title: 'WhatsApp has disabled the template',
    advice:
      'The template was paused too often and is disabled for good. Make a new template with other words.',
    action: PAUSE_CAMPAIGN,
  },
  132018: WRONG_PARAMETER,
  132068: {
    title: 'The form in this message is blocked',
    advice:
      'WhatsApp has blocked the flow that this message opens. Correct the flow in WhatsApp Manager.',
    action: PAUSE_CAMPAIGN,
  },
  132069: {
    title: 'The form in this message is throttled',
    advice:
      'WhatsApp lets this flow out ten times an hour only, because it often fails. Correct the flow, or try again in an hour.',
    action: failForMinutes(60),
  },
};

const WRITTEN_WRONG: ErrorRule = {
  title: 'WhatsApp does not accept the template’s text',
  advice:
    'A part of the template is formatted in a way that WhatsApp does not accept. Read Meta’s remark, correct it and hand the template in again.',
  action: FIX,
};

const NAME_TAKEN: ErrorRule = {
  title: 'The template’s name is taken',
  advice:
    'There is a template of this name and language already, or it was deleted less than 30 days ago. Choose another name.',
  action: FIX,
};

/** When a template is made; these come as subcodes of error 100. Source: meta-platform §4.7. */
export const TEMPLATE_MAKING_ERRORS: ErrorTable = {
  2388019: {
    title: 'The account has as many templates as it may have',
    advice: 'WhatsApp allows a certain number of templates. Delete some that you no longer use.',
    action: FIX,
  },
  2388023: NAME_TAKEN,
  2388024: NAME_TAKEN,
  2388039: {
    title: 'The template cannot be changed now',
    advice: 'A template under review cannot be edited. Wait for WhatsApp’s decision.',
    action: FIX,
  },
  2388040: {
    title: 'A part of the template is too long',
    advice: 'Shorten the part that Meta names and hand the template in again.',
    action: FIX,
  },
  2388047: WRITTEN_WRONG,
  2388072: WRITTEN_WRONG,
  2388073: WRITTEN_WRONG,
  2388293: {
    title: 'Too many placeholders for so little text',
    advice: 'Write more words around the placeholders, or use fewer of them.',
    action: FIX,
  },
  2388299: {
    title: 'A placeholder stands at the beginning or the end',
    advice: 'Put words before the first and after the last placeholder.',
    action: FIX,
  },
};
