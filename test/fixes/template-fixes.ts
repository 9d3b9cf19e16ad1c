import { apply } from './mended';
import { CHECKS, findings } from '../../lib/checks';
import { fixesOf, jsonPatch } from '../../lib/fixes';
import { readTemplates } from '../../lib/topology';
import { FIXED } from '../topology/templates';

/** A template with one finding of an id that is looked at: what its fix changes, and what is found afterwards. */
export interface TemplateFix {
  readonly summary?: string;

  /** The operations, e.g. "replace /Resources/Config/Properties/Qualifier". */
  readonly operations: string[];

  /** The values that the operations write. */
  readonly values: unknown[];

  /** How often the id is found before and after. */
  readonly found: [before: number, after: number];
}

/** Fixes a finding of a template. */
export function fixed(id: string, Resources: Record<string, unknown>, sections: object = {}, index = 0): TemplateFix {
  const template = structuredClone({ ...sections, Resources });
  const read = () => readTemplates([{ name: 'S', template, environment: FIXED }]);
  const topology = read();
  const found = () => findings(read(), CHECKS).filter(finding => finding.id === id);
  const before = found();
  const raw = (key: string) => (template.Resources as Record<string, unknown>)[key.slice('S.'.length)];
  const fix = fixesOf(topology, raw, [before[index]]).get(before[index]);
  const operations = jsonPatch(topology, raw, fix?.changes ?? []);
  operations.forEach(operation => apply(template, operation));
  return {
    summary: fix?.summary,
    operations: operations.map(({ op, path }) => `${op} ${path}`),
    values: operations.map(({ value }) => value),
    found: [before.length, found().length],
  };
}

/** What is left as it is. */
export function unfixed(found: number): TemplateFix {
  return { summary: undefined, operations: [], values: [], found: [found, found] };
}
