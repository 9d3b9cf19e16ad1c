import { introduction, raw, snippetBelow, uses } from './documentation';

/** The page with lines for the AGENTS.md of users. */
export function instructions(): string {
  const { title, summary } = introduction();
  return [
    '# Coding agents',
    `Paste these lines into the \`AGENTS.md\` (or \`CLAUDE.md\`) of your repository. They tell a coding agent when to use ${title}, and how to check its work.`,
    `\`\`\`md\n${lines()}\n\`\`\``,
    `[llms.txt](../llms.txt) lists the documentation for language models. It comes with the npm package: \`node_modules/${title}/llms.txt\`.`,
    `Both are generated from this documentation. ${summary}`,
  ].join('\n\n') + '\n';
}

function lines(): string {
  const { title } = introduction();
  return `\
## Asynchronous invocation of Lambda functions

This app uses ${title}. Its documentation is listed in \`node_modules/${title}/llms.txt\`, and at ${raw('llms.txt')}. Read the page before you use a construct.

- An event that keeps failing is lost unless exactly the alias or version that its caller invokes has a config with a failure destination, or the function has a dead-letter queue.
${uses().map(({ purpose, construct }) => `- To ${purpose}: ${construct}.`).join('\n')}
- After each change of a function, an alias, a destination or a caller, run \`${snippetBelow('docs/checks.md', 'On the command line')}\`. Exit code 1 means errors.
- For each finding, run \`npx ${title} check --explain ID\` and fix it as the page says.
- Accept a finding only if a person says so, with the reason: \`${snippetBelow('docs/checks.md', 'Accepting a finding')}\`
- To see what becomes of an event, run \`npx ${title} explain cdk.out FUNCTION\`. To see it for one that fails, run \`npx ${title} simulate --function FUNCTION --fail\`.`;
}
