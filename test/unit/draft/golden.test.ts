/**
 * Cards drafted from small repositories as people have them, whole. After a change that is meant: run with
 * UPDATE_GOLDEN=1 and read the difference.
 */
import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aims, DAY, temporaryFolder } from '../cli/support';

const FIXTURES = join(import.meta.dirname, '../../fixtures/init');

interface Case {
  readonly fixture: string;
  /** The folder a card is drafted for, from the fixture. */
  readonly path: string;
  readonly golden: string;
}

const CASES: readonly Case[] = [
  { fixture: 'sklearn', path: '.', golden: 'sklearn' },
  { fixture: 'hf-finetune', path: '.', golden: 'hf-finetune' },
  { fixture: 'llm-app', path: '.', golden: 'llm-app' },
  { fixture: 'mlflow', path: '.', golden: 'mlflow' },
  { fixture: 'monorepo', path: '.', golden: 'monorepo' },
  { fixture: 'monorepo', path: 'services/claims', golden: 'monorepo-claims' },
  { fixture: 'monorepo', path: 'services/triage', golden: 'monorepo-triage' },
];

/** What a card may show that nobody has worked on yet: its placeholders, and what is asked for on the first day. */
const FIRST_DAY = [
  'placeholder',
  'impact-assessment-missing',
  'soa-not-started',
  'organization-incomplete',
  'risks-missing',
  // Of an organization that is there already, and only begun.
  // In the code: points to the card, where the warning is.
  'code-without-assessment',
];

/** A copy of a fixture under its own name, so that nothing above it in this repository counts. */
function copyOf(fixture: string): string {
  const folder = join(temporaryFolder(), fixture);
  cpSync(join(FIXTURES, fixture), folder, { recursive: true });
  return folder;
}

describe('drafted cards', () => {
  for (const { fixture, path, golden } of CASES) {
    const file = join(FIXTURES, `${golden}.golden.yaml`);

    it(`${golden}: every value has its source`, async () => {
      const cwd = copyOf(fixture);
      const { code, out } = await aims(['init', path, '--dry-run'], { cwd });
      assert.equal(code, 0);
      if (process.env.UPDATE_GOLDEN) writeFileSync(file, out);
      assert.equal(out, readFileSync(file, 'utf8'));
      const lines = out.split('\n');
      const isValue = (line: string): boolean =>
        /^ *(?:- )?(?:\w+: )?[^\s#]/.test(line) && !line.endsWith(':');
      const isSourced = (line: string, at: number): boolean =>
        / # |^aims: 1$|^kind: system$/.test(line) || /^ *# /.test(lines[at - 1] ?? '');
      assert.deepEqual(
        lines.filter((line, at) => isValue(line) && !isSourced(line, at)),
        [],
      );
      assert.deepEqual(
        lines.filter((line) => line.length > 90),
        [],
      );
    });

    it(`${golden}: the card has no finding but those of the first day`, async () => {
      const cwd = copyOf(fixture);
      const made = await aims(['init', path], { cwd });
      assert.equal(made.code, 0, made.err.join('\n'));
      const { out } = await aims(['check', path, '--format', 'json', '--at', DAY], { cwd });
      const { findings } = JSON.parse(out) as { findings: { rule: string }[] };
      assert.deepEqual(
        findings.filter(({ rule }) => !FIRST_DAY.includes(rule)),
        [],
      );
      assert.ok(findings.some(({ rule }) => rule === 'placeholder'));
    });
  }
});
