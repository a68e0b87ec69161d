/** Runs a case of a rule's fixture through the language service, as the editor and the command line would. */
import assert from 'node:assert/strict';
import { withDrafts } from '../../server/src/draft';
import type { Fix, WrittenChange } from '../../server/src/fixes/edit';
import { addToLock } from '../../server/src/lock/format';
import { recordApproval } from '../../server/src/lock/record';
import { approvablesIn, approvalsBy, routedTo } from '../../server/src/lock/subjects';
import type { Finding } from '../../server/src/rules/rule';
import { createLanguageService, type LanguageService } from '../../server/src/service';
import { parse } from '../../server/src/syntax';
import { groupBy } from '../../server/src/workspace/group-by';
import type { Answer, Git } from '../../server/src/workspace/git';
import type { TextResult } from '../../server/src/workspace/host';
import { MemoryHost } from '../../server/src/workspace/memory-host';
import type { Snapshot } from '../../server/src/workspace/snapshot';
import { isWithin } from '../../server/src/workspace/uri';
import type { Expected, FixtureCase, FixtureFile, FixtureFix, FixtureHistory } from './fixture';

const ROOT = 'file:///workspace';

/** git of a repository that has these commits and tags, whatever the files say. */
function gitOf({ commits, tags }: FixtureHistory): Git {
  const known = <T>(value: T): Promise<Answer<T>> => Promise.resolve({ known: true, value });
  const isIn = (path: string, uri: string): boolean => isWithin(`${ROOT}/${path}`, uri);
  return {
    isAvailable: () => Promise.resolve(true),
    head: () => known('0'.repeat(40)),
    exists: (revision) => known(tags.includes(revision)),
    userEmail: () => known(undefined),
    ignored: () => known(() => false),
    filesAt: () => Promise.resolve({ known: false, doubt: 'failed' }),
    changesSince: (day, uris) => {
      const asked = [...uris];
      return known(
        commits
          .map(({ day: on, paths }, at) => ({
            hash: String(at).padStart(40, '0'),
            day: on,
            uris: asked.filter((uri) => paths.some((path) => isIn(path, uri))),
          }))
          .filter((change) => change.day > day && change.uris.length > 0)
          .sort((a, b) => (a.day < b.day ? 1 : -1)),
      );
    },
  };
}

class FixtureHost extends MemoryHost {
  readonly #unreadable: ReadonlySet<string>;

  readonly git?: () => Git;

  constructor(files: readonly FixtureFile[], history?: FixtureHistory) {
    super(Object.fromEntries(files.map(({ path, text }) => [path, text])), ROOT);
    const git = history && gitOf(history);
    if (git) this.git = () => git;
    this.#unreadable = new Set(files.filter((file) => file.unreadable).map(({ path }) => `${ROOT}/${path}`));
  }

