/**
 * Every relative link of every tracked Markdown file leads to a file that is there, and to a heading where it names one;
 * every `npm run` script that a page names exists.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root, runMain } from './vscode/paths.mjs';

const LINK = /!?\[[^\]]*\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)|<img[^>]+src="([^"]+)"/g;

/** Code is no link: `[a](b)` in a fence or between backticks is shown as written. */
const withoutCode = (text) =>
  text.replace(/^(`{3,}|~{3,})[\s\S]*?^\1[^\n]*$/gm, '').replace(/`[^`\n]*`/g, '');

/** The anchor GitHub gives a heading. */
const slug = (heading) =>
  heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

function anchorsOf(file) {
  const text = readFileSync(file, 'utf8').replace(/^(`{3,}|~{3,})[\s\S]*?^\1[^\n]*$/gm, '');
  const seen = new Map();
  return new Set(
    [...text.matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)].map(([, heading]) => {
      const anchor = slug(heading.replaceAll('`', ''));
      const times = seen.get(anchor) ?? 0;
      seen.set(anchor, times + 1);
      return times === 0 ? anchor : `${anchor}-${times}`;
    }),
  );
}

function problemWith(link, file) {
  if (/^[a-z][a-z0-9+.-]*:/i.test(link)) return undefined;
  const [path, anchor] = link.split('#');
  const target = path === '' ? file : join(dirname(file), decodeURIComponent(path));
  if (!existsSync(target)) return 'leads nowhere';
  if (anchor && statSync(target).isFile() && target.endsWith('.md') && !anchorsOf(target).has(anchor))
    return 'names no heading of that page';
  return undefined;
}

function main() {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const pages = execFileSync('git', ['ls-files', '-z', '*.md'], { cwd: root, encoding: 'utf8' })
    .split('\0')
    .filter((name) => name !== '' && existsSync(join(root, name)));
  let problems = 0;
  const report = (file, what) => {
    problems++;
    console.error(`${relative(root, file)}: ${what}`);
  };
  for (const page of pages) {
    const file = join(root, page);
    const text = readFileSync(file, 'utf8');
    for (const [, link, image] of withoutCode(text).matchAll(LINK)) {
      const problem = problemWith(link ?? image, file);
      if (problem) report(file, `the link ${link ?? image} ${problem}`);
    }
    for (const [, name] of text.matchAll(/`npm run ([a-z][a-z:-]*)/g))
      if (!(name in scripts)) report(file, `there is no script \`npm run ${name}\``);
  }
  return problems > 0 ? 1 : 0;
}

await runMain(main);
