/** Where the files of a system or organization name a control: risks, measures, reasons, other rows. */
import type { CodePlace } from '../../code/types';
import type { Snapshot, Subject, SystemEntry } from '../../workspace/snapshot';
import { mentionsIn } from '../mentions';

/** Not the keys of its rows: those are what the places refer to. */
export function placesNaming(snapshot: Snapshot, subject: Subject, control: string): readonly CodePlace[] {
  return filesOf(subject).flatMap((uri): readonly CodePlace[] => {
    const file = snapshot.files.get(uri);
    if (!file) return [];
    return [...mentionsIn(file)].flatMap(({ mention, start }) =>
      mention.is === 'control' && mention.role === 'refers' && mention.text === control
        ? [{ uri, range: file.parsed.rangeOf({ start, end: start + mention.length }) }]
        : [],
    );
  });
}

function filesOf(subject: Subject): readonly string[] {
  if (subject.kind === 'system') {
    const { organization } = subject;
    return [...ownFiles(subject), ...(organization.kind === 'found' ? [organization.uri] : [])];
  }
  return [...new Set([subject.uri, ...subject.systems.flatMap(ownFiles)])];
}

const ownFiles = ({ uri, assessments }: SystemEntry): readonly string[] => [
  uri,
  ...assessments.map((assessment) => assessment.uri),
];
