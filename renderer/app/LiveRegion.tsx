import { Hidden } from '../ui/Hidden.tsx';
import { useLiveText } from '../stores/live-text.ts';

export function LiveRegion() {
  const text = useLiveText((state) => state.text);
  return (
    <Hidden>
      <span aria-live="polite">{text}</span>
    </Hidden>
  );
}
