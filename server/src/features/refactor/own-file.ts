/**
 * An assessment or a card that shares a file with others gets a file of its own, in the same folder: paths in it, and what
 * lies below it, stay the same. Sections of an organization cannot be moved: the format reads them from one file.
 */
import { tr, translatable } from '../../l10n/tr';
import type { FileChange, WrittenChange } from '../../fixes/edit';
import { replaceAt, yamlText } from '../../fixes/yaml';
import { approvalsOf } from '../../lock/state';
import type { PathReference } from '../../model/problems';
import type { TextSpan } from '../../syntax/types';
import { folderOf, pathBetween } from '../../workspace/uri';
import type { Asked, Refactoring } from './types';

const TITLES = {
  'impact-assessment': translatable('Move this impact assessment to a file of its own'),
  system: translatable('Move this card to a file of its own'),
} as const;

export function toOwnFile(asked: Asked): readonly Refactoring[] {
  const { artefact, snapshot, parsed, uri, yaml } = asked;
  const { kind, body } = artefact;
  const id = body?.id?.value;
  if ((kind !== 'impact-assessment' && kind !== 'system') || id === undefined) return [];
  const pieces = pieceOf(asked);
  const others = parsed.documents.filter(({ shape }) => shape !== 'empty').length;
  const target = pieces && freeName(asked, kind, id);
  if (!pieces || others < 2 || target === undefined || !yaml.complete) return [];
  const isRecorded = approvalsOf(snapshot)
    .recordedIn(uri)
    .some(({ approvable }) => approvable.artefact.document === yaml.index);
  const named = pathsTo(asked);
  if (isRecorded || named === undefined) return [];
  const moved = named.flatMap(({ place }) => {
    const path = pathBetween(place.uri, target);
    const edit = path === undefined ? undefined : replaceAt(snapshot, place, 'value', yamlText(path));
    return edit ? [{ uri: place.uri, edit }] : [];
  });
  if (moved.length < named.length) return [];
  const removed = { range: parsed.rangeOf(pieces.removed), newText: '' };
  const files = [...new Set([uri, ...moved.map((each) => each.uri)])];
  const changes: WrittenChange[] = files.map((file) => ({
    kind: 'edit',
    uri: file,
    edits: [
      ...(file === uri ? [removed] : []),
      ...moved.flatMap((each) => (each.uri === file ? each.edit : [])),
    ],
  }));
  const create: Extract<FileChange, { kind: 'create' }> = { kind: 'create', uri: target, text: pieces.text };
  return [{ is: 'extract', title: tr(TITLES[kind]), changes: [create, ...changes] }];
}

/** Text of the document, and what is taken out with it: the line that sets it apart. */
function pieceOf({ parsed, yaml }: Asked): { readonly text: string; readonly removed: TextSpan } | undefined {
  const { text } = parsed;
  const own = yaml.span([], 'value');
  if (!own || /^(?:\.\.\.|%)/m.test(text)) return undefined;
  const markers = [...text.matchAll(/^---[ \t]*(?:\r\n?|\n|$)/gm)].map(({ index, 0: line }) => ({
    start: index,
    end: index + line.length,
  }));
  const before = markers.findLast(({ end }) => end <= own.start);
  const after = markers.find(({ start }) => start >= own.end);
  const end = after?.start ?? text.length;
  const start = before?.end ?? 0;
  // A document that starts on the line of its marker has more to it than this can take apart.
  if (/^---[ \t]+\S/m.test(text)) return undefined;
  const isFirst = !markers.some(
    (marker) => marker.end <= own.start && text.slice(0, marker.start).trim() !== '',
  );
  const removed = isFirst ? { start: 0, end: after?.end ?? end } : { start: before?.start ?? start, end };
  return { text: `${text.slice(start, end).trimEnd()}\n`, removed };
}

/** In the same folder, under a name that is read. */
function freeName({ snapshot, uri }: Asked, kind: keyof typeof TITLES, id: string): string | undefined {
  if (!/^[\w-][\w.-]*$/.test(id)) return undefined;
  const folder = folderOf(uri);
  const names = kind === 'system' ? [`${id}.aims.yaml`] : ['impact-assessment.yaml', `${id}.impact.yaml`];
  return names
    .map((name) => `${folder}/${name}`)
    .find((each) => !snapshot.files.has(each) && !snapshot.unreadable.has(each));
}

/**
 * The keys that name this file as where the assessment is; they follow it.
 * @returns undefined where something names the file for another reason: what is meant then cannot be told
 */
function pathsTo({ snapshot, uri, artefact }: Asked): readonly PathReference[] | undefined {
  const all = [...snapshot.files.values()].flatMap(({ artefacts }) =>
    artefacts.flatMap(({ paths }) =>
      paths.filter(({ text, place }) => {
        const resolved = snapshot.resolve(text, place.uri);
        return resolved.kind === 'file' && resolved.uri === uri;
      }),
    ),
  );
  const isLink = ({ place: { route } }: PathReference): boolean =>
    route.length === 1 && route[0] === 'impactAssessment';
  const isHome = ({ place: { route } }: PathReference): boolean =>
    route.length === 1 && route[0] === 'organization';
  if (all.some((each) => !isLink(each) && !isHome(each))) return undefined;
  return artefact.kind === 'impact-assessment' ? all.filter(isLink) : [];
}
