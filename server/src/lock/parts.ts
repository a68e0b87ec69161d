/** The pieces a digest is kept of, so that a reason can name which of them changed. */
import { tr } from '../l10n/tr';
import { type AnyBlock, type Place, type Value, isNode } from '../model/located';
import { keyOf, once, type Part, type Reading, type ReadingContext } from './approvable';
import { ASSESSMENT_PART, assessmentDigest } from './assessment-content';
import { digestOf, meaningOf, type Content } from './content';

/**
 * One part a key of a block; where `split` has the key and its items have ids, one part an item.
 * @param content of the same block, with what is left out already left out
 * @param split what to call an item, by key: `{ impacts: 'impact' }`
 */
function ownParts(
  node: AnyBlock,
  content: ReadonlyMap<string, Content>,
  split: Readonly<Record<string, string>> = {},
): readonly Part[] {
  return [...content].flatMap(([key, value]) => {
    const child = node[key];
    const place = isNode(child) ? child.place : node.place;
    const prefix = Object.hasOwn(split, key) ? split[key] : undefined;
    const items =
      prefix !== undefined && isNode(child) && child.node === 'list' ? namedItems(child.items) : undefined;
    if (!items) return [{ name: key, digest: digestOf(value), place }];
    return items.map(({ id, item }) => ({
      name: `${prefix ?? key}/${id}`,
      digest: digestOf(meaningOf(item)),
      place: item.place,
    }));
  });
}

/** What a block itself says, worked out when first asked for: most approvals are never recorded. */
export const ownReading = (
  node: AnyBlock,
  contentOf: () => ReadonlyMap<string, Content>,
  split?: Readonly<Record<string, string>>,
): (() => Reading) =>
  once(() => {
    const content = contentOf();
    return { digest: digestOf(content), parts: ownParts(node, content, split) };
  });

/** A reading with what it depends on. */
export const withParts = ({ digest, parts }: Reading, more: readonly Part[]): Reading => ({
  digest,
  parts: more.length > 0 ? [...parts, ...more] : parts,
});

type Item = Parameters<typeof meaningOf>[0];

/** The items with their ids; undefined where one has none or two have the same. */
function namedItems(items: readonly Item[]): readonly { id: string; item: Item }[] | undefined {
  const named = items.flatMap((item) => {
    const id = item.node === 'block' ? item.id : undefined;
    return isNode(id) && id.node === 'value' ? [{ id: id.source, item }] : [];
  });
  const isWhole = named.length === items.length && new Set(named.map(({ id }) => id)).size === named.length;
  return isWhole ? named : undefined;
}

/** A path as written, with or without what to look for in the file; that may stand in a key of its own. */
export type PathToTarget = Pick<Value<string>, 'value' | 'place'> & { readonly anchor?: string };

/**
 * The content a path leads to. Nothing for a URL, a folder or a revision of git, which have none; nothing for a card or an organization
 * file, which change every day and whose parts have approvals of their own.
 * @param name what to call a file
 */
export function targetParts(
  { snapshot, targets }: ReadingContext,
  name: string,
  path: PathToTarget,
): readonly Part[] {
  const { value: text, place, anchor } = path;
  // A commit is its own digest.
  const revision = /^git:(.+)$/i.exec(text)?.[1];
  if (revision !== undefined)
    return snapshot.git.hasRevision(revision, place.uri) === false
      ? [{ name, digest: undefined, trouble: tr('git has no {0}', revision), place }]
      : [];
  if (/^git:/i.test(text)) return [];
  const resolved = snapshot.resolve(text, place.uri);
  const file = resolved.kind === 'file' ? { file: resolved.uri } : {};
  const trouble = (why: string): readonly Part[] => [
    { name, digest: undefined, trouble: why, place, ...file },
  ];
  if (resolved.kind === 'url') return [];
  if (resolved.kind !== 'file') return trouble(tr('{0} does not lead to a file of the workspace', text));
  if (snapshot.files.has(resolved.uri)) return assessmentParts(snapshot, resolved.uri, place);
  switch (snapshot.exists(resolved)) {
    case 'directory':
      return [];
    case 'missing':
      return trouble(tr('{0} does not exist', text));
    case 'outside':
      return trouble(tr('{0} lies outside the workspace', text));
    default: {
      const digest = targets(resolved.uri)?.content;
      const part = { name, digest, place, file: resolved.uri };
      if (!digest) return [{ ...part, trouble: tr('{0} could not be read', text) }];
      const found = snapshot.part(text, place.uri, anchor);
      return [
        found?.kind === 'missing'
          ? { ...part, trouble: tr('{0} does not have {1}', text, found.what) }
          : part,
      ];
    }
  }
}

/** The file a path leads to, by the path as written. */
export const filePart = (context: ReadingContext, path: PathToTarget | undefined): readonly Part[] =>
  path ? targetParts(context, `file/${path.value}`, path) : [];

/** Assessments in a file: they have approvals of their own. */
function assessmentParts(snapshot: ReadingContext['snapshot'], uri: string, place: Place): readonly Part[] {
  const artefacts = snapshot.files.get(uri)?.artefacts ?? [];
  return artefacts.flatMap((artefact): readonly Part[] => {
    const id = artefact.kind === 'impact-assessment' ? artefact.body.id?.value : undefined;
    if (artefact.kind !== 'impact-assessment' || id === undefined) return [];
    const part = {
      name: `assessment/${id}`,
      place,
      file: uri,
      via: [keyOf(uri, `${id}:${ASSESSMENT_PART}`)],
    };
    return artefact.yaml.complete
      ? [{ ...part, digest: assessmentDigest(artefact.body) }]
      : [{ ...part, digest: undefined, trouble: tr('impact assessment {0} has a syntax error', id) }];
  });
}
