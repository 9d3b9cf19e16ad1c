import { fences, page } from './pages';
import { runModule } from './snippets';

describe('the page about the simulator shows tests that pass', () => {
  for (const { text } of fences(page('docs/simulator.md')).filter(({ info }) => info === 'js')) {
    runModule(text, { test, expect });
  }
});
