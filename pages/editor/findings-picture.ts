import { shownFindings, type ShownFinding } from './shown-findings';

const WIDTH = 960;
const LINE = 20;
const CHARACTER = 7.5;

/** Left edge of the code, behind the numbers of the lines. */
const CODE = 64;

/** Upper edge of the code, below the name of the file. */
const TOP = 48;

/** Characters of a problem that fit into the picture. */
const LONGEST = 112;

const STYLE = `
    text { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: 12.5px; fill: #1f2328; white-space: pre; }
    .plain { font-family: -apple-system, BlinkMacSystemFont, "Segoe UI", Helvetica, Arial, sans-serif; font-size: 13px; }
    .muted { fill: #59636e; }
    .page { fill: #ffffff; stroke: #d1d9e0; }
    .bar { fill: #f6f8fa; stroke: #d1d9e0; }
    .error { fill: #c11d28; }
    .warning { fill: #8a6100; }
    .wave { fill: none; stroke-width: 1.4; }
    .wave.error { fill: none; stroke: #c11d28; }
    .wave.warning { fill: none; stroke: #8a6100; }
    @media (prefers-color-scheme: dark) {
      text { fill: #f0f6fc; }
      .muted { fill: #a5adb8; }
      .page { fill: #0d1117; stroke: #3d444d; }
      .bar { fill: #161c25; stroke: #3d444d; }
      .error { fill: #ff8f88; }
      .warning { fill: #e3b341; }
      .wave.error { stroke: #ff8f88; }
      .wave.warning { stroke: #e3b341; }
    }
  `;

/** What an editor shows that runs `cdk lsp`, as SVG: the source with marks, and the list of problems. */
export function findingsPicture(): string {
  const { lines, found } = shownFindings();
  const problems = TOP + lines.length * LINE + 16;
  const height = problems + 36 + found.length * 44 + 8;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title description">`,
    '  <title id="title">Findings in the editor</title>',
    `  <desc id="description">${escaped(found.map(({ severity, line, message }) => `${severity} in line ${line + 1}: ${message}`).join(' '))}</desc>`,
    `  <style>${STYLE}</style>`,
    `  <rect class="page" x="0.5" y="0.5" width="${WIDTH - 1}" height="${height - 1}" rx="10"/>`,
    '  <text class="plain" x="20" y="24">shop.ts</text>',
    ...lines.flatMap((line, index) => codeLine(line, index)),
    ...found.map(({ line, severity }) => wave(lines[line], line, severity)),
    `  <path class="bar" d="M1 ${problems}H${WIDTH - 1}"/>`,
    `  <text class="plain" x="20" y="${problems + 24}">Problems  ${found.length}</text>`,
    ...found.flatMap((finding, index) => problem(finding, problems + 52 + index * 44)),
    '</svg>',
  ].join('\n') + '\n';
}

function codeLine(line: string, index: number): string[] {
  const y = TOP + index * LINE;
  return [
    `  <text class="muted" x="44" y="${y}" text-anchor="end">${index + 1}</text>`,
    ...line === '' ? [] : [`  <text x="${CODE}" y="${y}" xml:space="preserve">${escaped(line)}</text>`],
  ];
}

/** `cdk lsp` marks whole lines. */
function wave(line: string, index: number, kind: string): string {
  const indent = line.length - line.trimStart().length;
  const half = CHARACTER / 2;
  const waves = Array.from({ length: line.trim().length }, () => `q${half / 2} -3 ${half} 0t${half} 0`).join('');
  return `  <path class="wave ${kind}" d="M${CODE + indent * CHARACTER} ${TOP + index * LINE + 4}${waves}"/>`;
}

function problem({ id, severity, message, line }: ShownFinding, y: number): string[] {
  const short = message.length > LONGEST ? `${message.slice(0, LONGEST)}…` : message;
  return [
    `  <circle class="${severity}" cx="26" cy="${y - 4}" r="5"/>`,
    `  <text x="40" y="${y}">${escaped(short)}</text>`,
    `  <text class="muted" x="40" y="${y + 18}">cdk-async-invoke(${id}) [Ln ${line + 1}, Col 1]</text>`,
  ];
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
