import * as fc from 'fast-check';
import { apply } from './mended';
import { CHECKS, findings, type Finding } from '../../lib/checks';
import { cdkSnippet, fixOf, jsonPatch } from '../../lib/fixes';
import { readTemplates, type Topology } from '../../lib/topology';
import { resourceEntries, sections, template } from '../topology/generated-templates';
import { FIXED } from '../topology/templates';

test('whatever a template says, a fix mends its finding', () => {
  let fixes = 0;
  fc.assert(fc.property(resourceEntries, sections, (entries, others) => {
    const document = template(entries, others) as { Resources: Record<string, unknown> };
    const topology = read(document);
    const raw = (key: string) => Object.hasOwn(document.Resources, key.slice('S.'.length)) ? document.Resources[key.slice('S.'.length)] : undefined;
    for (const finding of findings(topology, CHECKS)) {
      const fix = fixOf(topology, raw, finding);
      const mended = structuredClone(document);
      jsonPatch(topology, raw, fix?.changes ?? []).forEach(operation => apply(mended, operation));
      cdkSnippet(topology, fix?.changes ?? []);

      expect([fix, fix && placesOf(finding, read(mended))]).toEqual([fix, fix && []]);
      fixes += fix ? 1 : 0;
    }
  }), { seed: 1, numRuns: 1_500 });
  expect(fixes).toBeGreaterThan(50);
});

function read(document: unknown): Topology {
  return readTemplates([{ name: 'S', template: document, environment: FIXED }]);
}

/** The findings of the same id at the same place. */
function placesOf({ id, logicalId, property }: Finding, topology: Topology): Finding[] {
  return findings(topology, CHECKS).filter(other => other.id === id && other.logicalId === logicalId && other.property === property);
}
