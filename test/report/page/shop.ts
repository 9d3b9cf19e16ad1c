import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { assemblyFiles } from '../../../lib/report/app-files';
import { appOf, type App, type AppFunction } from '../../../lib/report/page/model/app';
import { ASSEMBLY, type PageInput } from '../../../lib/report/page-input';
import { shop } from '../sample-app';

/** The input of a page that shows the sample app. */
export function shopInput(): PageInput {
  const directory = shop(path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'page-')), 'cdk.out'));
  return { kind: 'assembly', title: 'shop', files: assemblyFiles(directory, {}), version: '0.1.0' };
}

/** The sample app as the page reads it; its files are in a real directory, since Node.js has no others. */
export function shopApp(change: (input: PageInput) => PageInput = input => input): App {
  return appIn(change(shopInput()));
}

/** An app of templates. */
export function templatesApp(templates: Readonly<Record<string, object>>): App {
  const files = Object.fromEntries(Object.entries(templates).map(([file, template]) => [file, JSON.stringify(template)]));
  return appOf({ kind: 'templates', title: 'templates', files, version: '0.1.0' }, file => files[file]);
}

export function called(app: App, id: string): AppFunction {
  return app.functions.find(fn => fn.id === id)!;
}

function appIn(input: PageInput): App {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'page-'));
  const before = process.cwd();
  for (const [name, text] of Object.entries(input.files)) {
    const file = path.join(root, ASSEMBLY, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
  try {
    process.chdir(root);
    const app = appOf(input, file => fs.readFileSync(path.join(root, file), 'utf8'));
    return app;
  } finally {
    process.chdir(before);
  }
}
