import { exampleOf } from './examples';
import { coded, fixesIn, named, patched } from './mended';
import { REVEALED } from './together';
import { CHECKS } from '../../lib/checks';
import { FIXERS } from '../../lib/fixes';

const CHECKED = CHECKS.map(({ rule }) => rule.id).filter(id => id in FIXERS).sort();

test('every rule has a fix', () => {
  expect(CHECKS.map(({ rule }) => rule.id).filter(id => !(id in FIXERS))).toEqual([]);
});

describe.each(CHECKED)('the example of %s', id => {
  const build = exampleOf(id);

  test('is mended by the change of the template, which adds no finding', () => {
    const [{ finding }] = fixesIn(build, id);
    const { gone, added } = patched(build, id);

    expect(gone).toContain(named(finding));
    expect(added.filter(each => each !== REVEALED)).toEqual([]);
  });

  test('is mended by the change of the code, which adds no finding', () => {
    const [{ finding }] = fixesIn(build, id);
    const { gone, added } = coded(build, id);

    expect(gone).toContain(named(finding));
    expect(added.filter(each => each !== REVEALED)).toEqual([]);
  });
});
