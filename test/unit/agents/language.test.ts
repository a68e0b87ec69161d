import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { callTool, TOOLS } from '../../../server/src/agents';
import { speak } from '../../../server/src/l10n/tr';
import { readFixture } from '../../support/fixture';
import { check } from '../../support/run-fixture';

const FIXTURES = new URL('../../fixtures/rules/', import.meta.url);
const GERMAN = JSON.parse(readFileSync('l10n/server.de.json', 'utf8')) as Readonly<Record<string, string>>;

type Checked = Awaited<ReturnType<typeof check>>;

/** Everything the tools say of a workspace: of each subject, its gaps and each of its files. */
function everything({ service, snapshot }: Checked): readonly unknown[] {
  const ask = (name: string, input: object): unknown => callTool({ service, snapshot }, name, input);
  const subjects = [...snapshot.organizations, ...snapshot.systems].map(({ id }) => id);
  const files = service.files(snapshot);
  return [
    ask('aims_status', {}),
    ...subjects.flatMap((subject) => [
      ask('aims_status', { subject }),
      ask('aims_list_gaps', { subject, limit: 200 }),
      ask('aims_explain_requirement', { requirement: 'A.6.2.4', subject }),
      ask('aims_draft_evidence', { requirement: 'A.6.2.4', subject }),
    ]),
    ...files.map((file) => ask('aims_requirements_of_file', { file })),
  ];
}

/** What people see of it, so that all that is kept is kept in their language. */
function look({ service, snapshot }: Checked): void {
  service.status(snapshot);
  for (const file of service.files(snapshot)) service.findings(snapshot, file);
}

describe('the tools for language models, beside a German editor', () => {
  afterEach(() => speak(undefined));

  it('are asked here, each of them', () => {
    assert.deepEqual(TOOLS.map(({ name }) => name).sort(), [
      'aims_draft_evidence',
      'aims_explain_requirement',
      'aims_list_gaps',
      'aims_requirements_of_file',
      'aims_status',
    ]);
  });

  for (const file of readdirSync(FIXTURES).filter((name) => name.endsWith('.md')))
    it(`answer in English: ${file}`, async () => {
      const { cases } = readFixture(readFileSync(new URL(file, FIXTURES), 'utf8'));
      for (const { name, files, at, history } of cases) {
        speak(undefined);
        const english = everything(await check(files, at, history));
        speak(GERMAN);
        const german = await check(files, at, history);
        look(german);
        assert.deepEqual(everything(german), english, name);
        look(german);
      }
    });
});
