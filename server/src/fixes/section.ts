/** Begins the part of a file that answers a requirement, as the requirements table describes it. */
import { fieldAt, type Kind } from '../schema';
import { below, type Place } from '../model/located';
import type { Requirement, SectionRule } from '../verdict/requirement';
import type { Snapshot } from '../workspace/snapshot';
import type { Fix, TextEdit } from './edit';
import { rowKey } from './control-rows';
import { PLACEHOLDER } from './scalar';
import { insertInList, insertInMap, oneEdit, setKey } from './yaml';

const first = (alternatives: string): string => alternatives.split('|')[0] ?? alternatives;

const rowLines = (id: string): readonly string[] => [
  rowKey(id, `"${id}"`),
  '  status: planned',
  `  owner: ${PLACEHOLDER}`,
  `  due: ${PLACEHOLDER}`,
  `  evidence: [${PLACEHOLDER}]`,
];

/** Keys of one item, an id first where items of its list have one. */
function itemLines(kind: Kind, route: readonly (string | number)[], rule: SectionRule): readonly string[] {
  const hasId = fieldAt(kind, [...route, 'id']) !== undefined;
  const [, filterKey, word] = /\[([A-Za-z]+)(?:=([^\]]+))?\]/.exec(rule.at) ?? [];
  const keys = [...(rule.needs ?? []), rule.who, rule.when, rule.every].flatMap((key) =>
    key === undefined || key.startsWith('=') || /[.[]/.test(key) ? [] : [first(key)],
  );
  return [
    ...(hasId ? [`id: ${PLACEHOLDER}`] : []),
    ...[...new Set(keys)].filter((key) => key !== filterKey).map((key) => `${key}: ${PLACEHOLDER}`),
    ...(filterKey === undefined ? [] : [`${filterKey}: [${word ?? PLACEHOLDER}]`]),
  ];
}

function sectionEdit(snapshot: Snapshot, body: Place, rule: SectionRule): TextEdit | undefined {
  const steps = rule.at.split('.').map((step) => step.replace(/\[.*$/, ''));
  const place = below({ place: body }, ...steps);
  const isEach = rule.at.endsWith(']');
  const lines = itemLines('organization', [...steps, ...(isEach ? [0] : [])], rule);
  const [last = ''] = steps.slice(-1);
  if (lines.length === 0)
    return setKey(snapshot, below({ place: body }, ...steps.slice(0, -1)), last, PLACEHOLDER);
  return isEach ? insertInList(snapshot, place, lines) : insertInMap(snapshot, place, lines);
}

/** @param body place of the organization; the part is begun with placeholders, a row where there is no part */
export function addSection(
  snapshot: Snapshot,
  body: Place,
  requirement: Requirement,
  title: string,
): readonly Fix[] {
  const [rule] = requirement.sections;
  const nested = rule !== undefined && /\].*\./.test(rule.at);
  const made =
    rule && !nested && requirement.rollUp !== true
      ? sectionEdit(snapshot, body, rule)
      : insertInMap(snapshot, below({ place: body }, 'clauses'), rowLines(requirement.id));
  return oneEdit(title, body.uri, made);
}
