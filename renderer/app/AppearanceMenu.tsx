import { useTranslation } from 'react-i18next';
import { Menu } from '@base-ui/react/menu';
import { Check, Monitor, Moon, Sun } from 'lucide-react';
import type { Preferences } from '#shared/preferences.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { changePreferences, usePreferences } from '../stores/preferences.ts';
import menuStyles from '../ui/Menu.module.css';
import styles from './AppearanceMenu.module.css';

const THEMES = ['system', 'light', 'dark'] as const satisfies readonly Preferences['theme'][];
const DENSITIES = ['comfortable', 'compact'] as const satisfies readonly Preferences['density'][];
const THEME_ICONS = { system: Monitor, light: Sun, dark: Moon } as const;

export function AppearanceMenu() {
  const { t } = useTranslation();
  const preferences = usePreferences((state) => state.preferences);
  if (preferences === undefined) return null;
  const { theme, density, notifications, sendDelaySeconds } = preferences;
  return (
    <Menu.Root>
      <Menu.Trigger
        render={
          <IconButton
            icon={THEME_ICONS[theme]}
            label={t('rail.appearance')}
            tone="rail"
            side="inline-end"
          />
        }
      />
      <Menu.Portal>
        <Menu.Positioner
          side="inline-end"
          align="end"
          sideOffset={14}
          className={menuStyles['place']}
        >
          <Menu.Popup className={menuStyles['menu']}>
            <Choice
              title={t('appearance.theme')}
              options={THEMES}
              value={theme}
              onChoose={(chosen) => void changePreferences({ theme: chosen })}
            />
            <Menu.Separator className={styles['line']} />
            <Choice
              title={t('appearance.density')}
              options={DENSITIES}
              value={density}
              onChoose={(chosen) => void changePreferences({ density: chosen })}
            />
            <Menu.Separator className={styles['line']} />
            <Menu.CheckboxItem
              className={styles['item']}
              checked={notifications}
              onCheckedChange={(checked) => void changePreferences({ notifications: checked })}
            >
              <Menu.CheckboxItemIndicator className={styles['mark']}>
                <Check aria-hidden="true" size={16} strokeWidth={2} />
              </Menu.CheckboxItemIndicator>
              {t('appearance.notifications')}
            </Menu.CheckboxItem>
            <Menu.CheckboxItem
              className={styles['item']}
              checked={sendDelaySeconds > 0}
              onCheckedChange={(checked) =>
                void changePreferences({ sendDelaySeconds: checked ? 5 : 0 })
              }
            >
              <Menu.CheckboxItemIndicator className={styles['mark']}>
                <Check aria-hidden="true" size={16} strokeWidth={2} />
              </Menu.CheckboxItemIndicator>
              {t('appearance.sendDelay')}
            </Menu.CheckboxItem>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

type Option = Preferences['theme'] | Preferences['density'];

interface ChoiceProps<O extends Option> {
  readonly title: string;
  readonly options: readonly O[];
  readonly value: O;
  readonly onChoose: (option: O) => void;
}

function Choice<O extends Option>({ title, options, value, onChoose }: ChoiceProps<O>) {
  const { t } = useTranslation();
  const nameOf = (option: Option) => t(`appearance.${option}`);
  return (
    <Menu.Group>
      <Menu.GroupLabel className={styles['title']}>{title}</Menu.GroupLabel>
      <Menu.RadioGroup value={value} onValueChange={onChoose}>
        {options.map((option) => (
          <Menu.RadioItem key={option} value={option} className={styles['item']}>
            <Menu.RadioItemIndicator className={styles['mark']}>
              <Check aria-hidden="true" size={16} strokeWidth={2} />
            </Menu.RadioItemIndicator>
            {nameOf(option)}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </Menu.Group>
  );
}
