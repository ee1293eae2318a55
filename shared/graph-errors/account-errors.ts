import type { ErrorRule, ErrorTable } from './rule.ts';
import {
  FAIL,
  FIX,
  PAIR_WAIT,
  PAUSE_ACCOUNT,
  PAUSE_CAMPAIGN,
  PAUSE_NUMBER,
  SLOW,
  waitMinutes,
} from './rule.ts';

const TOKEN_EXPIRED: ErrorRule = {
  title: 'The access token is no longer valid',
  advice:
    'WhatsApp does not accept the access token any more: it has expired or was withdrawn. Your messages wait. Make a new token in Meta’s Business settings and paste it under Settings, Numbers.',
  action: PAUSE_ACCOUNT,
};

export const PERMISSION_MISSING: ErrorRule = {
  title: 'The access token lacks a permission',
  advice:
    'The token may not send for this number, usually because the system user was not given the WhatsApp account or a permission was removed. Your messages wait. In Meta’s Business settings give the system user the app and the WhatsApp account with full control, then paste a new token.',
  action: PAUSE_ACCOUNT,
};

const NUMBER_MISSING: ErrorRule = {
  title: 'WhatsApp does not know this number',
  advice:
    'The phone number ID does not exist, was deleted, or the token may not see it. Your messages wait. Check the number in WhatsApp Manager, then connect it again under Settings, Numbers.',
  action: PAUSE_NUMBER,
};

const CALLED_TOO_OFTEN: ErrorRule = {
  title: 'Too many requests to Meta',
  advice:
    'Frontdesk, or another program that uses the same app, asked Meta too often. Sending rests for a few minutes and goes on by itself.',
  action: waitMinutes(5),
};

const NOT_REGISTERED: ErrorRule = {
  title: 'The number is not registered for sending',
  advice:
    'This number is not registered with the WhatsApp Business Platform, so nothing can be sent from it. Your messages wait. Register it in WhatsApp Manager, then let Frontdesk go on.',
  action: PAUSE_NUMBER,
};

/** Authorization, throttling, integrity and billing. Source: meta-platform §4.1–4.3. */
export const ACCOUNT_ERRORS: ErrorTable = {
  0: TOKEN_EXPIRED,
  3: PERMISSION_MISSING,
  10: PERMISSION_MISSING,
  33: NUMBER_MISSING,
  104: TOKEN_EXPIRED,
  190: TOKEN_EXPIRED,
  803: NUMBER_MISSING,
  131005: PERMISSION_MISSING,

  4: CALLED_TOO_OFTEN,
  17: CALLED_TOO_OFTEN,
  32: CALLED_TOO_OFTEN,
  613: CALLED_TOO_OFTEN,
  80007: CALLED_TOO_OFTEN,
  80008: CALLED_TOO_OFTEN,
  130429: {
    title: 'Sending faster than WhatsApp allows',
    advice:
      'More messages per second left this number than WhatsApp allows. Frontdesk slows down and sends the message again by itself.',
    action: SLOW,
  },
  131056: {
    title: 'Too many messages to this person at once',
    advice:
      'WhatsApp limits how quickly one person may be written to. Frontdesk waits a little and sends the message again by itself.',
    action: PAIR_WAIT,
  },
  131048: {
    title: 'WhatsApp restricts this number for its quality',
    advice:
      'Too many people blocked or reported messages from this number. Stop campaigns, look at the number’s quality in WhatsApp Manager, and write only to people who expect it. The restriction ends by itself after some time.',
    action: PAUSE_CAMPAIGN,
  },
  131064: {
    title: 'Restricted because of a template’s category',
    advice:
      'Meta found templates filed under the wrong category and restricts sending for a while. Correct the categories in WhatsApp Manager; the restriction ends by itself, then start again by hand.',
    action: PAUSE_CAMPAIGN,
  },
  131057: {
    title: 'The number is being upgraded',
    advice:
      'Meta is working on this number, usually for less than a minute. Frontdesk goes on by itself.',
    action: waitMinutes(1),
  },
  133016: {
    title: 'Registered and deregistered too often',
    advice: 'The number was registered too often. Meta allows the next attempt after 72 hours.',
    action: FIX,
  },
  2494100: {
    title: 'The number is being moved',
    advice:
      'Meta is moving this number and it cannot send at the moment. Frontdesk goes on in a few minutes by itself.',
    action: waitMinutes(5),
  },

  368: {
    title: 'WhatsApp has restricted the account',
    advice:
      'Meta restricted or disabled the WhatsApp account for a breach of its policies. Your messages wait. Open Business Support Home at Meta to see why and to ask for a review.',
    action: PAUSE_ACCOUNT,
  },
  131031: {
    title: 'WhatsApp has locked the account',
    advice:
      'Meta locked the account, or the data it holds about it does not match. Your messages wait. Open Business Support Home at Meta to see why and to ask for a review.',
    action: PAUSE_ACCOUNT,
  },
  130497: {
    title: 'Not allowed to write to this country',
    advice:
      'WhatsApp does not let this account write to people in this country. Use another way to reach them; trying again does not help.',
    action: FAIL,
  },
  131042: {
    title: 'There is a problem with the payment method',
    advice:
      'Meta did not send the message because of billing: no valid payment method, a credit limit, or missing billing details. Correct it in WhatsApp Manager under Payment settings, then send again.',
    action: PAUSE_CAMPAIGN,
  },
  131044: {
    title: 'There is a problem with the payment method',
    advice:
      'Meta refused because of billing. Correct the payment method in WhatsApp Manager under Payment settings, then try again.',
    action: FIX,
  },
  131037: {
    title: 'The display name is not approved yet',
    advice:
      'This number cannot send until WhatsApp has approved its display name. Your messages wait. See to the display name in WhatsApp Manager.',
    action: PAUSE_NUMBER,
  },
  131045: NOT_REGISTERED,
  133010: NOT_REGISTERED,
  141006: {
    title: 'The account has a payment problem',
    advice:
      'Meta limits sending because of billing. Correct the payment method in WhatsApp Manager.',
    action: PAUSE_CAMPAIGN,
  },
  141010: {
    title: 'The business is not verified',
    advice:
      'Meta limits sending until the business is verified. Verify it in Meta’s Business settings, Security Center.',
    action: FIX,
  },
  141014: {
    title: 'The number or account is banned',
    advice:
      'Meta has banned this number or account. Open Business Support Home at Meta to see why and to ask for a review.',
    action: PAUSE_ACCOUNT,
  },
  1752041: {
    title: 'Already requested',
    advice: 'A partner has already asked Meta for this. There is nothing to do.',
    action: FIX,
  },
};
