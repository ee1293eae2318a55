import { useTranslation } from 'react-i18next';
import {
  CAMPAIGN_DEEDS,
  CONSENT_STATES,
  CONTACT_SOURCES,
  WRITERS,
} from '#shared/models/segment.ts';
import type { Rule, RuleKind } from '#shared/models/segment.ts';
import { unreachable } from '#shared/unreachable.ts';
import { CampaignPeriod } from './CampaignPeriod.tsx';
import { Choice } from './Choice.tsx';
import { FieldTestFields } from './FieldTestFields.tsx';
import { newTest, newTime } from './new-rule.ts';
import { PlaceChoice } from './PlaceChoice.tsx';
import type { RuleNames } from './rule-names.ts';
import { ThingChoice } from './ThingChoice.tsx';
import { TimeFields } from './TimeFields.tsx';
import { YesOrNo } from './YesOrNo.tsx';

interface RuleFieldsProps<R extends Rule = Rule> {
  readonly rule: R;
  readonly names: RuleNames;
  readonly onChange: (rule: Rule) => void;
}

type Of<Kind extends RuleKind> = RuleFieldsProps<Extract<Rule, { readonly kind: Kind }>>;

const TIMES = ['within', 'longer_ago', 'before', 'since'] as const;
const TIMES_OR_NEVER = [...TIMES, 'never'] as const;

/** What a rule asks, as fields in the order in which one says it. */
export function RuleFields({ rule, names, onChange }: RuleFieldsProps) {
  const { t } = useTranslation();
  switch (rule.kind) {
    case 'label':
      return <LabelFields rule={rule} names={names} onChange={onChange} />;
    case 'consent':
      return (
        <Choice
          label={t('segments.field.consent')}
          value={rule.state}
          options={CONSENT_STATES.map((value) => ({ value, text: t(`segments.field.${value}`) }))}
          onChange={(state) => onChange({ ...rule, state })}
        />
      );
    case 'last_message':
      return <LastMessageFields rule={rule} names={names} onChange={onChange} />;
    case 'campaign':
      return <CampaignFields rule={rule} names={names} onChange={onChange} />;
    case 'field':
      return <CustomFieldFields rule={rule} names={names} onChange={onChange} />;
    case 'language':
    case 'country':
      return <PlaceChoice rule={rule} names={names} onChange={onChange} />;
    case 'source':
      return <SourceFields rule={rule} names={names} onChange={onChange} />;
    case 'window':
      return (
        <YesOrNo
          label={t('segments.field.window')}
          isYes={rule.isOpen}
          yes={t('segments.field.open')}
          no={t('segments.field.closed')}
          onChange={(isOpen) => onChange({ ...rule, isOpen })}
        />
      );
    case 'blocked':
      return (
        <YesOrNo
          label={t('segments.field.block')}
          isYes={rule.isBlocked}
          yes={t('segments.field.blocked')}
          no={t('segments.field.notBlocked')}
          onChange={(isBlocked) => onChange({ ...rule, isBlocked })}
        />
      );
    case 'created':
      return (
        <TimeFields
          test={rule.when}
          kinds={TIMES}
          onChange={(kind, days, date) => onChange({ ...rule, when: newTime(kind, days, date) })}
        />
      );
    default:
      return unreachable(rule);
  }
}

function LabelFields({ rule, names, onChange }: Of<'label'>) {
  const { t } = useTranslation();
  return (
    <>
      <YesOrNo
        label={t('segments.field.has')}
        isYes={rule.has}
        yes={t('segments.field.carries')}
        no={t('segments.field.lacks')}
        onChange={(has) => onChange({ ...rule, has })}
      />
      <ThingChoice
        label={t('segments.field.label')}
        things={names.labels}
        chosen={rule.labelId}
        choose={t('segments.field.chooseLabel')}
        gone={t('segments.field.goneLabel')}
        onChange={({ id }) => onChange({ ...rule, labelId: id })}
      />
    </>
  );
}

function LastMessageFields({ rule, onChange }: Of<'last_message'>) {
  const { t } = useTranslation();
  return (
    <>
      <Choice
        label={t('segments.field.from')}
        value={rule.from}
        options={WRITERS.map((value) => ({ value, text: t(`segments.field.${value}`) }))}
        onChange={(from) => onChange({ ...rule, from })}
      />
      <TimeFields
        test={rule.when}
        kinds={TIMES_OR_NEVER}
        onChange={(kind, days, date) =>
          onChange({ ...rule, when: kind === 'never' ? { kind } : newTime(kind, days, date) })
        }
      />
    </>
  );
}

function CampaignFields({ rule, names, onChange }: Of<'campaign'>) {
  const { t } = useTranslation();
  const any = { id: null, name: t('segments.field.anyCampaign') };
  return (
    <>
      <Choice
        label={t('segments.field.did')}
        value={rule.did}
        options={CAMPAIGN_DEEDS.map((value) => ({ value, text: t(`segments.field.${value}`) }))}
        onChange={(did) => onChange({ ...rule, did })}
      />
      <ThingChoice
        label={t('segments.field.campaign')}
        things={[any, ...names.campaigns]}
        chosen={rule.campaignId}
        choose=""
        gone={t('segments.field.goneCampaign')}
        onChange={({ id }) => onChange({ ...rule, campaignId: id })}
      />
      <CampaignPeriod days={rule.days} onChange={(days) => onChange({ ...rule, days })} />
    </>
  );
}

function CustomFieldFields({ rule, names, onChange }: Of<'field'>) {
  const { t } = useTranslation();
  const field = names.fields.find(({ id }) => id === rule.fieldId);
  return (
    <>
      <ThingChoice
        label={t('segments.field.field')}
        things={names.fields}
        chosen={rule.fieldId}
        choose={t('segments.field.chooseField')}
        gone={t('segments.field.goneField')}
        onChange={({ id, type }) =>
          onChange({
            ...rule,
            fieldId: id,
            test:
              rule.test.kind === type || rule.test.kind === 'filled' ? rule.test : newTest(type),
          })
        }
      />
      {field !== undefined && (
        <FieldTestFields
          type={field.type}
          test={rule.test}
          onChange={(test) => onChange({ ...rule, test })}
        />
      )}
    </>
  );
}

function SourceFields({ rule, onChange }: Of<'source'>) {
  const { t } = useTranslation();
  return (
    <>
      <YesOrNo
        label={t('segments.field.has')}
        isYes={rule.is}
        yes={t('segments.field.came')}
        no={t('segments.field.cameNot')}
        onChange={(is) => onChange({ ...rule, is })}
      />
      <Choice
        label={t('segments.field.source')}
        value={rule.source}
        options={CONTACT_SOURCES.map((value) => ({ value, text: t(`segments.field.${value}`) }))}
        onChange={(source) => onChange({ ...rule, source })}
      />
    </>
  );
}
