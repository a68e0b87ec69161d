/** ParsedDocument -> typed artefacts. */
import { tr } from '../l10n/tr';
import {
  FORMAT_VERSION,
  formats,
  isKind,
  type AssessmentShape,
  type Kind,
  type OrganizationShape,
  type SystemShape,
} from '../schema';
import type { Field } from '../schema/field';
import type { ParsedDocument, SyntaxNode, YamlDocument } from '../syntax/types';
import type { Block, Place } from './located';
import type { Definition, FormatProblem, OwnWord, PathReference, Reference, ScaleWord } from './problems';
import { keyHomes, read } from './read';
import { emptySink } from './sink';
import type { Observer } from './watch';

export type Organization = Block<OrganizationShape>;
export type AiSystem = Block<SystemShape>;
export type ImpactAssessment = Block<AssessmentShape>;

/** One YAML document of an AIMS file. `body` is undefined where the kind is not known. */
export type Artefact = ArtefactBase &
  (
    | { readonly kind: 'organization'; readonly body: Organization }
    | { readonly kind: 'system'; readonly body: AiSystem }
    | { readonly kind: 'impact-assessment'; readonly body: ImpactAssessment }
    | { readonly kind: undefined; readonly body: undefined }
  );

interface ArtefactBase {
  readonly uri: string;
  readonly document: number;
  readonly yaml: YamlDocument;
  readonly problems: readonly FormatProblem[];
  readonly definitions: readonly Definition[];
  readonly references: readonly Reference[];
  readonly paths: readonly PathReference[];
  /** Words that have to stand on the organization's risk scales. */
  readonly scaleWords: readonly ScaleWord[];
  /** Words that lists of words do not have, where others may stand too. */
  readonly ownWords: readonly OwnWord[];
  /** Values that only hold a place open. */
  readonly placeholders: readonly Place[];
  /** Keys with nothing behind them, `null` and empty text included; a day that has not come is rightly empty. */
  readonly empties: readonly Place[];
}

export interface AimsFile {
  readonly uri: string;
  readonly parsed: ParsedDocument;
  readonly artefacts: readonly Artefact[];
}

const HOMES = new Map<Kind, ReturnType<typeof keyHomes>>();
const homesOf = (kind: Kind): ReturnType<typeof keyHomes> => {
  let homes = HOMES.get(kind);
  if (!homes) HOMES.set(kind, (homes = keyHomes(formats[kind])));
  return homes;
};

const scalarText = (node: SyntaxNode | undefined): string | undefined =>
  node?.kind === 'scalar' ? node.text : undefined;

/** Reads every document of a file. Never throws; what is wrong is in `problems`. */
export function build(uri: string, parsed: ParsedDocument, observer?: Observer): AimsFile {
  return { uri, parsed, artefacts: parsed.documents.map((yaml) => buildDocument(uri, yaml, observer)) };
}

function buildDocument(uri: string, yaml: YamlDocument, observer: Observer | undefined): Artefact {
  const sink = emptySink();
  const top: Place = { uri, document: yaml.index, route: [] };
  const base = { uri, document: yaml.index, yaml, ...sink };
  const kindText = scalarText(yaml.node(['kind']));
  if (kindText === undefined || !isKind(kindText)) {
    reportKind(yaml, kindText, top, base.problems);
    return { ...base, kind: undefined, body: undefined };
  }
  const version = scalarText(yaml.node(['aims']));
  if (version !== undefined && version !== FORMAT_VERSION)
    base.problems.push({
      code: 'bad-choice',
      word: version,
      choices: [FORMAT_VERSION],
      place: { ...top, route: ['aims'] },
      part: 'value',
    });
  const field: Field<unknown> = formats[kindText];
  const root: SyntaxNode = {
    kind: 'map',
    flow: false,
    entries: yaml.blocks.map(({ key, value }) => ({ key, value })),
  };
  const body = read(field, root, top, '', sink, { observer, kind: kindText, homes: homesOf(kindText) });
  return { ...base, kind: kindText, body } as Artefact;
}

function reportKind(
  yaml: YamlDocument,
  kindText: string | undefined,
  top: Place,
  problems: FormatProblem[],
): void {
  if (yaml.shape === 'empty') return;
  if (yaml.shape !== 'map') {
    problems.push({
      code: 'wrong-type',
      get expected() {
        return tr('keys and values');
      },
      get found() {
        return tr(yaml.shape === 'list' ? 'a list' : 'a single value');
      },
      place: top,
      part: 'entry',
    });
    return;
  }
  if (kindText !== undefined)
    problems.push({
      code: 'bad-choice',
      word: kindText,
      choices: Object.keys(formats),
      place: { ...top, route: ['kind'] },
      part: 'value',
    });
  else problems.push({ code: 'missing-key', key: 'kind', place: top, part: 'entry' });
}

const LISTED_NAME = /(?:^|\/)(?:aims|[^/]+\.aims|impact-assessment|[^/]+\.impact)\.ya?ml$/i;
const FIRST_KEY =
  /^\uFEFF?(?:[ \t]*(?:#[^\n\r]*)?(?:\r\n?|\n)|---[ \t]*(?:#[^\n\r]*)?(?:\r\n?|\n)|%YAML[^\n\r]*(?:\r\n?|\n))*(["']?)aims\1[ \t]*:[ \t]+(["']?)\d+\2[ \t]*(?:#|[\n\r]|$)/;

/** Is this file ours by its name? */
export const isAimsName = (uri: string): boolean => LISTED_NAME.test(uri);
/**
 * Is its first key `aims`, with a version of the format? Others have keys of that name too. Looks at the first 4096
 * UTF-16 code units; comments, blank lines and `---` may come before the key.
 */
export const startsWithAims = (text: string): boolean => FIRST_KEY.test(text.slice(0, 4096));
/** By its name or, whatever its name, by its first key. */
export const isAimsFile = (uri: string, text: string): boolean => isAimsName(uri) || startsWithAims(text);
