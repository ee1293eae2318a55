import { describe, expect, it } from 'vitest';
import { actionForRefusal, explainError, ruleForError } from '#shared/graph-errors.ts';

/** Every code that Meta's list names, by what is to be done. Source: meta-platform §4. */
const BY_ACTION: Readonly<Record<string, readonly number[]>> = {
  retry: [1, 2, 131000, 131016, 133004, 139102, 139103],
  slow: [130429],
  wait: [4, 17, 32, 613, 80007, 80008, 131057, 2494100],
  pair_wait: [131056],
  fail: [
    130403, 130472, 130497, 131021, 131026, 131049, 131062, 131070, 132005, 132008, 132012, 132018,
    132069, 133015, 134101,
  ],
  close_window: [131047],
  opt_out: [131050],
  'pause campaign': [
    131042, 131048, 131064, 132000, 132001, 132007, 132015, 132016, 132068, 139000, 141006,
  ],
  'pause number': [33, 803, 131037, 131045, 133010],
  'pause account': [0, 3, 10, 104, 190, 200, 210, 299, 368, 131005, 131031, 141014],
  fix: [
    131020, 131030, 131041, 131044, 131052, 131053, 131059, 131060, 131061, 131063, 131065, 131201,
    131207, 131215, 133000, 133005, 133006, 133008, 133009, 133016, 134011, 134102, 136024, 137000,
    138000, 138018, 138038, 139001, 139002, 139003, 139004, 139100, 139101, 141010, 147001, 147005,
    200005, 200007, 1752041, 2388012, 2388019, 2388023, 2388024, 2388039, 2388040, 2388047, 2388072,
    2388073, 2388091, 2388093, 2388103, 2388293, 2388299, 2494164, 2494165, 2494166, 2494167,
    2494168, 2494176, 2494179, 2494191, 2593107, 2593108, 2593109,
  ],
  bug: [100, 130501, 131008, 131009, 131051, 131055, 134100, 135000, 2494177],
};

const ALL = Object.entries(BY_ACTION).flatMap(([action, codes]) =>
  codes.map((code) => [code, action] as const),
);

function refusal(
  code: number | null,
  more: { subcode?: number; status?: number; isTransient?: boolean } = {},
) {
  const { subcode = null, status = 400, isTransient = false } = more;
  return actionForRefusal({ code, subcode, status, isTransient });
}

describe('the error table', () => {
  it.each(ALL)('answers %s with %s', (code, expected) => {
    const action = refusal(code);
    expect(action.kind === 'pause' ? `pause ${action.scope}` : action.kind).toBe(expected);
  });

  it.each(ALL)('explains %s in sentences for the owner', (code) => {
    const { title, advice } = explainError(code, null);
    expect(title).toMatch(/^[A-Z]/);
    expect(title).not.toMatch(/\d{4,}|\.$/);
    expect(advice).toMatch(/^[A-Z].*\.$/);
    expect(advice.length).toBeGreaterThan(30);
  });

  it('never sends marketing again within a day after WhatsApp held it back', () => {
    expect(refusal(131049)).toEqual({ kind: 'fail', retryAfterMs: 86_400_000 });
  });

  it('retries an unexplained error once and an unknown one twice', () => {
    expect(refusal(1)).toEqual({ kind: 'retry', maxAttempts: 2 });
    expect(refusal(131000)).toEqual({ kind: 'retry', maxAttempts: 3 });
  });

  it('looks behind error 100 for the subcode, and only there', () => {
    expect(refusal(100, { subcode: 33 })).toEqual({ kind: 'pause', scope: 'number' });
    expect(ruleForError(100, 2388024)?.title).toBe('The template’s name is taken');
    expect(refusal(100, { subcode: 424242 })).toEqual({ kind: 'bug' });
    expect(refusal(190, { subcode: 33 })).toEqual({ kind: 'pause', scope: 'account' });
  });

  it('fails what nobody has heard of, unless Meta calls it transient or too fast', () => {
    expect(refusal(987654)).toEqual({ kind: 'fail', retryAfterMs: null });
    expect(refusal(987654, { isTransient: true })).toMatchObject({ kind: 'retry' });
    expect(refusal(null, { status: 403 })).toEqual({ kind: 'fail', retryAfterMs: null });
    expect(refusal(null, { status: 429 })).toMatchObject({ kind: 'slow' });
    expect(refusal(131026, { isTransient: true })).toMatchObject({ kind: 'fail' });
  });

  it('says honestly that it does not know a code, with Meta’s own title', () => {
    const { title, advice } = explainError(987654, 'Strange new thing');
    expect(title).toBe('Strange new thing');
    expect(advice).toContain('987654');
    expect(explainError(987654, null).title).toContain('987654');
  });

  it('uses Frontdesk’s own words for its own failures', () => {
    expect(explainError(null, 'No number for this person').title).toBe('No number for this person');
    expect(explainError(null, null).title).not.toBe('');
  });
});
