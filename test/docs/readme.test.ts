import { asExcerpt, fences, page } from './pages';
import { synthesized } from './synthesized';
import { run } from '../../lib/cli/run';
import { scripts } from '../../package.json';

const README = page('README.md');
const FENCES = fences(README);
const [APP] = FENCES.filter(({ info }) => info === 'ts nofixture name=first-app');

test('is short enough to be read', () => {
  expect(Buffer.byteLength(README)).toBeLessThanOrEqual(15 * 1024);
});

test('shows the two commands for a clone, at the top and to contributors', () => {
  const commands = FENCES.filter(({ info }) => info === 'sh').map(({ text }) => text.replace(/ *#.*/g, ''));

  expect(commands).toEqual(Array(2).fill('npm ci && npm run demo\nnpm ci && npm test\n'));
  expect(scripts).toMatchObject({ demo: expect.any(String), test: expect.any(String) });
});

describe('its first app', () => {
  const directory = synthesized(APP.text);
  const shown = (command: string) => FENCES.find(({ text }) => text.startsWith(`$ ${command}`))!.text.split('\n').slice(1).join('\n');

  test('has nothing that fails or loses events', async () => {
    expect(await run(['check', directory, '--strict'], { colours: false })).toMatchObject({ code: 0 });
  });

  test('simulates as shown', async () => {
    const { out } = await run(['simulate', directory, '--function', 'TakeOrder:live', '--fail'], { colours: false });

    expect(out).toMatch(asExcerpt(shown('npx cdk-async-invoke simulate --function TakeOrder:live --fail')));
  });
});

test('shows the findings that the page about checks explains', () => {
  const findings = FENCES.find(({ text }) => text.includes('cdk-async-invoke check'))!.text.split('\n').slice(1).join('\n');

  expect(fences(page('docs/checks.md')).map(({ text }) => text)).toContain(findings);
});
