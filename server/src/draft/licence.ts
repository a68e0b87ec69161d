/** Which licence a licence file is, by how its text begins. Identifiers of SPDX, in lower case as on the Hugging Face Hub. */
import { placeOf } from './said';
import type { Said, SourceFile } from './types';

/** Licences say what they are at their beginning. In UTF-16 code units. */
const BEGINNING = 3_000;

const version = (name: string, number: string): RegExp =>
  new RegExp(
    `^\\s*(?:the )?${name},? (?:licen[sc]e,?\\s+)?(?:public licen[sc]e,?\\s+)?v(?:ersion|\\.)?\\s*${number}`,
    'im',
  );

/** In order: the first that fits counts. */
const LICENCES: readonly (readonly [RegExp, string])[] = [
  [/^\s*(?:the )?mit license\b/im, 'mit'],
  [/^\s*permission is hereby granted, free of charge, to any person obtaining a copy/im, 'mit'],
  [/^\s*apache license,?\s+version 2\.0/im, 'apache-2.0'],
  [version('gnu affero general', '3'), 'agpl-3.0'],
  [version('gnu lesser general', '3'), 'lgpl-3.0'],
  [version('gnu lesser general', '2\\.1'), 'lgpl-2.1'],
  [version('gnu general', '3'), 'gpl-3.0'],
  [version('gnu general', '2'), 'gpl-2.0'],
  [/^\s*mozilla public license,?\s+version 2\.0/im, 'mpl-2.0'],
  [/^\s*european union public licen[sc]e,?\s+v\. ?1\.2/im, 'eupl-1.2'],
  [/^\s*cc0 1\.0 universal/im, 'cc0-1.0'],
  [/^\s*(?:creative commons )?attribution-noncommercial 4\.0 international/im, 'cc-by-nc-4.0'],
  [/^\s*(?:creative commons )?attribution-sharealike 4\.0 international/im, 'cc-by-sa-4.0'],
  [/^\s*(?:creative commons )?attribution 4\.0 international/im, 'cc-by-4.0'],
  [/^\s*creativeml open rail-m\b/im, 'creativeml-openrail-m'],
  [/^\s*isc license\b/im, 'isc'],
  [/^\s*this is free and unencumbered software released into the public domain/im, 'unlicense'],
];

/** The BSD family shares its words: the third clause makes the difference. */
const BSD = /redistribution and use in source and binary forms/i;
const THIRD_CLAUSE = /neither the name of .{0,200}may be used to endorse/is;

/** @returns undefined where it is none we know for certain */
export function readLicence({ path, text }: SourceFile): Said | undefined {
  const beginning = text.slice(0, BEGINNING);
  const found = declared(beginning) ?? recognized(beginning);
  if (!found) return undefined;
  const before = beginning.slice(0, found.index);
  return { value: found.id, at: placeOf(path, before.split('\n').length - 1) };
}

interface Found {
  readonly id: string;
  readonly index: number;
}

/** Where the words begin, after the blank lines a pattern may have gone past. */
const startOf = (match: RegExpExecArray): number => match.index + match[0].search(/\S/);

function declared(text: string): Found | undefined {
  const match = /^\W{0,5}SPDX-License-Identifier:\s*([\w.+-]{1,60})\s*$/m.exec(text);
  return match?.[1] === undefined ? undefined : { id: match[1].toLowerCase(), index: startOf(match) };
}

function recognized(text: string): Found | undefined {
  for (const [pattern, id] of LICENCES) {
    const match = pattern.exec(text);
    if (match) return { id, index: startOf(match) };
  }
  const match = BSD.exec(text);
  return match
    ? { id: THIRD_CLAUSE.test(text) ? 'bsd-3-clause' : 'bsd-2-clause', index: startOf(match) }
    : undefined;
}
