import { UserRound } from 'lucide-react';
import type { BodyProps } from './body-props.ts';
import { FileCard } from './FileCard.tsx';
import { MetaLine } from './MetaLine.tsx';

export function ContactCards({ content, meta }: BodyProps<'contacts'>) {
  return (
    <>
      {content.cards.map((card, index) => (
        <FileCard
          key={index}
          icon={UserRound}
          title={card.name}
          detail={[card.organisation, ...card.phones, ...card.emails].filter(Boolean).join(' · ')}
        />
      ))}
      <MetaLine>{meta}</MetaLine>
    </>
  );
}
