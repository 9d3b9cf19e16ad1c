import { Expression } from '../../../../lib/simulator/sources/schedules/expression';
import { timeZone } from '../../../../lib/simulator/sources/schedules/time-zone';

const zone = (name?: string) => timeZone(new Expression('rate(1 day)', 'Shop/Nightly'), name);

test.each([undefined, 'UTC'])('the zone %p changes nothing', name => {
  expect(zone(name)).toMatchObject({ name: 'UTC' });
  expect(zone(name).local(1234)).toBe(1234);
  expect(zone(name).instant(1234)).toBe(1234);
});

test.each([
  ['Europe/Berlin', '2026-03-29T00:59:59.999Z', '2026-03-29T01:59:59.999Z'],
  ['Europe/Berlin', '2026-03-29T01:00:00.000Z', '2026-03-29T03:00:00.000Z'],
  ['America/New_York', '1970-01-01T00:00:00.000Z', '1969-12-31T19:00:00.000Z'],
  ['Australia/Lord_Howe', '2026-10-03T15:30:00.000Z', '2026-10-04T02:30:00.000Z'],
  ['Pacific/Apia', '2011-12-30T10:00:00.000Z', '2011-12-31T00:00:00.000Z'],
])('the clocks of %s show at %s %s', (name, instant, local) => {
  expect(new Date(zone(name).local(Date.parse(instant))).toISOString()).toBe(local);
  expect(zone(name).instant(Date.parse(local))).toBe(Date.parse(instant));
});

test('every instant is found by what the clocks show, or an earlier one at which they showed the same', () => {
  const lost: string[] = [];
  for (const name of ['Europe/Berlin', 'America/St_Johns', 'Africa/Casablanca', 'Pacific/Apia', 'Asia/Tehran']) {
    const place = zone(name);
    for (let instant = Date.UTC(2011, 0, 1); instant < Date.UTC(2013, 0, 1); instant += 1_800_000) {
      const local = place.local(instant);
      const first = place.instant(local);
      if (first === undefined || first > instant || place.local(first) !== local) {
        lost.push(`${name} ${new Date(instant).toISOString()}`);
      }
    }
  }

  expect(lost).toEqual([]);
});

test('the same zone is read once', () => {
  expect(zone('Asia/Tokyo')).toBe(zone('Asia/Tokyo'));
});

test.each(['Europe/Nowhere', '+01:00', 'constructor', 'Europe/Berlin\n'])('refuses %j', name => {
  expect(() => zone(name)).toThrow(new RangeError(
    `\`ScheduleExpressionTimezone\` must be a time zone of IANA, got: ${JSON.stringify(name)}. Write e.g. Europe/Berlin or UTC. [Shop/Nightly]`,
  ));
});

test.each(['', 'E'.repeat(51)])('refuses %j by its length', name => {
  expect(() => zone(name)).toThrow('`ScheduleExpressionTimezone` must be 1 to 50 characters, got: ');
});
