import type { Finding } from '../../../lib/checks';
import type { Checked } from '../../../lib/cli/checked';
import { Sources } from '../../../lib/cli/input/sources';
import { readTemplates } from '../../../lib/topology';
import { FN } from '../../checks/small-templates';

/** One thing that is wrong. */
export function findingOf(changes: Partial<Finding> = {}): Finding {
  return {
    id: 'NoQueue',
    severity: 'error',
    stack: 'S',
    logicalId: 'Fn',
    path: 'S/Fn/Resource',
    property: 'P',
    value: 'v',
    message: '`P` must be no queue, got: v.',
    source: 'AWS, a page',
    ...changes,
  };
}

/** What a check of two stacks has found; one of them may declare more than could be read. */
export function checkedOf(findings: readonly Finding[], acknowledged: readonly Finding[] = [], transform?: string): Checked {
  const topology = readTemplates([
    { name: 'S', template: { Resources: { Fn: FN }, Transform: transform } },
    { name: 'T', template: { Resources: {} } },
  ]);
  return { ofTemplates: false, sources: Sources.ofTemplates([], topology), topology, findings, acknowledged };
}
