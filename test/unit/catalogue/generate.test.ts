import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { collectIds, type KnownIds } from '../../../scripts/catalogue/known-ids';
import { DATA_FILES } from '../../../scripts/catalogue/registry';
import { CatalogueError, parseSource, type Source } from '../../../scripts/catalogue/source';

const ROOT = new URL('../../../', import.meta.url);
const textOf = (file: string): string => readFileSync(new URL(`server/data/${file}`, ROOT), 'utf8');

/** Loads one data file after a change to its text; the others as they are. */
function loadWith(file: string, change: (text: string) => string): void {
  const sources = new Map<string, Source>();
  for (const entry of DATA_FILES) {
    const original = textOf(entry.file);
    const text = entry.file === file ? change(original) : original;
    assert.ok(entry.file !== file || text !== original, 'the change changes nothing');
    sources.set(entry.file, parseSource(entry.file, text));
  }
  const known: KnownIds = collectIds(sources);
  for (const entry of DATA_FILES) {
    const source = sources.get(entry.file);
    assert.ok(source);
    entry.load(source, known);
  }
}

const refuses = (file: string, change: (text: string) => string, message: RegExp): void => {
  assert.throws(
    () => {
      loadWith(file, change);
    },
    (error) => error instanceof CatalogueError && message.test(error.message),
  );
};

describe('generate-catalogue', () => {
  it('has written the modules that are checked in', () => {
    const script = fileURLToPath(new URL('scripts/generate-catalogue.ts', ROOT));
    execFileSync(process.execPath, ['--import', 'tsx', script, '--check'], {
      cwd: fileURLToPath(ROOT),
      stdio: 'pipe',
    });
  }).timeout(60_000);

  it('names file, line and key of every defect', () => {
    const annexA = 'iso42001/annex-a.yaml';
    refuses(
      annexA,
      (text) => text.replace('    asks:', '    ask:'),
      /^iso42001\/annex-a\.yaml:\d+: controls\[0\]\.ask: unknown key\n.*: controls\[0\]: missing key asks$/,
    );
    refuses(
      annexA,
      (text) => text.replace('clauses: ["5.2"]', 'clauses: ["5.9"]'),
      /controls\[0\]\.clauses\[0\]: "5\.9"/,
    );
    refuses(
      annexA,
      (text) => text.replace('clauses: ["5.2"]', 'clauses: [5.2]'),
      /controls\[0\]\.clauses\[0\]: 5\.2 is none/,
    );
    refuses(annexA, (text) => text.replace('- id: A.2.3', '- id: A.2.2'), /A\.2\.2 is defined twice/);
    refuses(
      annexA,
      (text) => text.replace('    scope: organization', '    scope: organisation'),
      /scope: "organisation"/,
    );
    refuses(
      annexA,
      (text) => text.replace('    pdca: plan', '    pdca: plan\n    pdca: do'),
      /annex-a\.yaml:\d+: .*unique/,
    );
    refuses(
      annexA,
      (text) => text.replace('explicitDocumentation: true', 'explicitDocumentation: "yes"'),
      /must be true or false/,
    );
  });

  it('refuses ids that lead nowhere, in every file', () => {
    refuses(
      'lifecycle.yaml',
      (text) => text.replace('[A.2.2, ', '[A.2.9, '),
      /stages\[0\]\.expectedControls\[0\]: "A\.2\.9"/,
    );
    refuses(
      'lifecycle.yaml',
      (text) => text.replace('[A.2.4, ', '[A.2.2, '),
      /A\.2\.2 is in expectedControls and alsoApplies/,
    );
    refuses('iso42001/clauses.yaml', (text) => text.replace('[A.2.2, ', '[A.22, '), /controls\[0\]: "A\.22"/);
    refuses(
      'iso42001/clauses.yaml',
      (text) => text.replace('id: "4.1"', 'id: 4.1'),
      /clauses\.yaml: id 4\.1 must be text: quote it/,
    );
    refuses(
      'impact-assessment.yaml',
      (text) => text.replace('fria: [27(1)(a)]', 'fria: [27(1)(z)]'),
      /27\(1\)\(z\) is not defined/,
    );
    refuses(
      'impact-assessment.yaml',
      (text) => text.replace('"2027-12-02"', 'soon'),
      /fria\.appliesFrom: must be a date/,
    );
    refuses(
      'credit.yaml',
      (text) => text.replace('name: Software', 'name: ""'),
      /roles\[\d+\]\.name: must be one line of text/,
    );
  });

  it('loads the files as they are', () => {
    loadWith('none', (text) => text);
  });
});
