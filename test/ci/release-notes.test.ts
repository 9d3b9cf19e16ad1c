import { inFolder } from './folder';

const CHANGELOG = '# Changelog\n\n## 0.2.0 - 2026-12-01\n\n### Added\n\n- Two.\n\n## 0.1.0\n\n- One.\n';

test('the notes are the section of the newest version', () => {
  expect(notes('0.2.0')).toEqual({ code: 0, out: '### Added\n\n- Two.\n', problem: '' });
});

test.each(['0.1.0', '0.2.1', '0.2'])('version %s, which is not the newest of the changelog, is refused', version => {
  expect(notes(version)).toEqual({
    code: 1,
    out: '',
    problem: `package.json is at ${version}, but the newest version in CHANGELOG.md is "0.2.0 - 2026-12-01". Set the version in .projenrc.ts and run \`npx projen\`, or write the section.\n`,
  });
});

function notes(version: string) {
  return inFolder({ 'package.json': JSON.stringify({ version }), 'CHANGELOG.md': CHANGELOG }, 'release-notes.mjs');
}
