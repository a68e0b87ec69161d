/** Hover of evidence: is it there, is the part in it, how did the test go, does it count, when is it looked at again. */
import { tr, translatable } from '../../l10n/tr';
import { isKept } from '../../model/kept-paths';
import { isPlaceholder } from '../../model/scalars';
import type { Row } from '../../model/rows';
import { rowsIn } from '../../model/rows';
import type { Existence } from '../../workspace/host';
import type { LastRun } from '../../workspace/last-run';
import { pathBetween } from '../../workspace/uri';
import type { GradingContext } from '../../verdict/context';
import { rowOf } from '../../verdict/place-of-row';
import { gradeEvidence } from '../../verdict/row';
import { clocksRun } from '../../verdict/settle';
import type { Route } from '../../syntax/types';
import { paragraphs } from '../markup';
import { verdictWord } from '../verdict-words';
import type { HoverContext } from './context';

const EXISTENCE: Readonly<Record<Existence, string>> = {
  file: translatable('The file is there.'),
  directory: translatable('This is a folder.'),
  missing: translatable('There is no such file.'),
  outside: translatable('This leads out of the workspace and is not read.'),
  unknown: translatable('Whether it is there could not be found out.'),
};

const RUNS: Readonly<Record<LastRun['kind'], string>> = {
  passed: translatable('passed'),
  failed: translatable('failed'),
  skipped: translatable('was skipped'),
};

/** @param text a path or evidence as written; of the key `anchor`, the part alone */
export function pathHover(context: HoverContext, route: Route, text: string): string | undefined {
  const { snapshot, cursor, markup } = context;
  const { path, anchor } = written(context, route, text);
  if (path === undefined) return undefined;
  const counts = countsAs(context, route);
  // It names no file, so there is none to speak of.
  if (isPlaceholder(path)) return counts;
  const resolved = snapshot.resolve(path, cursor.uri);
  if (resolved.kind === 'url') return paragraphs(tr('An address on the web. It is never fetched.'), counts);
  if (/^git:/i.test(path)) return paragraphs(revisionInWords(context, path), counts);
  return paragraphs(
    markup.code(anchor === undefined ? path : `${path}#${anchor.replace(/^#/, '')}`),
    existenceInWords(snapshot.exists(resolved), isKept(route)),
    partInWords(context, path, anchor),
    runInWords(context, path, anchor),
    counts,
  );
}

const existenceInWords = (existence: Existence, kept: boolean): string =>
  existence === 'missing' && !kept
    ? tr('There is no such file here. If a build makes it or it is kept elsewhere, that is fine.')
    : tr(EXISTENCE[existence]);

/** The path with the part beside it, whichever of the two the cursor is on. */
function written(
  { cursor }: HoverContext,
  route: Route,
  text: string,
): { readonly path: string | undefined; readonly anchor: string | undefined } {
  const beside = (key: string): string | undefined => {
    const node = cursor.yaml.node([...route.slice(0, -1), key]);
    return node?.kind === 'scalar' ? node.text : undefined;
  };
  switch (route.at(-1)) {
    case 'anchor':
      return { path: beside('path'), anchor: text };
    case 'path':
      return { path: text, anchor: beside('anchor') };
    default:
      return { path: text, anchor: undefined };
  }
}

function revisionInWords({ snapshot, cursor, markup }: HoverContext, text: string): string {
  const isThere = snapshot.git.hasRevision(text.replace(/^git:/i, ''), cursor.uri);
  const words =
    isThere === undefined
      ? tr('Whether the repository has it could not be found out.')
      : isThere
        ? tr('The repository has it.')
        : tr('The repository has no such revision.');
  return `${markup.code(text)} ${words}`;
}

function partInWords(
  { snapshot, cursor, markup }: HoverContext,
  path: string,
  anchor?: string,
): string | undefined {
  const answer = snapshot.part(path, cursor.uri, anchor);
  switch (answer?.kind) {
    case 'found':
      return tr('The part is in it, at line {0}.', answer.range.start.line + 1);
    case 'missing':
      return tr(
        'It does not have {0}.{1}',
        markup.message(answer.what),
        answer.nearest === undefined ? '' : tr(' Close: {0}.', markup.code(answer.nearest)),
      );
    case 'unknown':
      return tr('Whether the part is in it is not known. {0}', markup.message(answer.reason));
    case undefined:
      return undefined;
  }
}

function runInWords(
  { snapshot, cursor, markup }: HoverContext,
  path: string,
  anchor?: string,
): string | undefined {
  const run = snapshot.lastRun(path, cursor.uri, anchor);
  if (!run) return undefined;
  const late = run.isCurrent ? '' : tr(' Its file may have changed since that run.');
  return tr(
    'Last run: the test {0}, by {1}.{2}',
    tr(RUNS[run.kind]),
    markup.code(pathBetween(cursor.uri, run.report) ?? run.report),
    late,
  );
}

/** What it amounts to as evidence of its row, in the words of the verdict. */
function countsAs(context: HoverContext, route: Route): string | undefined {
  const { snapshot, subject, date, cursor, markup } = context;
  const at = route.lastIndexOf('evidence');
  const row = at > 0 ? rowAt(context, route.slice(0, at)) : undefined;
  if (!subject || !row) return undefined;
  const id = String(row.place.route.at(-1));
  if (rowOf(subject, id)?.place !== row.place) return undefined;
  const grading: GradingContext = { snapshot, subject, date, clocksRun: clocksRun(subject, id) };
  const index = (row.evidence?.items ?? []).findIndex(
    ({ place }) => place.uri === cursor.uri && place.route.every((step, depth) => route[depth] === step),
  );
  const grade = gradeEvidence(grading, row)[index];
  if (!grade) return undefined;
  const reasons = grade.reasons.map(({ message }) => markup.message(message)).join(' ');
  return `${markup.bold(tr('Counts for {0} as:', id))} ${verdictWord(grade.standing)}. ${reasons}`.trim();
}

const rowAt = ({ cursor }: HoverContext, route: Route): Row | undefined =>
  rowsIn(cursor.artefact).find(({ place }) => place.route.join('\n') === route.join('\n'));
