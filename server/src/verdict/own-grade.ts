/** What a subject's own rows and sections, and its code, amount to. */
import { tr } from '../l10n/tr';
import { asBlock } from '../model/located';
import type { Subject } from '../workspace/snapshot';
import { codeOfRow, gradeCode, withCode } from './code-grade';
import type { GradingContext } from './context';
import { merge, type Grade, type Standing } from './grade';
import { gradeObjectives } from './objective-grade';
import { isControl, rowPlace } from './place-of-row';
import type { Requirement } from './requirement';
import { gradeStatus, rowGrade, type ControlRow } from './row';
import { gradeSection, sectionHome } from './section';
import { select } from './select';

/** What a dated row does not answer for. */
const OPEN: readonly Standing[] = ['unknown', 'suspect', 'overdue'];

/** What the subject's own row and sections amount to; undefined where there is neither. */
export function ownGrade(
  requirement: Requirement,
  context: GradingContext,
  row: ControlRow | undefined,
): Grade | undefined {
  const status = row && gradeStatus(context, row);
  if (status) return status;
  const sections = requirement.sections.flatMap((rule) => {
    const section = gradeSection(rule, context);
    return section ? [section, ...gradeObjectives(rule, context)] : [];
  });
  const evidence = row && rowGrade(context, row);
  const code = gradeCode(context, requirement.id);
  if (evidence) {
    // A dated row answers for the section too; what the section lacks still shows.
    const incomplete = sections.filter((grade) => grade.gaps.length > 0 || OPEN.includes(grade.standing));
    return withCode(merge([evidence, ...incomplete]), code);
  }
  if (sections.length > 0) return withCode(merge(sections), code);
  if (!row) return withCode(undefined, code);
  const inCode = codeOfRow(context, row, code);
  if (inCode) return inCode;
  const claim = row.status?.value === 'implemented' || row.status?.value === 'partial';
  const reason = {
    message: claim ? tr('Said to be in place, but no evidence is named.') : tr('A row without evidence.'),
    place: row.place,
    lacks: ['evidence'],
  };
  return { standing: 'missing', reasons: [reason], gaps: [reason], place: row.place };
}

/** `models[].metrics[]` as a person would say it: `models[].metrics`. */
const pathWords = (at: string): string =>
  at === 'assessment' ? 'impactAssessment' : at.replace(/\[[^\]]+\]/g, '').replace(/\[\]$/, '');

const FILTER = /\[([A-Za-z]+)(?:=([^\]]+))?\]$/;

/** Where the list is there and none of its items is of the sort that is looked for: of which sort. */
function whatNoneHas(at: string, subject: Subject): string | undefined {
  const [filter, key = '', word] = FILTER.exec(at) ?? [];
  if (filter === undefined || select(asBlock(subject.body), at.replace(FILTER, '[]')).length === 0)
    return undefined;
  return word === undefined ? `\`${key}\`` : tr('`{0}` under `{1}`', word, key);
}

/** The grade of nothing, with what to write where. */
export function nothingYet(requirement: Requirement, subject: Subject): Grade {
  const rule = requirement.sections[0];
  const home = rule ? sectionHome(rule, subject.body) : rowPlace(subject, requirement.id);
  const key = String(home.route.at(-1) ?? '');
  const lacks = rule && whatNoneHas(rule.at, subject);
  const todo = (words: string): string =>
    lacks === undefined
      ? tr('Fill in {0}', words)
      : tr('None of {0} has {1}: add it to one, or add one', words, lacks);
  const how = rule
    ? tr(
        'Nothing yet. {0}{1}.',
        todo(`\`${pathWords(rule.at)}\``),
        isControl(requirement.id) ? tr(', or add a row under `controls`') : '',
      )
    : tr('Nothing yet. Add a row for it under `{0}`.', isControl(requirement.id) ? 'controls' : 'clauses');
  const reason = { message: how, place: home, lacks: [key] };
  return { standing: 'missing', reasons: [reason], gaps: [reason], place: home };
}
