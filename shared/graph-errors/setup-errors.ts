import type { ErrorRule, ErrorTable } from './rule.ts';
import { BUG, FIX, PAUSE_CAMPAIGN, RETRY, failForMinutes } from './rule.ts';

const MIGRATION: ErrorRule = {
  title: 'The number cannot be moved',
  advice:
    'Meta refused to move the number to this account. Read the details, correct them in WhatsApp Manager and try again.',
  action: FIX,
};

const TOO_MANY_PINS: ErrorRule = {
  title: 'The PIN was tried too often',
  advice:
    'Meta wants a pause after wrong PINs. Wait as long as the details say, then enter the right one.',
  action: FIX,
};

const GROUP: ErrorRule = {
  title: 'WhatsApp refused this for the group',
  advice:
    'The group, its members or this number do not allow it. Read Meta’s details; trying again unchanged does not help.',
  action: FIX,
};

const USERNAME: ErrorRule = {
  title: 'This username cannot be used',
  advice:
    'The name is taken or this number may not have it. Choose another one, or see the details in WhatsApp Manager.',
  action: FIX,
};

const PLACEHOLDER: ErrorRule = {
  title: 'A placeholder in the signup text is wrong',
  advice:
    'The text uses a placeholder that WhatsApp does not know, or one without a value. Correct the text.',
  action: FIX,
};

const NO_INSIGHTS: ErrorRule = {
  title: 'No figures for this template',
  advice: 'Meta does not offer figures for this account or template.',
  action: FIX,
};

/** Registration, flows, blocks, groups, usernames, signups, coexistence. Source: meta-platform §4.6 and §4.8. */
export const SETUP_ERRORS: ErrorTable = {
  133000: {
    title: 'The number is not fully deregistered',
    advice: 'Deregister the number once more, then register it.',
    action: FIX,
  },
  133004: {
    title: 'Registration is not available at the moment',
    advice: 'Meta’s server does not answer. Try again a little later.',
    action: RETRY,
  },
  133005: {
    title: 'The PIN is wrong',
    advice: 'Enter the six-digit PIN of this number, or set a new one in WhatsApp Manager.',
    action: FIX,
  },
  133006: {
    title: 'The number must be verified first',
    advice: 'Have Meta send a code to the number and enter it, then register.',
    action: FIX,
  },
  133008: TOO_MANY_PINS,
  133009: TOO_MANY_PINS,
  133015: {
    title: 'The number was deleted a moment ago',
    advice: 'Wait five minutes before you register it again.',
    action: failForMinutes(5),
  },
  136024: {
    title: 'The number is verified already',
    advice: 'There is no need for a code. Go on with the registration.',
    action: FIX,
  },
  2388012: MIGRATION,
  2388091: MIGRATION,
  2388093: MIGRATION,
  2388103: MIGRATION,

  139000: {
    title: 'The flow is blocked',
    advice: 'WhatsApp has blocked this flow. See the reason in WhatsApp Manager.',
    action: PAUSE_CAMPAIGN,
  },
  139001: {
    title: 'A published flow cannot be changed',
    advice: 'Make a copy of the flow and change that one.',
    action: FIX,
  },
  139002: {
    title: 'The flow cannot be published',
    advice: 'The flow still has errors. Read the list of errors, correct them and publish again.',
    action: FIX,
  },
  139003: {
    title: 'Only a published flow can be retired',
    advice: 'This flow was never published. Delete it instead.',
    action: FIX,
  },
  139004: {
    title: 'A published flow cannot be deleted',
    advice: 'Retire the flow instead of deleting it.',
    action: FIX,
  },
  139100: {
    title: 'Not everybody could be blocked or unblocked',
    advice:
      'WhatsApp did it for some and refused it for others; each line says why. People can be blocked within 24 hours after they wrote.',
    action: FIX,
  },
  139101: {
    title: 'The block list is full',
    advice: 'WhatsApp keeps 64,000 blocked people per number. Unblock some before you block more.',
    action: FIX,
  },
  139102: {
    title: 'The block list changed meanwhile',
    advice: 'The list was changed while it was read. Read it again from the start.',
    action: RETRY,
  },
  139103: {
    title: 'The block list is not available at the moment',
    advice: 'Meta reported an error of its own. Try again a little later.',
    action: RETRY,
  },
  131020: GROUP,
  131041: GROUP,
  131059: GROUP,
  147001: USERNAME,
  147002: USERNAME,
  147003: USERNAME,
  147004: USERNAME,
  147005: USERNAME,
  2494164: {
    title: 'Meta does not know this signup',
    advice: 'It was deleted or belongs to another account. Load the list again.',
    action: FIX,
  },
  2494165: {
    title: 'Signups are not available for this account',
    advice: 'Meta has not opened in-app signups for this account yet.',
    action: FIX,
  },
  2494166: PLACEHOLDER,
  2494167: PLACEHOLDER,
  2494168: {
    title: 'The terms of signups are not accepted',
    advice: 'Read and accept Meta’s terms before the first signup is made.',
    action: FIX,
  },
  2494176: {
    title: 'The terms were accepted before',
    advice: 'Make the signup again without accepting the terms a second time.',
    action: FIX,
  },
  2494177: {
    title: 'The address of the terms is not allowed',
    advice: 'Meta does not accept this address of the terms.',
    action: BUG,
  },
  2494179: {
    title: 'The website must begin with https',
    advice: 'Enter the address of the website with https://.',
    action: FIX,
  },
  2494191: {
    title: 'This chat cannot be taken over from here',
    advice: 'Only the service that Meta appointed for escalations may take this chat over.',
    action: FIX,
  },
  2593107: {
    title: 'Already synchronised',
    advice:
      'The contacts or the history of the phone app were handed over before. There is nothing to do.',
    action: FIX,
  },
  2593108: {
    title: 'Too late for the history',
    advice: 'The history can be handed over only within 24 hours after connecting the number.',
    action: FIX,
  },
  2593109: {
    title: 'The history was not shared',
    advice: 'The owner of the phone app chose not to share the history.',
    action: FIX,
  },
  200005: NO_INSIGHTS,
  200006: NO_INSIGHTS,
  200007: NO_INSIGHTS,
};

export const GROUP_ERROR: ErrorRule = GROUP;

export const CALLING_ERROR: ErrorRule = {
  title: 'The call did not work',
  advice: 'WhatsApp refused the call. Frontdesk does not make calls; use the phone.',
  action: FIX,
};
