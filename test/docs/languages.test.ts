import { fences, page } from './pages';

const FENCES = fences(page('docs/languages.md'));
const FILES = FENCES.filter(({ info }) => !/^(sh|xml)$/.test(info)).map(({ info, text }) => ({ text, file: /^(?:csharp|go|java|python) file=(\S+)$/.exec(info)?.[1] }));

test('shows a first app and a destination in each language', () => {
  expect(FILES.map(({ file }) => file)).toEqual([
    'languages/python/first_app.py', 'languages/python/ledger.py',
    'languages/java/src/main/java/FirstApp.java', 'languages/java/src/main/java/Ledger.java',
    'rosetta/translations/first-app.go', 'languages/go/ledger.go',
    'languages/dotnet/FirstApp.cs', 'languages/dotnet/Ledger.cs',
  ]);
});

test.each(FILES)('shows $file, which a guard runs or compiles', ({ file, text }) => {
  expect(text).toBe(page(file!));
});
