import type { ContactId } from '#shared/ids.ts';

export function ContactProfile({ contactId }: { readonly contactId: ContactId }) {
  return <aside>{contactId}</aside>;
}
