import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entryOf } from '../../../lib/cli/init/entry';

function entry(app: string, ...files: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'entry-'));
  writeFileSync(join(folder, 'cdk.json'), JSON.stringify({ app }));
  for (const file of files) {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), '');
  }
  return entryOf(folder);
}

test.each([
  ['npx ts-node --prefer-ts-exts bin/shop.ts', ['bin/shop.ts'], 'typescript', 'bin/shop.ts'],
  ['npx tsc && npx tsx bin/shop.ts', ['bin/shop.ts', 'bin/shop.js', 'tsconfig.json'], 'typescript', 'bin/shop.ts'],
  ['npx ts-node -P tsconfig.json -r ./register.ts "src/main.ts"', ['register.ts', 'src/main.ts', 'tsconfig.json'], 'typescript', 'src/main.ts'],
  ['npx tsc && node bin/shop.js', ['bin/shop.ts', 'bin/shop.js', 'tsconfig.json'], 'typescript', 'bin/shop.ts'],
  ['node bin/shop.mjs', ['bin/shop.mts', 'bin/shop.mjs'], 'typescript', 'bin/shop.mts'],
  ['node bin/shop.js', ['bin/shop.js'], 'typescript', 'bin/shop.js'],
  ['node dist/shop.js', ['dist/shop.js', 'tsconfig.json'], 'typescript', undefined],
  ['npx tsx bin/gone.ts', [], 'typescript', undefined],
  ['npm run app', [], 'typescript', undefined],
  ['python3 app.py', ['app.py'], 'python', 'app.py'],
  ['.venv/bin/python app.py', ['app.py'], 'python', 'app.py'],
  ['poetry run python shop/app.py', ['shop/app.py'], 'python', 'shop/app.py'],
  ['uv run app.py', ['app.py'], 'python', 'app.py'],
  ['python3 -m shop.app', ['shop/app.py'], 'python', undefined],
  ['mvn -e -q compile exec:java', [], 'java', undefined],
  ['./gradlew run', [], 'java', undefined],
  ['dotnet run --project src/Shop/Shop.csproj', [], 'csharp', undefined],
  ['go mod download && go run shop.go', ['shop.go'], 'go', undefined],
])('the command `%s` with the files %j has the language %s and the source %s', (app, files, language, file) => {
  expect(entry(app, ...files)).toEqual({ language, file });
});
