import { findingsPicture } from '../../../pages/editor/findings-picture';

test('the picture has the findings as text, for people who do not see it', () => {
  expect(findingsPicture()).toMatch(/<desc id="description">error in line 10: `DestinationConfig\.OnFailure\.Destination` must be a standard queue, .* warning in line 19: `Name` must /);
});

test('the picture has an underline of its own for each severity', () => {
  expect([...findingsPicture().matchAll(/class="wave (\w+)"/g)].map(([, severity]) => severity)).toEqual(['error', 'warning']);
});
