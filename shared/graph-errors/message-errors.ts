import type { ErrorRule, ErrorTable } from './rule.ts';
import {
  BUG,
  CLOSE_WINDOW,
  FAIL,
  FIX,
  OPT_OUT,
  RETRY,
  RETRY_ONCE,
  RETRY_THRICE,
  failForMinutes,
} from './rule.ts';

const DAY_IN_MINUTES = 24 * 60;

const NOT_UNDERSTOOD: ErrorRule = {
  title: 'WhatsApp did not understand the message',
  advice:
    'Something in the message has a form that WhatsApp does not accept. Check what you filled in, and send it another way if it looks right; trying again unchanged does not help.',
  action: BUG,
};

const OUTAGE: ErrorRule = {
  title: 'WhatsApp is not available at the moment',
  advice:
    'Meta’s service is overloaded or interrupted. Frontdesk tries again by itself. If it lasts, look at metastatus.com/whatsapp-business-api.',
  action: RETRY,
};

const OTHER_ENDPOINT: ErrorRule = {
  title: 'WhatsApp wants this template sent another way',
  advice:
    'Marketing templates of this account go through Meta’s Marketing Messages service only, which is not set up here. Set it up in WhatsApp Manager, or use a template of another category.',
  action: FIX,
};

/** About one message and its recipient. Source: meta-platform §4.4. */
export const MESSAGE_ERRORS: ErrorTable = {
  1: {
    title: 'WhatsApp had a problem of its own',
    advice:
      'Meta reported an unexplained error. Frontdesk tried a second time. Wait a little and try again; if it lasts, look at metastatus.com/whatsapp-business-api.',
    action: RETRY_ONCE,
  },
  2: OUTAGE,
  100: NOT_UNDERSTOOD,
  130403: {
    title: 'You have blocked this person',
    advice:
      'Messages cannot be sent to somebody you have blocked. Unblock the person first, then send again.',
    action: FAIL,
  },
  130472: {
    title: 'Not delivered: part of an experiment by WhatsApp',
    advice:
      'WhatsApp holds back marketing messages to some people to study them, and this person is one of them. Nothing is charged. Reach the person another way; trying again does not help.',
    action: FAIL,
  },
  130501: {
    title: 'Groups do not take this kind of message',
    advice:
      'This kind of message cannot be sent to a group. Send a text, a picture or a file instead.',
    action: BUG,
  },
  131000: {
    title: 'WhatsApp could not send the message',
    advice:
      'Meta reported an unknown error, three times in a row. Wait a little and try again; if it lasts, contact Meta’s support.',
    action: RETRY_THRICE,
  },
  131008: NOT_UNDERSTOOD,
  131009: NOT_UNDERSTOOD,
  131016: OUTAGE,
  131021: {
    title: 'This is your own number',
    advice: 'A number cannot write to itself. Choose another recipient.',
    action: FAIL,
  },
  131026: {
    title: 'The message could not be delivered',
    advice:
      'The number may not be on WhatsApp, its app may be very old, or the person has not accepted WhatsApp’s newest terms. Check the number, or reach the person another way.',
    action: FAIL,
  },
  131030: {
    title: 'This number is not on your list of test recipients',
    advice:
      'Meta’s test number may write only to the recipients you listed. Add this number under WhatsApp, API Setup in Meta’s app dashboard, or send from a number of your own.',
    action: FIX,
  },
  131047: {
    title: 'More than 24 hours since the customer last wrote',
    advice:
      'WhatsApp allows free text only within 24 hours after the customer’s last message. Send an approved template; when the customer answers, you can write freely again.',
    action: CLOSE_WINDOW,
  },
  131049: {
    title: 'WhatsApp held this message back',
    advice:
      'WhatsApp limits how many marketing messages a person gets from all businesses together, and did not deliver this one. Do not send it again before 24 hours have passed.',
    action: failForMinutes(DAY_IN_MINUTES),
  },
  131050: {
    title: 'This person has stopped your marketing messages',
    advice:
      'The customer chose in WhatsApp to get no more offers from you. Frontdesk leaves this person out of campaigns from now on. You can still answer when the person writes.',
    action: OPT_OUT,
  },
  131051: {
    title: 'WhatsApp does not support this kind of message',
    advice: 'This kind of message cannot be sent. Send it as a text, a picture or a file.',
    action: BUG,
  },
  131052: {
    title: 'The customer’s file could not be fetched',
    advice:
      'The file is too large or could not be loaded. Ask the customer to send it again, or as a smaller file.',
    action: FIX,
  },
  131053: {
    title: 'WhatsApp could not use the file',
    advice:
      'The file’s format or size does not suit WhatsApp, or its link could not be opened. Convert it (JPEG or PNG, MP4 with H.264 and AAC, PDF) and send it again.',
    action: FIX,
  },
  131055: {
    title: 'Only marketing templates go this way',
    advice:
      'Meta’s Marketing Messages service takes marketing templates only. Choose another template.',
    action: BUG,
  },
  131060: {
    title: 'The customer’s message is not available',
    advice: 'WhatsApp did not hand this message over. Ask the customer to send it again.',
    action: FIX,
  },
  131061: OTHER_ENDPOINT,
  131062: {
    title: 'This message needs a phone number',
    advice:
      'The customer is known by a WhatsApp name only, and this kind of message needs a phone number. Ask the customer to share it, or send another kind of message.',
    action: FAIL,
  },
  131063: OTHER_ENDPOINT,
  131065: {
    title: 'No price limit available for this country',
    advice:
      'Templates with a maximum price cannot be sent to this country. Use a template with the normal price.',
    action: FIX,
  },
  131070: {
    title: 'Somebody else answers this chat',
    advice:
      'Another service, such as Meta’s Business Agent, owns this chat at the moment. Take the chat over there before you write, or wait until it is handed back.',
    action: FAIL,
  },
  134011: {
    title: 'The terms of WhatsApp Payments are not accepted',
    advice: 'Accept the terms of WhatsApp Payments in WhatsApp Manager, then send again.',
    action: FIX,
  },
  134100: {
    title: 'Only marketing templates go this way',
    advice:
      'Meta’s Marketing Messages service takes marketing templates only. Choose another template.',
    action: BUG,
  },
  134101: {
    title: 'The template is still being prepared',
    advice:
      'Meta needs up to ten minutes before a new template can be sent this way. Try again after that.',
    action: failForMinutes(10),
  },
  134102: {
    title: 'The template cannot be sent this way',
    advice:
      'The account is not set up for Meta’s Marketing Messages service. Check it in WhatsApp Manager.',
    action: FIX,
  },
  135000: NOT_UNDERSTOOD,
  137000: {
    title: 'The customer’s identity has changed',
    advice:
      'The customer has a new phone or installed WhatsApp again. Make sure that it is still the same person, then send again.',
    action: FIX,
  },
};
