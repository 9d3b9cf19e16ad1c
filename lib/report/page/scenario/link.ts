import { BROKEN, MOST, TROUBLES, type Scenario } from './scenario';
import { MAX_EVENT_AGE } from '../../../constraints/aws-lambda/event-invoke-config';

/** The fragment of a link that keeps a scenario, without `#`. Settings that are as usual are left out. */
export function fragmentOf(scenario: Scenario): string {
  const { function: fn, trouble, times, denied, kilobytes, retries, age, destination, at } = scenario;
  const parts: Record<string, string | number | undefined> = {
    f: fn,
    fail: trouble === BROKEN.trouble ? undefined : trouble,
    times: times || undefined,
    denied: denied ? 1 : undefined,
    kb: kilobytes === BROKEN.kilobytes ? undefined : kilobytes,
    retries,
    age,
    to: destination,
    at,
  };
  const given = Object.entries(parts).flatMap(([name, value]) => value === undefined ? [] : [[name, String(value)] as [string, string]]);
  return new URLSearchParams(given).toString();
}

/** The scenario that a fragment keeps; undefined if it names no function. What is out of range is as usual. */
export function scenarioOf(fragment: string): Scenario | undefined {
  const parts = new URLSearchParams(fragment.replace(/^#/, ''));
  const fn = parts.get('f');
  const number = (name: string, min: number, max: number) => {
    const text = parts.get(name);
    const value = text !== null && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
    return value === undefined || value < min || value > max ? undefined : value;
  };
  return fn === null ? undefined : {
    function: fn,
    trouble: TROUBLES.find(trouble => trouble === parts.get('fail')) ?? BROKEN.trouble,
    times: number('times', 0, MOST.times) ?? BROKEN.times,
    denied: parts.get('denied') === '1',
    kilobytes: number('kb', 1, MOST.kilobytes) ?? BROKEN.kilobytes,
    retries: number('retries', 0, MOST.retries),
    age: number('age', MAX_EVENT_AGE.min, MOST.age),
    destination: parts.get('to') ?? undefined,
    at: number('at', 0, Number.MAX_SAFE_INTEGER),
  };
}
