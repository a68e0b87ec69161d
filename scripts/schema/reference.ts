/** The reference page: every key of every kind of file, for people. */
import { choicesOf, expects } from '../../server/src/features/field-words';
import { formats, type Kind } from '../../server/src/schema';
import type { Field, Shape } from '../../server/src/schema/field';
import { keyPaths, type KeyPath } from '../../server/src/schema/key-paths';
import { EXAMPLES, INTRODUCTION } from './reference-text';

/** Cards first: most readers write one. */
const ORDER: readonly Kind[] = ['system', 'impact-assessment', 'organization'];

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');

const served = (field: Field<unknown>): string => (field.serves ?? []).join(', ');

const insideOf = (shape: Shape): readonly Shape[] =>
  shape.is === 'list' || shape.is === 'dictionary'
    ? insideOf(shape.of.shape)
    : shape.is === 'either'
      ? shape.forms.flatMap((form) => insideOf(form.shape))
      : [shape];

const isContainer = (field: Field<unknown>): boolean =>
  insideOf(field.shape).some(({ is }) => is === 'block');

/** Keys that stand in several places are explained once: at the first in {@link ORDER}, the shortest path. */
function homes(): ReadonlyMap<Field<unknown>, KeyPath> {
  const found = new Map<Field<unknown>, KeyPath>();
  for (const kind of ORDER)
    for (const key of [...keyPaths(kind)].sort((a, b) => a.path.split('.').length - b.path.split('.').length))
      if (!found.has(key.field)) found.set(key.field, key);
  return found;
}

const HOMES = homes();

const isHome = (key: KeyPath): boolean => {
  const home = HOMES.get(key.field);
  return home?.kind === key.kind && home.path === key.path;
};

const headingOf = ({ kind, path }: KeyPath): string => `### ${kind}: \`${path}\``;

/** As GitHub makes it from {@link headingOf}. */
const anchorOf = ({ kind, path }: KeyPath): string =>
  `${kind}-${path.split(/[.[]/)[0] ?? path}`.toLowerCase();

/** What stands behind a key. Of blocks not their keys: those have rows of their own. */
function valueOf(field: Field<unknown>): string {
  const { shape } = field;
  if (!isContainer(field)) return choicesOf(field) ? words(field) : (expects(field) ?? 'text');
  if (shape.is === 'list') return 'a list; each item has keys of its own';
  if (shape.is === 'dictionary') return `${expects(field) ?? ''}, with keys of its own`;
  return shape.is === 'either' ? shape.forms.map(valueOf).join('; or ') : 'keys of its own';
}

function words({ shape }: Field<unknown>): string {
  if (shape.is === 'list') return `a list; each item is ${words(shape.of)}`;
  if (shape.is === 'either') return shape.forms.map(valueOf).join('; or ');
  return shape.is === 'choice' && shape.open ? 'text, best one of these words' : 'one of these words';
}

function valueCell(key: KeyPath, required: readonly string[]): string {
  const { field, path } = key;
  const choices = Object.entries(choicesOf(field) ?? {}).map(([word, meaning]) => `\`${word}\`: ${meaning}`);
  const notes = [
    ...(required.includes(path) ? ['**required**'] : []),
    ...(field.recordedOnly ? ['[recorded only](#recorded-only)'] : []),
  ];
  const value = [valueOf(field), ...notes].join('; ');
  return [cell(value), ...choices.map(cell)].join('<br>');
}

/** The words that may stand where a block may stand too. */
function shortForm(field: Field<unknown>): readonly string[] {
  const choices = Object.entries(choicesOf(field) ?? {});
  if (choices.length === 0) return [];
  return [
    'In place of the keys below, one of these words:',
    '',
    ...choices.map(([word, what]) => `- \`${word}\`: ${what}`),
    '',
  ];
}

const row = (key: KeyPath, name: string, required: readonly string[] = []): string =>
  `| \`${name}\` | ${cell(key.field.doc)} | ${valueCell(key, required)} | ${served(key.field)} |`;

const TABLE = ['| key | meaning | value | evidence for |', '| --- | --- | --- | --- |'];

/** A key with keys of its own: a heading, what it means, and a table of what it holds. */
function section(key: KeyPath): readonly string[] {
  const { kind, path, field } = key;
  const below = keyPaths(kind).filter(
    (other) => /^(?:\[\]|\.\*)*\./.test(other.path.slice(path.length)) && other.path.startsWith(path),
  );
  const rows: string[] = [];
  for (const other of below) {
    const covered = below.some(
      (outer) =>
        outer !== other && !isHome(outer) && isContainer(outer.field) && isInside(other.path, outer.path),
    );
    if (covered) continue;
    const name = other.path.slice(path.length).replace(/^((?:\[\]|\.\*)*)\./, '');
    const home = HOMES.get(other.field);
    rows.push(
      !isHome(other) && home && isContainer(other.field)
        ? `| \`${name}\` | ${cell(other.field.doc)} | as in [${home.kind}: ${home.path}](#${anchorOf(home)}) | ${served(other.field)} |`
        : row(other, name),
    );
  }
  return [
    headingOf(key),
    '',
    `${field.doc} Takes ${valueOf(field)}.${field.serves ? ` Evidence for ${served(field)}.` : ''}${field.recordedOnly ? ' [Recorded only](#recorded-only).' : ''}`,
    '',
    ...shortForm(field),
    ...(rows.length > 0 ? [...TABLE, ...rows, ''] : []),
  ];
}

const isInside = (path: string, outer: string): boolean =>
  path.startsWith(outer) && /^(?:\[\]|\.\*)*\./.test(path.slice(outer.length));

function kindPart(kind: Kind): readonly string[] {
  const { doc, shape } = formats[kind];
  const required = shape.is === 'block' ? shape.required : [];
  const top = keyPaths(kind).filter(({ path }) => !/[.[]/.test(path));
  const plain = top.filter(({ field }) => !isContainer(field));
  const containers = top.filter(({ field }) => isContainer(field));
  return [
    `## \`kind: ${kind}\``,
    '',
    doc,
    '',
    '```yaml',
    EXAMPLES[kind].trim(),
    '```',
    '',
    ...TABLE,
    ...plain.map((key) => row(key, key.path, required)),
    '',
    ...containers.flatMap((key) => {
      const home = HOMES.get(key.field);
      if (isHome(key) || !home) return section(key);
      return [
        headingOf(key),
        '',
        `${key.field.doc} As in [${home.kind}: ${home.path}](#${anchorOf(home)}).`,
        '',
      ];
    }),
  ];
}

/** Keys nothing reads yet; those inside one that is listed are not listed again. */
function recordedOnly(): readonly string[] {
  const rows = ORDER.flatMap((kind) => {
    const own = keyPaths(kind).filter((key) => key.field.recordedOnly && isHome(key));
    return own
      .filter(({ path }) => !own.some((outer) => outer.path !== path && isInside(path, outer.path)))
      .map(({ path, field }) => `| ${kind} | \`${path}\` | ${cell(field.doc)} |`);
  });
  return [
    '## Recorded only',
    '',
    'These keys are checked for their form and kept for people. No verdict, finding or view reads them yet.',
    '',
    '| kind | key | meaning |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ];
}

export const referencePage = (): string =>
  [
    '<!-- Generated by scripts/generate-schema.ts. Do not edit. -->',
    '',
    INTRODUCTION.trim(),
    '',
    ...ORDER.flatMap(kindPart),
    ...recordedOnly(),
  ].join('\n');
