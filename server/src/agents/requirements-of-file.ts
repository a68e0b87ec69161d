import { subjectOf } from '../features/subject';
import { titleOf } from '../verdict/requirement';
import type { RequirementResult, Verdict } from '../verdict/types';
import type { Subject } from '../workspace/snapshot';
import { chosenFile, FILE_INPUT } from './chosen-file';
import { mentionsOf } from './file-mentions';
import { pathOf, said, spotOf } from './said';
import { resultsOf } from './subjects';
import { defineTool, type World } from './tool';

const MOST_REQUIREMENTS = 60;
const MOST_FINDINGS = 20;

const INPUT = {
  type: 'object',
  properties: { file: FILE_INPUT },
  required: ['file'],
  additionalProperties: false,
} as const;

export const requirementsOfFile = defineTool({
  name: 'aims_requirements_of_file',
  reference: 'aimsFile',
  title: 'Requirements of ISO/IEC 42001 that a file touches',
  description:
    'Tells what a file has to do with ISO/IEC 42001: which AI systems cover it (code), which requirements name it as evidence or are answered in it, with their verdicts and why, and what the checker finds in it. Use it before or after a file is changed, moved or deleted. It changes nothing.',
  summary: 'Which AI systems and requirements a file belongs to, and what is found in it.',
  icon: '$(file-symlink-file)',
  input: INPUT,
  run(world, { file }) {
    const { snapshot, service } = world;
    const uri = chosenFile(snapshot, file);
    const touched = touchedBy(world, uri);
    const findings = service.findings(snapshot, uri);
    const systems = snapshot.code.get(uri)?.coveredBy.map(({ id }) => said(id)) ?? [];
    const isKnown = snapshot.files.has(uri) || snapshot.code.has(uri) || touched.length > 0;
    return {
      date: service.date(),
      file: pathOf(snapshot, uri),
      coveredBySystems: systems,
      requirements: touched.slice(0, MOST_REQUIREMENTS),
      ...leftOut('requirementsLeftOut', touched.length - MOST_REQUIREMENTS),
      findings: findings.slice(0, MOST_FINDINGS).map(({ rule, severity, message, range, requirement }) => ({
        rule,
        severity,
        message: said(message),
        line: range.start.line + 1,
        ...(requirement === undefined ? {} : { requirement }),
      })),
      ...leftOut('findingsLeftOut', findings.length - MOST_FINDINGS),
      ...(isKnown
        ? {}
        : {
            hint: 'No card, organization or assessment names this file, and it holds no call to a machine learning library that is known.',
          }),
    };
  },
});

const leftOut = (key: string, number: number): object => (number > 0 ? { [key]: number } : {});

interface Touched {
  readonly subject: string;
  readonly requirement: string;
  readonly title: string;
  readonly verdict: Verdict;
  readonly because: readonly string[];
}

/** Reasons by requirement; each subject's verdicts are asked once. */
function touchedBy(world: World, uri: string): readonly Touched[] {
  const { snapshot } = world;
  const mentions = mentionsOf(snapshot, uri).map(({ artefact, place, requirements }) => {
    const { file, line } = spotOf(snapshot, place);
    return { subject: subjectOf(snapshot, artefact), requirements, because: `named in ${file}:${line}` };
  });
  const subjects: readonly Subject[] = [...snapshot.organizations, ...snapshot.systems];
  return subjects.flatMap((subject) => {
    const comments = commentsIn(world, subject, uri);
    const own = mentions.filter((mention) => mention.subject === subject);
    return resultsOf(world, subject).flatMap((result): Touched[] => {
      const { id } = result.requirement;
      const because = [
        ...(isAnsweredIn(result, uri) ? ['answered in this file'] : []),
        ...own.flatMap((mention) => (mention.requirements.includes(id) ? [mention.because] : [])),
        ...comments.flatMap(({ control, line }) => (control === id ? [`comment in line ${line}`] : [])),
      ];
      if (because.length === 0) return [];
      return [
        { subject: said(subject.id), requirement: id, title: titleOf(id), verdict: result.verdict, because },
      ];
    });
  });
}

/** A row or section of the subject says something there; a mere place for one is not enough. */
const isAnsweredIn = ({ answered, place, reasons }: RequirementResult, uri: string): boolean =>
  answered && (place.uri === uri || reasons.some((reason) => reason.place?.uri === uri));

const commentsIn = ({ snapshot }: World, subject: Subject, uri: string) =>
  subject.kind === 'organization'
    ? []
    : snapshot
        .codeEvidence(subject)
        .flatMap(({ control, place }) =>
          place.uri === uri ? [{ control, line: place.range.start.line + 1 }] : [],
        );
