import { coded, fixesIn, named, patched, type Build } from './mended';
import { CHECKS } from '../../lib/checks';
import { FIXERS } from '../../lib/fixes';

function exampleOf(id: string): Build {
  const file = id.replace(/(?!^)[A-Z]/g, letter => `-${letter}`).toLowerCase();
  return jest.requireActual(`../../pages/rules/examples/${file}`).found;
}

test('every fixer is for a rule that is checked', () => {
  const ids = CHECKS.map(({ rule }) => rule.id);

  expect(Object.keys(FIXERS).filter(id => !ids.includes(id))).toEqual([]);
});

describe.each(Object.keys(FIXERS))('the example of %s', id => {
  const build = exampleOf(id);

  test('is mended by the change of the template, which adds no finding', () => {
    const [{ finding }] = fixesIn(build, id);
    const { gone, added } = patched(build, id);

    expect(gone).toContain(named(finding));
    expect(added).toEqual([]);
  });

  test('is mended by the change of the code, which adds no finding', () => {
    const [{ finding }] = fixesIn(build, id);
    const { gone, added } = coded(build, id);

    expect(gone).toContain(named(finding));
    expect(added).toEqual([]);
  });
});