  override readText(uri: string): Promise<TextResult> {
    if (this.#unreadable.has(uri))
      return Promise.resolve({ kind: 'unreadable', reason: 'permission denied' });
    return super.readText(uri);
  }
}

export interface Checked {
  readonly service: LanguageService;
  readonly snapshot: Snapshot;
  readonly findings: readonly Finding[];
}

/** Checks a small workspace. A rule that throws fails the test. */
export async function check(
  files: readonly FixtureFile[],
  date: string,
  history?: FixtureHistory,
): Promise<Checked> {
  const problems: string[] = [];
  const service = createLanguageService({
    host: new FixtureHost(files, history),
    clock: { today: () => date },
    log: { warn: (message) => problems.push(message) },
  });
  const snapshot = await service.snapshot();
  const findings = service.files(snapshot).flatMap((uri) => service.findings(snapshot, uri));
  assert.deepEqual(problems, [], 'no rule throws');
  return { service, snapshot, findings };
}

/** Checks texts by path below the workspace. */
export const checkTexts = (texts: Readonly<Record<string, string>>, date: string): Promise<Checked> =>
  check(
    Object.entries(texts).map(([path, text]) => ({ path, text, unreadable: false })),
    date,
  );

const pathOf = (uri: string): string => decodeURIComponent(uri.slice(ROOT.length + 1));

/** A finding or related place in the words of a fixture. */
function describe(
  { uri, range, cell }: Pick<Finding, 'uri' | 'range'> & { readonly cell?: number },
  files: readonly FixtureFile[],
  words: Pick<Expected, 'severity' | 'rule' | 'message'>,
): Expected {
  const file = pathOf(uri);
  const line = range.start.line;
  const text = files.find(({ path }) => path === file)?.text.split(/\r\n?|\n/)[line] ?? '';
  return {
    file,
    ...(cell === undefined ? {} : { cell }),
    line,
    from: range.start.character,
    to: range.end.line === line ? range.end.character : text.length,
    ...words,
  };
}

const inOrder = (list: readonly Expected[]): readonly string[] =>
  list
    .map(
      ({ file, cell, line, from, to, severity, rule, message }) =>
        `${file}${cell === undefined ? '' : ` cell ${cell}`}:${line + 1}:${from}-${to} ${severity} ${rule}: ${message}`,
    )
    .sort();

/** The files of a case with the record of what was approved before. */
async function withApprovals({ approvals, files, at }: FixtureCase): Promise<readonly FixtureFile[]> {
  let records: readonly FixtureFile[] = [];
  for (const approval of approvals) {
    const { service } = await check([...approval.files, ...records], at);
    const { approvables, context } = await service.toApprove((snapshot) =>
      approval.only === undefined
        ? approvalsBy(snapshot, approval.by)
        : routedTo([...approvablesIn(snapshot).values()], approval.only),
    );
    for (const approvable of approvables) {
      const recording = recordApproval(approvable, context, {
        by: approval.by,
        effective: approval.on,
        recordedOn: `${approval.on}T09:00:00Z`,
        email: approval.email,
      });
      if ('refused' in recording) continue;
      const path = pathOf(recording.lock);
      const before = records.find((record) => record.path === path);
      const after = addToLock(before?.text, [recording.entry]);
      assert.ok('text' in after, path);
      records = [
        ...records.filter((record) => record !== before),
        { path, text: after.text, unreadable: false },
      ];
    }
    assert.ok(records.length > 0, `${approval.by} approves something`);
  }
  return [...files, ...records.filter(({ path }) => !files.some((file) => file.path === path))];
}

/** @throws AssertionError where the case finds anything but what it says */
export async function runCase(rule: string, test: FixtureCase): Promise<void> {
  const files = await withApprovals(test);
  const { findings, service, snapshot } = await check(files, test.at, test.history);
  const own = findings.filter((finding) => finding.rule === rule);
  const found = own.map((finding) => describe(finding, test.files, finding));
  assert.deepEqual(inOrder(found), inOrder(test.expected));
  if (test.related.length > 0) {
    const related = own.flatMap((finding) =>
      finding.related.map((place) =>
        describe(place, test.files, { severity: 'related', rule, message: place.message }),
      ),
    );
    assert.deepEqual(inOrder(related), inOrder(test.related));
  }
  for (const expected of test.fixes) {
    const fixes = own.flatMap((finding) => service.fixes(snapshot, finding).map((fix) => ({ fix, finding })));
    const offered = fixes.find(({ fix }) => fix.title === expected.title);
    assert.ok(
      offered,
      `offers "${expected.title}"; offered: ${fixes.map(({ fix }) => fix.title).join('; ')}`,
    );
    const fixed = await applied(files, snapshot, offered.fix);
    await runFix(offered.finding, { ...test, files }, expected, { fix: offered.fix, fixed }, findings);
  }
}

async function runFix(
  finding: Finding,
  test: FixtureCase,
  expected: FixtureFix,
  { fix, fixed }: { readonly fix: Fix; readonly fixed: readonly FixtureFile[] },
  before: readonly Finding[],
): Promise<void> {
  const wanted = new Map([...test.files, ...expected.files].map((file) => [file.path, file.text]));
  assert.deepEqual(
    Object.fromEntries(fixed.map(({ path, text }) => [path, text])),
    Object.fromEntries(wanted),
  );
  const { findings: after } = await check(fixed, test.at, test.history);
  const same = ({ rule, message }: Finding): boolean => rule === finding.rule && message === finding.message;
  assert.ok(
    after.filter(same).length < before.filter(same).length,
    `the finding is gone after "${fix.title}"`,
  );
  const [earlier, later] = [loudByRule(before), loudByRule(after)];
  const fresh = [...later].filter(([rule, list]) => list.length > (earlier.get(rule)?.length ?? 0));
  assert.deepEqual(Object.fromEntries(fresh), {}, `"${fix.title}" brings nothing new`);
}

/** Messages of errors and warnings, by rule. Placeholders are what a fix may leave behind. */
function loudByRule(findings: readonly Finding[]): ReadonlyMap<string, readonly string[]> {
  const loud = findings.filter(
    ({ rule, severity }) => (severity === 'error' || severity === 'warning') && rule !== 'placeholder',
  );
  const byRule = groupBy(loud, ({ rule }) => rule);
  return new Map([...byRule].map(([rule, list]) => [rule, list.map(({ message }) => message)]));
}

/** Files with a fix made. */
export async function applied(
  files: readonly FixtureFile[],
  snapshot: Snapshot,
  fix: Fix,
): Promise<readonly FixtureFile[]> {
  const written = await withDrafts(new FixtureHost(files), snapshot, fix);
  assert.ok(written, `"${fix.title}" comes to something`);
  return written.changes.reduce(applyChange, files);
}

function applyChange(files: readonly FixtureFile[], change: WrittenChange): readonly FixtureFile[] {
  const path = pathOf(change.uri);
  if (change.kind === 'create') return [...files, { path, text: change.text, unreadable: false }];
  assert.equal(change.cell, undefined, 'edits of notebook cells are tested beside the editor');
  return files.map((file) => {
    if (file.path !== path) return file;
    const parsed = parse(file.text);
    const edits = change.edits
      .map(({ range, newText }) => ({
        start: parsed.offsetAt(range.start),
        end: parsed.offsetAt(range.end),
        newText,
      }))
      .sort((a, b) => b.start - a.start);
    return {
      ...file,
      text: edits.reduce(
        (text, { start, end, newText }) => text.slice(0, start) + newText + text.slice(end),
        file.text,
      ),
    };
  });
}
