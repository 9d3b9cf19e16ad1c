import { documents, introduction, raw, uses } from './documentation';
import { RULEBOOK } from '../../lib/checks';
import { HELP } from '../../lib/cli/help';

/** A list of the documentation for language models, in the form of llmstxt.org. */
export function llms(): string {
  const { title, summary, paragraphs } = introduction();
  const rules = [...RULEBOOK].sort((one, other) => one.id < other.id ? -1 : 1);
  return [
    `# ${title}`,
    `> ${summary}`,
    ...paragraphs,
    '## Constructs',
    list(uses().map(({ purpose, construct, url }) => `[${construct}](${url}): to ${purpose}`)),
    '## Command line',
    `\`\`\`text\n${HELP}\`\`\``,
    '## Documentation',
    list(documents().map(({ title: name, path, content }) => `[${name}](${raw(path)}): ${content}`)),
    '## Optional',
    list([
      `[API reference](${raw('API.md')}): every class and property`,
      `[Changelog](${raw('CHANGELOG.md')}): what changed, and what breaks`,
      ...rules.map(({ id, severity, rules: [{ consequence }] }) => `[${id}](${raw(`docs/rules/${id}.md`)}): ${severity}. ${consequence}`),
    ]),
  ].join('\n\n') + '\n';
}

function list(entries: readonly string[]): string {
  return entries.map(entry => `- ${entry}`).join('\n');
}
