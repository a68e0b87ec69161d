/**
 * Reads the documents of test/fixtures/rules: one a rule, written to be read by people. Each `## fires: …` or
 * `## silent: …` is a small workspace; `#  ^^^ severity rule: message` below a line says what is found there.
 */

export interface Expected {
  readonly file: string;
  /** Of a notebook. */
  readonly cell?: number;
  /** 0-based; a range of several lines is marked on its first, up to that line's end. */
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly severity: string;
  readonly rule: string;
  readonly message: string;
}

export interface FixtureFile {
  readonly path: string;
  readonly text: string;
  /** The host finds the file but cannot read it. */
  readonly unreadable: boolean;
}

export interface FixtureFix {
  readonly title: string;
  /** Files as they are afterwards; those not listed stay as they were. */
  readonly files: readonly FixtureFile[];
}

/** Somebody approved what names them, as the files stood that day. */
export interface FixtureApproval {
  readonly by: string;
  readonly on: string;
  /** Who wrote the record, as git knew them. */
  readonly email: string | undefined;
  readonly files: readonly FixtureFile[];
  /** Other approvals, by their routes, instead of those that name the person. */
  readonly only: string | undefined;
}

/** What git knows of the workspace, where a case says it is a repository. */
export interface FixtureHistory {
  /** In the order of the document. */
  readonly commits: readonly { readonly day: string; readonly paths: readonly string[] }[];
  readonly tags: readonly string[];
}

export interface FixtureCase {
  readonly name: string;
  readonly fires: boolean;
  readonly at: string;
  readonly files: readonly FixtureFile[];
  readonly expected: readonly Expected[];
  /** Places that the findings point to as well; compared only where a case marks some. */
  readonly related: readonly Expected[];
  readonly fixes: readonly FixtureFix[];
  readonly approvals: readonly FixtureApproval[];
  readonly history: FixtureHistory | undefined;
}

export interface Fixture {
  readonly rule: string;
  readonly cases: readonly FixtureCase[];
}

export const DEFAULT_DAY = '2026-11-01';

