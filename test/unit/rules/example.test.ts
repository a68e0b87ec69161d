import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkTexts } from '../../support/run-fixture';

const EXAMPLE = fileURLToPath(new URL('../../../examples/northwind/', import.meta.url));

/** Files of the example by path. Binary ones only have to be there. */
const texts = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(EXAMPLE, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/node_modules|\.venv|__pycache__/.test(entry.parentPath))
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        const bytes = readFileSync(path);
        const below = relative(EXAMPLE, path).split(sep).join('/');
        return [below, bytes.includes(0) ? '' : bytes.toString('utf8')];
      }),
  );

describe('the example', () => {
  it('is clean where nothing is left out on purpose', async () => {
    const { findings } = await checkTexts(texts(), '2026-11-01');
    const clean = findings.filter(({ uri }) => !/\/(?:support-assistant|experiments)\//.test(uri));
    assert.deepEqual(
      clean.map(({ uri, range, rule, message }) => `${uri}:${range.start.line + 1} ${rule}: ${message}`),
      [],
    );
  });

  it('shows the gaps its README lists', async () => {
    const { findings } = await checkTexts(texts(), '2026-11-01');
    const gaps = findings
      .filter(({ uri }) => uri.endsWith('/support-assistant/aims.yaml'))
      .map(({ rule, requirement }) => `${rule} ${requirement ?? ''}`.trim());
    assert.deepEqual(gaps.sort(), [
      'controls-due 6.1.3',
      'impact-assessment-missing A.5.4',
      'risk-without-owner 6.1.2',
      'risk-without-treatment 6.1.3',
      'section-incomplete',
      'supplier-control-excluded A.10.3',
      'unknown-control',
    ]);
  });

  it('shows the gaps in the code that its README lists', async () => {
    const { findings } = await checkTexts(texts(), '2026-11-01');
    const gaps = findings
      .filter(({ uri }) => /\.(?:py|ts|ipynb)$/.test(uri))
      .map(
        ({ uri, range, rule }) =>
          `${uri.slice(uri.indexOf('workspace/') + 10)}:${range.start.line + 1} ${rule}`,
      );
    assert.deepEqual(gaps.sort(), [
      'experiments/churn/train.py:17 uncovered-ml-code',
      'support-assistant/assistant/reply.py:17 code-without-assessment',
      'support-assistant/assistant/reply.py:17 provider-not-on-card',
      'support-assistant/web/summarise.ts:7 model-not-on-card',
    ]);
  });
});
