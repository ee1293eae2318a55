import { Words } from '../message/Words.tsx';
import type { BodyProps } from './body-props.ts';
import styles from './content.module.css';

export function InteractiveBody({ content, meta }: BodyProps<'interactive'>) {
  return (
    <>
      {content.header !== null && (
        <p dir="auto" className={styles['heading']}>
          {content.header}
        </p>
      )}
      <Words text={content.body} meta={meta} />
      {content.footer !== null && (
        <p dir="auto" className={styles['footer']}>
          {content.footer}
        </p>
      )}
      {content.choices.length > 0 && (
        <ul className={styles['choices']}>
          {content.choices.map((choice, index) => (
            <li key={index} dir="auto" className={styles['choice']}>
              {choice}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
