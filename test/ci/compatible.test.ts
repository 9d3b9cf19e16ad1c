import { inFolder } from './folder';

const REMOVED = 'err  - PROP cdk-async-invoke.AsyncAlias.version: has been removed [removed:cdk-async-invoke.AsyncAlias.version]';
const INITIALIZER = 'err  - INITIALIZER cdk-async-invoke.alibaba.RosStack.<initializer>: newly required [new-argument:cdk-async-invoke.alibaba.RosStack.<initializer>]';

test('an API that breaks nothing passes', () => {
  expect(compared([], '')).toEqual({ code: 0, out: 'Nothing breaks since 0.1.0.\n', problem: '' });
});

test('what breaks is named, with what to write', () => {
  const { code, problem } = compared([REMOVED, INITIALIZER], '### Fixed\n\n- Something.\n');

  expect(code).toBe(1);
  expect(problem).toBe(`The API breaks what 0.1.0 had:\n\n${REMOVED}\n${INITIALIZER}\n\nUndo that, or name it under Changed or Removed of the newest version in CHANGELOG.md and say what to change: `
    + '`AsyncAlias.version`, `alibaba.RosStack`.\n');
});

test.each(['Changed', 'Removed'])('what the newest version names under %s passes', heading => {
  expect(compared([REMOVED, INITIALIZER], `### ${heading}\n\n- \`AsyncAlias.version\` is gone, and\n  \`alibaba.RosStack\` needs an id.\n`))
    .toEqual({ code: 0, out: 'The changelog names 2 breaking changes since 0.1.0.\n', problem: '' });
});

test.each([
  ['the element is only added or fixed', '### Added\n\n- `AsyncAlias.version`\n\n### Fixed\n\n- `AsyncAlias.version`\n'],
  ['an older version names it', '### Added\n\n- x\n\n## 0.1.0\n\n### Changed\n\n- `AsyncAlias.version`\n'],
  ['another element begins like it', '### Changed\n\n- `AsyncAlias.versions`, `AsyncAlias`\n'],
])('it does not pass if %s', (_, changelog) => {
  expect(compared([REMOVED], changelog).code).toBe(1);
});

function compared(lines: string[], newest: string) {
  return inFolder({
    '.ci/api.json': JSON.stringify({ name: 'cdk-async-invoke', version: '0.1.0' }),
    'CHANGELOG.md': `# Changelog\n\n## 0.2.0\n\n${newest}`,
    'diff': ['Original assembly: cdk-async-invoke@0.1.0', ...lines, ''].join('\n'),
  }, 'compatible.mjs', 'diff');
}
