/** So many people a command changes at once: the main loop must be free again soon. */
export const MOST_LABELLED = 500;
export const MOST_DELETED = 25;
