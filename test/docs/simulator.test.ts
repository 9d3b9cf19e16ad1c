import { fences, page } from './pages';
import { runModule } from './snippets';

describe('the page about the simulator shows tests that pass', () => {
  const [tests] = fences(page('docs/simulator.md')).filter(({ info }) => info === 'js');

  runModule(tests.text, { test, expect });
});
