/**
 * Whether the row `c` of `contact` is a person. Groups have a nameless contact too, and whoever was
 * erased may have left one: nobody goes by it.
 */
export const IS_PERSON = 'EXISTS (SELECT 1 FROM contact_identity p WHERE p.contact_id = c.id)';
