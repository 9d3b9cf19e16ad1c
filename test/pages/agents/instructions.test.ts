import { run } from '../../../lib/cli/run';
import { instructions } from '../../../pages/agents/instructions';
import { fences } from '../../docs/pages';

const [{ info, text }] = fences(instructions());

test('is a block of Markdown to paste, with a heading of its own', () => {
  expect(info).toBe('md');
  expect(text).toMatch(/^## /);
});

test('names commands and options that exist', async () => {
  const calls = [...text.matchAll(/npx cdk-async-invoke (\w+)([^`]*)`/g)];

  expect(calls.map(([, command]) => command)).toEqual(['check', 'check', 'explain', 'simulate']);
  for (const [, command, rest] of calls) {
    const options = rest.split(/\s+/).filter(word => word !== '' && !/^[A-Z.]+$|^cdk\.out$/.test(word)).flatMap(option => option === '--explain' || option === '--function' ? [option, 'x'] : [option]);
    expect(await run([command, ...options, '--help'], { colours: false })).toMatchObject({ code: 0 });
  }
});

test('shows an acknowledgement as code', () => {
  expect(text).toContain("`Validations.of(fn).acknowledge({ id: 'cdk-async-invoke:NoFailureDestination', reason: ");
});