const CASE = /^## ((?:fires|silent)\b.*)$/;
const AT = /^At (\d{4}-\d{2}-\d{2})\.$/;
/** The files above, as they stood; those after it are how they stand now, where they are others. */
const APPROVED = /^Then (\S+)(?: <(\S+)>)? approved(?: `([^`]+)`)? on (\d{4}-\d{2}-\d{2})\. Now:$/;
/** `Commit on 2026-10-05: docs/a.md, aims.yaml.` and `Tag v1.0.`: the workspace is a repository. */
const COMMIT = /^Commit on (\d{4}-\d{2}-\d{2}): (.+)\.$/;
const TAG = /^Tag (\S+)\.$/;
const FILE_NAME = /^`([^`]+)`$/;
const FIX = /^`?Fix: ([^`]+)`?$/;
const FENCE = /^(`{3,})(\S*) ?(.*)$/;
const MARK = /^(\s*#)(<?)([^^|<]*?)(\^+|\|)\s+(error|warning|info|hint|related)\s+([a-z0-9-]+):\s*(.*)$/;
/** For notebooks, where no comment fits: `Finds in nb.ipynb cell 0 at 2:4-9: warning rule: message`. */
const FINDS =
  /^Finds in (\S+)(?: cell (\d+))? at (\d+):(\d+)-(\d+): (error|warning|info|hint|related) ([a-z0-9-]+): (.*)$/;

interface Marked {
  readonly text: string;
  readonly marks: readonly Expected[];
}

/** Takes the marks out of a file's lines. */
function readMarks(file: string, lines: readonly string[]): Marked {
  const kept: string[] = [];
  const marks: Expected[] = [];
  for (const line of lines) {
    const match = MARK.exec(line);
    if (!match) {
      kept.push(line);
      continue;
    }
    const [, hash = '', atStart = '', gap = '', carets = '', severity = '', rule = '', message = ''] = match;
    const from = atStart === '<' ? 0 : hash.length + gap.length;
    const to = from + (carets === '|' ? 0 : carets.length);
    marks.push({ file, line: kept.length - 1, from, to, severity, rule, message });
  }
  return { text: kept.map((line) => `${line}\n`).join(''), marks };
}

/** `escaped` fences write characters nobody can see or type as `\u202E` and `\r`. */
const unescape = (text: string): string =>
  text
    .replace(/\\u([0-9A-Fa-f]{4})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    .replaceAll('\\r', '\r');

interface OpenCase {
  name: string;
  at: string;
  files: FixtureFile[];
  expected: Expected[];
  related: Expected[];
  fixes: { title: string; files: FixtureFile[] }[];
  approvals: FixtureApproval[];
  history: FixtureHistory | undefined;
}

/** @throws Error naming the line where the document does not follow its form */
export function readFixture(text: string): Fixture {
  const lines = text.split(/\r?\n/);
  const title = /^# ([a-z0-9-]+)$/.exec(lines[0] ?? '')?.[1];
  if (title === undefined) throw new Error('The first line must be "# " and the id of the rule.');
  const cases: OpenCase[] = [];
  let fileName: string | undefined;
  const note = (mark: Expected, current: OpenCase): void => {
    (mark.severity === 'related' ? current.related : current.expected).push(mark);
  };
  for (let index = 1; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const current = cases.at(-1);
    const name = CASE.exec(line)?.[1];
    if (name !== undefined) {
      cases.push({
        name,
        at: DEFAULT_DAY,
        files: [],
        expected: [],
        related: [],
        fixes: [],
        approvals: [],
        history: undefined,
      });
      fileName = undefined;
      continue;
    }
    const fence = FENCE.exec(line);
    if (fence) {
      const end = lines.indexOf(fence[1] ?? '', index + 1);
      if (end < 0) throw new Error(`Line ${index + 1}: this fence is never closed.`);
      if (!current || fileName === undefined)
        throw new Error(`Line ${index + 1}: name the file on a line before the fence.`);
      const words = (fence[3] ?? '').split(' ');
      const { text: body, marks } = readMarks(fileName, lines.slice(index + 1, end));
      const file: FixtureFile = {
        path: fileName,
        text: words.includes('escaped') ? unescape(body) : body,
        unreadable: words.includes('unreadable'),
      };
      const fix = current.fixes.at(-1);
      if (fix) fix.files.push(file);
      else {
        const isAnother = ({ path }: FixtureFile): boolean => path !== file.path;
        current.files = [...current.files.filter(isAnother), file];
        current.expected = current.expected.filter((mark) => mark.file !== file.path);
        for (const mark of marks) note(mark, current);
      }
      fileName = undefined;
      index = end;
      continue;
    }
    if (!current) continue;
    const fixTitle = FIX.exec(line)?.[1];
    if (fixTitle !== undefined) {
      current.fixes.push({ title: fixTitle, files: [] });
      continue;
    }
    const approved = APPROVED.exec(line);
    if (approved) {
      const [, by = '', email, only, on = ''] = approved;
      current.approvals.push({ by, email, only, on, files: [...current.files] });
      continue;
    }
    const [, committed, paths] = COMMIT.exec(line) ?? [];
    const tag = TAG.exec(line)?.[1];
    if (committed !== undefined || tag !== undefined) {
      const { commits, tags } = current.history ?? { commits: [], tags: [] };
      current.history = {
        commits:
          committed === undefined
            ? commits
            : [...commits, { day: committed, paths: paths?.split(', ') ?? [] }],
        tags: tag === undefined ? tags : [...tags, tag],
      };
      continue;
    }
    const finds = FINDS.exec(line);
    if (finds) {
      const [, file = '', cell, row, from, to, severity = '', rule = '', message = ''] = finds;
      const place = { line: Number(row), from: Number(from), to: Number(to) };
      note(
        { file, ...(cell === undefined ? {} : { cell: Number(cell) }), ...place, severity, rule, message },
        current,
      );
      continue;
    }
    current.at = AT.exec(line)?.[1] ?? current.at;
    fileName = FILE_NAME.exec(line)?.[1] ?? fileName;
  }
  return { rule: title, cases: cases.map((each) => ({ ...each, fires: each.name.startsWith('fires') })) };
}
