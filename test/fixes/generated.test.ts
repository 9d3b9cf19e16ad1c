import * as fc from 'fast-check';
import { together, type TemplateOf } from './together';
import { resourceEntries, sections, template } from '../topology/generated-templates';

test('whatever a template says, its fixes mend all their findings, alone and together', () => {
  let fixes = 0;
  fc.assert(fc.property(resourceEntries, sections, (entries, others) => {
    const { fixed, left, leftAlone } = together(template(entries, others) as TemplateOf);

    expect({ fixed, left, leftAlone }).toEqual({ fixed, left: [], leftAlone: [] });
    fixes += fixed.length;
  }), { seed: 1, numRuns: 1_500 });
  expect(fixes).toBeGreaterThan(50);
});
