import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aims, folderWith, temporaryFolder } from './support';

const TRAIN = `from sklearn.svm import SVC

model = SVC()
model.fit(features, labels)
`;
const CALL = `from openai import OpenAI

answer = OpenAI().chat.completions.create(model="gpt-4o-mini", messages=[])
`;
const ORGANIZATION = `aims: 1
kind: organization
id: acme
people:
  - { id: amara, name: Amara Okafor, email: amara@acme.example, roles: [ai-owner] }
  - { id: bo, name: Bo Lind, roles: [assessor] }
`;
const CARD = 'aims: 1\nkind: system\nid: churn\n';

const read = (...path: readonly string[]): string => readFileSync(join(...path), 'utf8');

describe('aims init', () => {
  it('writes a card, says where and what to do next', async () => {
    const cwd = folderWith({ 'churn/train.py': TRAIN });
    const { code, out, err } = await aims(['init', 'churn'], { cwd });
    assert.deepEqual([code, err], [0, []]);
    assert.match(
      out,
      /^Wrote churn\/aims\.yaml, drafted from 1 file: train\.py\.\n[\s\S]*TODO[\s\S]*\n {2}aims check churn\n$/,
    );
    assert.match(read(cwd, 'churn/aims.yaml'), /^id: churn # from the name of the folder$/m);
  });

  it('names what comes next so that a shell takes it as it is, whatever the folder is called', async () => {
    const folder = "it's new/deep";
    const cwd = folderWith({ [`${folder}/train.py`]: TRAIN });
    const { out } = await aims(['init', folder], { cwd });
    assert.match(out, /\n {2}aims check "it's new\/deep"\n$/);
  });

  it('drafts for the working directory where no path is given', async () => {
    const cwd = join(folderWith({ 'churn/train.py': TRAIN }), 'churn');
    assert.equal((await aims(['init'], { cwd })).code, 0);
    assert.ok(existsSync(join(cwd, 'aims.yaml')));
  });

  it('goes to the root of the project for a file of code, and where no path is given; a folder that is named is meant', async () => {
    const REPOSITORY = {
      '.git/HEAD': '',
      'claims/pyproject.toml': '[project]\nname = "claims"\n',
      'claims/src/claims/train.py': TRAIN,
      'tools/ask.py': CALL,
      'acme/aims.yaml': ORGANIZATION,
      'acme/churn/train.py': TRAIN,
    };
    const wrote = async (argv: readonly string[], from: string): Promise<string> => {
      const { code, out, err } = await aims(['init', ...argv], { cwd: join(folderWith(REPOSITORY), from) });
      assert.equal(code, 0, err.join('\n'));
      return out.slice(0, out.indexOf(','));
    };
    assert.equal(await wrote([], 'claims/src'), 'Wrote ../aims.yaml');
    assert.equal(await wrote(['claims/src/claims/train.py'], '.'), 'Wrote claims/aims.yaml');
    assert.equal(await wrote(['ask.py'], 'tools'), 'Wrote ../aims.yaml');
    assert.equal(await wrote(['claims/src'], '.'), 'Wrote claims/src/aims.yaml');
    assert.equal(
      await wrote(['acme/churn/train.py'], '.'),
      'Wrote acme/churn/aims.yaml',
      'below its organization',
    );
    assert.equal(await wrote(['.'], 'tools'), 'Wrote aims.yaml');
  });

  it('--dry-run prints what would be written, to the byte, and writes nothing', async () => {
    const cwd = folderWith({ 'churn/train.py': TRAIN });
    const dry = await aims(['init', 'churn', '--dry-run'], { cwd });
    assert.deepEqual(
      [dry.code, dry.err],
      [0, ['churn/aims.yaml would be written, drafted from 1 file: train.py']],
    );
    assert.ok(!existsSync(join(cwd, 'churn/aims.yaml')));
    await aims(['init', 'churn'], { cwd });
    assert.equal(read(cwd, 'churn/aims.yaml'), dry.out);
  });

  it('names all it was drafted from: files, the data they read, and the library that reads it', async () => {
    const READ = "import pandas as pd\n\nframe = pd.read_csv('data/loans.csv')\n";
    const cwd = folderWith({
      'train.py': READ + TRAIN,
      'requirements.txt': 'pandas==2.2.3\nrequests==2.32.0\nscikit-learn==1.5.2\n',
      'pyproject.toml': '[project]\nname = "loans"\n',
    });
    const { out, err } = await aims(['init', '--dry-run'], { cwd });
    assert.deepEqual(err, [
      'aims.yaml would be written, drafted from 3 files: train.py, pyproject.toml and requirements.txt',
    ]);
    assert.match(out, /^datasets:\n {2}- id: loans # from train\.py:3$/m);
    assert.match(
      out,
      /^ {2}tools:\n {4}- pandas 2\.2\.3 # from requirements\.txt:1\n {4}- scikit-learn 1\.5\.2 # from requirements\.txt:3\n/m,
    );
    assert.doesNotMatch(out, /requests/, 'nothing says that it has to do with AI');
    const many = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`part${at}.py`, TRAIN]));
    const long = await aims(['init', '--dry-run'], { cwd: folderWith(many) });
    assert.match(long.err[0] ?? '', /drafted from 12 files: part0\.py, .* and 2 more$/);
  });

  describe('where there is a card', () => {
    const refused = async (cwd: string, line: RegExp, argv = ['init', '.']): Promise<void> => {
      for (const args of [argv, [...argv, '--dry-run']]) {
        const { code, out, err } = await aims(args, { cwd });
        assert.deepEqual([code, out, err.length], [2, '', 1], args.join(' '));
        assert.match(err[0] ?? '', line);
      }
    };

    it('one line, and it stays as it is', async () => {
      for (const name of ['aims.yaml', 'aims.yml', 'churn.aims.yaml']) {
        const cwd = folderWith({ [name]: CARD, 'train.py': TRAIN });
        await refused(
          cwd,
          new RegExp(`^aims: ${name.replaceAll('.', '\\.')} is there already; nothing was written$`),
        );
        assert.equal(read(cwd, name), CARD);
      }
    });

    it('also where the card covers none of the code, or is broken', async () => {
      await refused(folderWith({ 'aims.yaml': `${CARD}code: [other/**]\n`, 'train.py': TRAIN }), /already/);
      await refused(folderWith({ 'aims.yaml': '{{{', 'train.py': TRAIN }), /already/);
      await refused(folderWith({ 'aims.yaml': '', 'train.py': TRAIN }), /already/);
      await refused(folderWith({ 'aims.yaml': 'aims: 1\nkind: sytem\n', 'train.py': TRAIN }), /already/);
    });

    it('also where a link has its name, be it to nothing', async function () {
      if (process.platform === 'win32') this.skip();
      const outside = temporaryFolder();
      for (const to of ['card.yaml', 'nothing']) {
        writeFileSync(join(outside, 'card.yaml'), CARD);
        const cwd = folderWith({ 'train.py': TRAIN });
        symlinkSync(join(outside, to), join(cwd, 'aims.yaml'));
        const { code, err } = await aims(['init', '.'], { cwd });
        assert.equal(code, 2);
        assert.deepEqual(err.length, 1);
        assert.match(err[0] ?? '', /aims\.yaml/);
      }
      assert.equal(read(outside, 'card.yaml'), CARD);
      assert.ok(!existsSync(join(outside, 'nothing')));
    });
  });

  it('says so where there is nothing to draft it from', async () => {
    const nothing: Readonly<Record<string, Readonly<Record<string, string>>>> = {
      'an empty folder': {},
      'no AI': { 'main.py': 'print("hello")\n', 'package.json': '{"dependencies": {"react": "18.0.0"}}' },
      'a README without a model': { 'README.md': '---\ntitle: Notes\nlicense: mit\n---\n# Notes\n' },
      'tests and examples only': { 'tests/test_a.py': TRAIN, 'examples/demo.py': CALL },
      "other people's code only": {
        'node_modules/x/MLmodel': 'flavors: {sklearn: {}}\n',
        '.venv/a.py': TRAIN,
      },
    };
    for (const [name, files] of Object.entries(nothing)) {
      const { code, out, err } = await aims(['init', '.'], { cwd: folderWith(files) });
      assert.deepEqual([code, out, err.length], [2, '', 1], name);
      assert.match(err[0] ?? '', /^aims: nothing in \. says anything about AI: .* README\.md .*--help/);
    }
  });

  it('takes packages named above for no sign of AI in the folder itself', async () => {
    const cwd = folderWith({
      '.git/HEAD': '',
      'requirements.txt': 'torch==2.4.0\n',
      'docs/index.html': '<p>Hello</p>',
      'docs/LICENSE': 'MIT License\n',
    });
    const { code, err } = await aims(['init', 'docs'], { cwd });
    assert.equal(code, 2);
    assert.match(err[0] ?? '', /^aims: nothing in docs says anything about AI/);
  });

  it('says which card a file belongs to already, and how to get another', async () => {
    const files = { 'pyproject.toml': '', 'aims.yaml': CARD, 'src/train.py': TRAIN, 'src/ask.py': CALL };
    const cwd = folderWith(files);
    const file = await aims(['init', 'src/train.py'], { cwd });
    assert.deepEqual(
      [file.code, file.err],
      [
        2,
        [
          'aims: src/train.py belongs to aims.yaml already; nothing was written. For a card of its own, name the folder: aims init src',
        ],
      ],
    );
    const folder = await aims(['init'], { cwd: join(cwd, 'src') });
    assert.deepEqual([folder.code, folder.err.length], [2, 1]);
    assert.match(folder.err[0] ?? '', /^aims: \. belongs to \.\.\/aims\.yaml already; .* aims init \.$/);
    assert.equal((await aims(['init', 'src', '--dry-run'], { cwd })).code, 0);
    const partly = folderWith({ ...files, 'aims.yaml': `${CARD}code: [src/ask.py]\n` });
    assert.equal((await aims(['init', 'src/train.py'], { cwd: partly })).code, 0);
    assert.ok(existsSync(join(partly, 'src/aims.yaml')), 'the card above leaves it out');
  });

  it('needs a folder that is there', async () => {
    const cwd = folderWith({ 'train.py': TRAIN });
    for (const [argv, line] of [
      [['init', 'nowhere'], /does not exist/],
      [['init', '.', '.'], /takes one path/],
      [['init', '--at', '2026-11-01'], /--at/],
    ] as const) {
      const { code, out, err } = await aims(argv, { cwd });
      assert.deepEqual([code, out, err.length], [2, '', 1], argv.join(' '));
      assert.match(err[0] ?? '', line);
    }
  });

  it('says so where the folder may not be written', async function () {
    if (process.platform === 'win32' || process.getuid?.() === 0) this.skip();
    const cwd = folderWith({ 'train.py': TRAIN });
    chmodSync(cwd, 0o555);
    const { code, err } = await aims(['init', '.'], { cwd });
    chmodSync(cwd, 0o755);
    assert.equal(code, 2);
    assert.deepEqual(err, ['aims: aims.yaml cannot be written: there is no permission to write it']);
  });

  describe('below an organization', () => {
    const REPOSITORY = { 'aims.yaml': ORGANIZATION, 'services/churn/train.py': TRAIN };

    it('belongs to the nearest, names it, and takes its people where it is clear who is meant', async () => {
      const cwd = folderWith(REPOSITORY);
      const { out } = await aims(['init', 'services/churn', '--dry-run'], { cwd });
      assert.match(out, /^# It belongs to acme \(\.\.\/\.\.\/aims\.yaml\), the nearest organization above;/m);
      assert.match(
        out,
        /^owner: amara # from \.\.\/\.\.\/aims\.yaml: the only one there with the role ai-owner$/m,
      );
      assert.doesNotMatch(out, /^organization:/m);
    });

    it('leaves the owner open where two could be meant', async () => {
      const cwd = folderWith({
        ...REPOSITORY,
        'aims.yaml': ORGANIZATION.replace('[assessor]', '[ai-owner]'),
      });
      const { out } = await aims(['init', 'services/churn', '--dry-run'], { cwd });
      assert.match(out, /^owner: TODO /m);
    });

    it('stands beside the file of the organization under a name of its own', async () => {
      const cwd = join(folderWith({}), 'acme');
      mkdirSync(cwd);
      for (const [name, text] of Object.entries({ 'aims.yaml': ORGANIZATION, 'train.py': TRAIN }))
        writeFileSync(join(cwd, name), text);
      const { code } = await aims(['init', '.'], { cwd });
      assert.equal(code, 0);
      assert.match(read(cwd, 'acme.aims.yaml'), /^kind: system$/m);
      assert.equal(read(cwd, 'aims.yaml'), ORGANIZATION);
    });

    it('has an id no other system has', async () => {
      const cwd = folderWith({
        ...REPOSITORY,
        'old/churn/aims.yaml': CARD,
        'old/x/aims.yaml': CARD.replace('churn', 'churn-2'),
      });
      const { out } = await aims(['init', 'services/churn', '--dry-run'], { cwd });
      assert.match(out, /^id: churn-3 /m);
    });

    it('says nothing of folders below that have a card of their own', async () => {
      const cwd = folderWith({
        'services/churn/aims.yaml': CARD,
        'services/churn/train.py': TRAIN,
        'services/app.py': CALL,
      });
      const { out } = await aims(['init', 'services', '--dry-run'], { cwd });
      assert.match(out, /gpt-4o-mini/);
      assert.doesNotMatch(out, /train\.py/);
    });
  });

  it('reads requirements and licences of the nearest folder above, but nothing outside the repository', async () => {
    const outer = folderWith({
      'requirements.txt': 'scikit-learn==0.1\n',
      'repository/.git/HEAD': '',
      'repository/requirements.txt': 'scikit-learn==1.5.2\n',
      'repository/README.md': '---\npipeline_tag: text-classification\n---\n',
      'repository/services/churn/train.py': TRAIN,
    });
    const inner = await aims(['init', 'repository/services/churn', '--dry-run'], { cwd: outer });
    assert.match(inner.out, /- scikit-learn 1\.5\.2 # from \.\.\/\.\.\/requirements\.txt:1$/m);
    assert.doesNotMatch(inner.out, /text-classification #/);
    const bare = folderWith({
      'requirements.txt': 'scikit-learn==0.1\n',
      'repository/.git/HEAD': '',
      'repository/train.py': TRAIN,
    });
    assert.match(
      (await aims(['init', 'repository', '--dry-run'], { cwd: bare })).out,
      /- scikit-learn # from train\.py:4$/m,
    );
  });

  it('has its id from where its name is from, unless another system has it', async () => {
    const files = {
      'job/train.py': TRAIN,
      'job/package.json': '{"name": "@acme/loan-scoring"}',
      'acme/aims.yaml': ORGANIZATION,
      'acme/pyproject.toml': '[project]\nname = "Credit_Risk"\n',
      'acme/train.py': TRAIN,
    };
    const free = await aims(['init', 'job', '--dry-run'], { cwd: folderWith(files) });
    assert.match(free.out, /^id: loan-scoring # from package\.json:1\nname: "@acme\/loan-scoring" # /m);
    const taken = { ...files, '.git/HEAD': '', 'old/aims.yaml': CARD.replace('churn', 'loan-scoring') };
    const other = await aims(['init', 'job', '--dry-run'], { cwd: folderWith(taken) });
    assert.match(other.out, /^id: job # from the name of the folder\nname: "@acme\/loan-scoring" # /m);
    const beside = await aims(['init', 'acme'], { cwd: folderWith(files) });
    assert.match(beside.out, /^Wrote acme\/credit-risk\.aims\.yaml,/);
  });

  it('points out folders that look like systems of their own', async () => {
    const cwd = folderWith({
      'claims/train.py': TRAIN,
      'claims/requirements.txt': 'scikit-learn\n',
      'triage/main.py': CALL,
      'triage/pyproject.toml': '[project]\ndependencies = ["openai"]\n',
      'docs/requirements.txt': 'sphinx\n',
    });
    const { code, err } = await aims(['init', '.'], { cwd });
    assert.equal(code, 0);
    assert.equal(err.length, 1);
    assert.match(err[0] ?? '', /^claims, triage have packages of their own\. .* aims init claims$/);
  });

  it('shows file names that would act on a terminal harmlessly, there and in the card', async function () {
    if (process.platform === 'win32') this.skip();
    const cwd = folderWith({ 'a\u001b[31m\nb/train.py': TRAIN });
    const { code, out } = await aims(['init', '.', '--dry-run'], { cwd });
    assert.equal(code, 0);
    // eslint-disable-next-line no-control-regex -- these must not be there
    assert.doesNotMatch(out, /\u001b/);
    assert.match(out, /from a\?\[31m\?b\/train\.py:4/);
  });

  it('leaves alone what is too large, no text, or no end of folders', async () => {
    const deep = Array.from({ length: 30 }, () => 'd').join('/');
    const cwd = folderWith({
      'train.py': TRAIN,
      'README.md': `---\npipeline_tag: text-classification\n---\n${'x'.repeat(10_000_000)}`,
      'requirements.txt': '\u0000\u0001\ufffd'.repeat(1_000),
      'pyproject.toml': '['.repeat(200_000),
      'package.json': '['.repeat(200_000),
      'dvc.yaml': 'stages: &a [*a, *a]\n',
      [`${deep}/MLmodel`]: 'flavors: {sklearn: {sklearn_version: "1.0"}}\n',
    });
    const { code, out } = await aims(['init', '.', '--dry-run'], { cwd });
    assert.equal(code, 0);
    assert.match(out, /- scikit-learn # from train\.py:4/);
    assert.doesNotMatch(out, /README|requirements|pyproject|MLmodel/);
  });

  it('takes name and version from git, and never makes an owner of who is set up there', async () => {
    const cwd = join(folderWith({ 'x/train.py': TRAIN }), 'x');
    const git = (...argv: readonly string[]): unknown =>
      execFileSync('git', ['-c', 'commit.gpgsign=false', ...argv], {
        cwd,
        env: { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
      });
    git('init', '-q');
    git('config', 'user.name', 'Dana Reyes');
    git('config', 'user.email', 'dana@acme.example');
    git('config', 'remote.origin.url', 'https://dana:secret@host.example/acme/churn-service.git');
    git('add', '.');
    git('commit', '-qm', 'First');
    git('tag', 'v2.3.0');
    const env = { PATH: process.env.PATH };
    const now = await aims(['init', '.', '--dry-run'], { cwd, env });
    assert.match(now.out, /^name: churn-service # from the git repository$/m);
    assert.match(now.out, /^version: 2\.3\.0 # from the git tag v2\.3\.0$/m);
    assert.match(now.out, /^owner: TODO # .*Dana Reyes/m);
    assert.doesNotMatch(now.out, /secret|host\.example|dana@/);
    writeFileSync(join(cwd, 'pyproject.toml'), '[project]\nname = "churn"\nversion = "2.4.0"\n');
    git('add', '.');
    git('commit', '-qm', 'Second');
    const later = await aims(['init', '.', '--dry-run'], { cwd, env });
    assert.match(later.out, /^name: churn # from pyproject\.toml:2; the git repository says churn-service$/m);
    assert.match(
      later.out,
      /^version: 2\.4\.0 # from pyproject\.toml:3; the git tag v2\.3\.0, 1 commit ago says 2\.3\.0$/m,
    );
  });
});
