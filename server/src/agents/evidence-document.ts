/** The outline of a document that could become evidence: what is asked, what files say already, and what is still open. */
import type { Clause, Control } from '../catalogue';
import { MARKDOWN as md } from '../features/markup';
import { nameOf } from '../features/subject';
import { PLACEHOLDER } from '../fixes/scalar';
import type { Place } from '../model/located';
import { isPlaceholder } from '../model/scalars';
import { rowOf } from '../verdict/place-of-row';
import type { Snapshot, Subject } from '../workspace/snapshot';
import { spotOf } from './said';

export const evidenceDocument = (snapshot: Snapshot, subject: Subject, entry: Control | Clause): string =>
  [
    `# ${entry.id} ${entry.title}: ${md.text(nameOf(subject))}`,
    '',
    `Draft. Replace each ${PLACEHOLDER} by what is true, or delete the line. Nothing here is confirmed yet.`,
    '',
    '## What it is about',
    '',
    md.prose(entry.asks),
    '',
    '## What the files say already',
    '',
    ...facts(snapshot, subject, entry.id),
    '',
    '## To be written',
    '',
    ...entry.auditors.map((each) => `- ${md.prose(each)}: ${PLACEHOLDER}`),
    '',
    '## Confirmed',
    '',
    `- By: ${PLACEHOLDER} (name)`,
    `- On: ${PLACEHOLDER} (day)`,
    '',
  ].join('\n');

interface Value {
  readonly value: string;
  readonly place: Place;
}

/** Each with its source; what only holds a place open says nothing. */
function facts(snapshot: Snapshot, subject: Subject, id: string): readonly string[] {
  const lines = (label: string, values: readonly (Value | undefined)[]): readonly string[] =>
    values.flatMap((each) => {
      if (!each || isPlaceholder(each.value)) return [];
      const { file, line } = spotOf(snapshot, each.place);
      return [`- ${label}: ${md.text(each.value)} (${md.code(`${file}:${line}`)})`];
    });
  const row = rowOf(subject, id);
  const evidence = row?.evidence?.items.map((item) => (item.node === 'value' ? item : item.path)) ?? [];
  const found = [
    ...lines('Name', [subject.body.name]),
    ...(subject.kind === 'system'
      ? [
          ...lines('Purpose', [subject.body.purpose]),
          ...lines('Owner', [subject.body.owner]),
          ...lines('Life cycle stage', [subject.body.lifecycle?.stage]),
        ]
      : []),
    ...lines('Status of the row', [row?.status]),
    ...lines('Evidence that is named', evidence),
  ];
  return found.length > 0 ? found : ['- Nothing yet.'];
}
