/** The evidence of a subject, piece by piece, with how each stands: what a test view shows. */
import { tr, translatable } from '../l10n/tr';
import { requirementTitle } from '../catalogue';
import type { EvidenceItem } from '../model/rows';
import { isPlaceholder, type Day } from '../model/scalars';
import type { EvidenceOutcome, EvidenceCheck, EvidenceRow, Location } from '../protocol';
import { gradeCode } from '../verdict/code-grade';
import type { GradingContext } from '../verdict/context';
import { evaluateSubject } from '../verdict/evaluate';
import type { Grade, Standing } from '../verdict/grade';
import { rowOf } from '../verdict/place-of-row';
import { gradeEvidence, rowGrade, type ControlRow } from '../verdict/row';
import { clocksRun } from '../verdict/settle';
import type { RequirementResult, Verdict } from '../verdict/types';
import type { CodeEvidence, Snapshot, Subject } from '../workspace/snapshot';
import { PLAIN } from './markup';
import { locationOf } from './tree/locate';
import { verdictWord } from './verdict-words';

/**
 * Evidence that is there and holds has passed. Partial is skipped: nobody has dated a look at it yet, which is no
 * failure, and no word for it either.
 */
const OUTCOMES: Readonly<Record<Verdict, EvidenceOutcome>> = {
  verified: 'passed',
  attested: 'passed',
  missing: 'failed',
  overdue: 'failed',
  suspect: 'failed',
  partial: 'skipped',
  unknown: 'skipped',
  'not-due': 'skipped',
  'not-applicable': 'skipped',
};

/** What to do about a piece of evidence that fails, or is still to be named. */
const NEXT: Readonly<Partial<Record<Standing | 'test' | 'placeholder', string>>> = {
  placeholder: translatable('Replace it with the file or link that shows it, once there is one.'),
  missing: translatable('Correct what it points to, or bring back what is gone.'),
  overdue: translatable('Look at it again, then write the day under `reviewed`.'),
  suspect: translatable('Look at what changed. If it still holds, record the approval again.'),
  test: translatable('Mend what the test found, run your tests as you always do, then check again.'),
};

/** Nothing is asked: then how its evidence stands makes no difference. */
const SETTLED: ReadonlySet<Verdict> = new Set(['not-applicable', 'not-due']);

/** Rows that name evidence, each with its pieces: those of the card, then those that comments in code name. */
export function evidenceRows(snapshot: Snapshot, subject: Subject, date: Day): readonly EvidenceRow[] {
  return evaluateSubject(snapshot, subject, date).results.flatMap((result) => {
    const row = rowOf(subject, result.requirement.id);
    const context = { snapshot, subject, date, clocksRun: clocksRun(subject, result.requirement.id) };
    const pieces = [...(row ? writtenPieces(context, row) : []), ...codePieces(context, result)];
    return pieces.length > 0 ? [rowWith(snapshot, result, row && rowGrade(context, row), pieces)] : [];
  });
}

interface Piece {
  readonly label: string;
  readonly location: Location | undefined;
  readonly grade: Grade;
  readonly isTest: boolean;
  /** Nobody has named it yet: nothing is there to be checked, and nothing fails. */
  readonly isPlaceholder?: boolean;
}

const targetText = (item: EvidenceItem): string => {
  if (item.node === 'value') return item.value;
  const path = item.path && [item.path.value, item.anchor?.value].filter(Boolean).join('#');
  return path ?? item.url?.value ?? item.ref?.value ?? 'evidence';
};

function writtenPieces(context: GradingContext, row: ControlRow): readonly Piece[] {
  const { snapshot } = context;
  const grades = gradeEvidence(context, row);
  return (row.evidence?.items ?? []).flatMap((item, at) => {
    const grade = grades[at];
    if (!grade) return [];
    const target = item.node === 'value' ? item : item.path;
    const named = target ?? (item.node === 'value' ? undefined : item.url);
    const anchor = item.node === 'value' ? undefined : item.anchor?.value;
    const run = target && snapshot.lastRun(target.value, target.place.uri, anchor);
    return [
      {
        label: targetText(item),
        location: locationOf(snapshot, item.place),
        grade,
        isTest: run !== undefined,
        isPlaceholder: named !== undefined && isPlaceholder(named.value),
      },
    ];
  });
}

function codePieces(context: GradingContext, { requirement }: RequirementResult): readonly Piece[] {
  const { snapshot, subject } = context;
  if (subject.kind !== 'system') return [];
  const named = snapshot.codeEvidence(subject).filter(({ control }) => control === requirement.id);
  const grades = gradeCode(context, requirement.id);
  return named.flatMap((evidence, at) => {
    const grade = grades[at];
    return grade
      ? [{ label: codeName(evidence), location: evidence.place, grade, isTest: evidence.test !== undefined }]
      : [];
  });
}

const codeName = ({ path, names }: CodeEvidence): string => [path, ...names].join('::');

function rowWith(
  snapshot: Snapshot,
  { requirement, verdict, reasons, place }: RequirementResult,
  whole: Grade | undefined,
  pieces: readonly Piece[],
): EvidenceRow {
  const isSettled = SETTLED.has(verdict);
  const location = locationOf(snapshot, place);
  // Grades of rows are kept, so that the same reason need not be the same object.
  const ofPieces = new Set(pieces.flatMap(({ grade }) => grade.reasons.map(({ message }) => message)));
  const own = whole?.reasons.filter(({ message }) => !ofPieces.has(message)) ?? [];
  const isProblem =
    !isSettled && own.length > 0 && whole !== undefined && OUTCOMES[whole.standing] === 'failed';
  const said = reasons.map(({ message }) => PLAIN.message(message)).join(' ');
  const taken = new Map<string, number>();
  return {
    id: requirement.id,
    label: `${requirement.id} ${requirementTitle(requirement.id) ?? ''}`.trim(),
    description: verdictWord(verdict),
    ...(location ? { location } : {}),
    ...(isProblem
      ? {
          problem: sentence(
            own.map(({ message }) => message),
            NEXT[whole.standing],
          ),
        }
      : {}),
    checks: pieces.map((piece) => {
      const before = taken.get(piece.label) ?? 0;
      taken.set(piece.label, before + 1);
      const check = checkOf(piece, before === 0 ? piece.label : `${piece.label} (${before + 1})`);
      return isSettled
        ? { ...check, outcome: 'skipped', message: said, description: verdictWord(verdict) }
        : check;
    }),
  };
}

function nextOf({ grade: { standing }, isTest, isPlaceholder: isOpen }: Piece): string | undefined {
  if (isOpen) return NEXT.placeholder;
  if (OUTCOMES[standing] !== 'failed') return undefined;
  return NEXT[isTest && standing === 'missing' ? 'test' : standing];
}

function checkOf(piece: Piece, id: string): EvidenceCheck {
  const { label, location, grade } = piece;
  const { standing, reasons } = grade;
  const outcome = piece.isPlaceholder ? 'skipped' : OUTCOMES[standing];
  return {
    id,
    label,
    outcome,
    message: sentence(
      reasons.map(({ message }) => message),
      nextOf(piece),
    ),
    description: verdictWord(standing),
    ...(location ? { location } : {}),
  };
}

const sentence = (messages: readonly string[], next: string | undefined): string =>
  [...messages, ...(next === undefined ? [] : [tr(next)])].map((each) => PLAIN.message(each)).join(' ');
