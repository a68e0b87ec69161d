import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  parseTarget,
  readJUnit,
  resultOf,
  type TestId,
  type TestReport,
  type TestResult,
} from '../../../server/src/evidence';

/** A test as a person writes it. */
function id(evidence: string): TestId {
  const target = parseTarget(evidence);
  assert.ok(target.kind === 'file', evidence);
  const { path, part } = target;
  if (part?.kind === 'name') return { path, names: [part.name] };
  if (part?.kind !== 'test') return { path, names: [] };
  return part.parameter === undefined
    ? { path, names: part.names }
    : { path, names: part.names, parameter: part.parameter };
}

function report(path: string, xml: string, modified?: number): TestReport {
  const read = readJUnit(xml);
  assert.ok(read.kind === 'report', read.kind);
  return {
    path,
    cases: read.cases,
    complete: read.complete,
    ...(modified === undefined ? {} : { modified }),
  };
}

function result(evidence: string, ...reports: readonly TestReport[]): string {
  return resultOf(id(evidence), reports).kind;
}

function check(reports: readonly TestReport[], expected: Readonly<Record<string, TestResult['kind']>>): void {
  for (const [evidence, kind] of Object.entries(expected))
    assert.equal(result(evidence, ...reports), kind, evidence);
}

const PYTEST = `<testsuites name="pytest tests"><testsuite name="pytest" timestamp="2026-03-21T21:03:32+00:00">
  <testcase classname="pkg.tests.test_a" name="test_p[a-1]"><failure message="no"/></testcase>
  <testcase classname="pkg.tests.test_a" name="test_p[b::c]"/>
  <testcase classname="pkg.tests.test_a" name="test_q[1]"/><testcase classname="pkg.tests.test_a" name="test_q[2]"><skipped/></testcase>
  <testcase classname="pkg.tests.test_a" name="test_r[1]"><skipped message="later"/></testcase>
  <testcase classname="pkg.tests.test_a" name="test_q2"><failure/></testcase>
  <testcase classname="pkg.tests.test_a.TestK" name="test_m"/>
  <testcase classname="pkg.tests.test_a.TestK.TestInner" name="test_n"><skipped message="no gpu"/></testcase>
  <testcase classname="pkg.tests.test_ab" name="test_m"><failure/></testcase>
</testsuite></testsuites>`;

describe('results of pytest', () => {
  const reports = [report('junit.xml', PYTEST)];
  it('are matched by module, class, name and parameter', () => {
    check(reports, {
      'pkg/tests/test_a.py::test_p[a-1]': 'failed',
      'pkg/tests/test_a.py::test_p[b::c]': 'passed',
      'pkg/tests/test_a.py::test_p[z]': 'none',
      'pkg/tests/test_a.py::test_p': 'failed',
      'pkg/tests/test_a.py::test_q': 'passed',
      'pkg/tests/test_a.py::test_q[2]': 'skipped',
      'pkg/tests/test_a.py::test_r': 'skipped',
      'pkg/tests/test_a.py::TestK::test_m': 'passed',
      'pkg/tests/test_a.py::TestK::TestInner::test_n': 'skipped',
      'pkg/tests/test_a.py::TestK': 'passed',
      'pkg/tests/test_a.py::TestK::TestInner': 'skipped',
      'pkg/tests/test_a.py': 'failed',
      'pkg/tests/test_ab.py::test_m': 'failed',
      'pkg/tests/test_a.py::test_m': 'none',
      'pkg/tests/test_a.py::test_none': 'none',
      'pkg/tests/a.py::test_q': 'none',
      'test_a.py::test_q': 'passed',
      'docs/test_a.md': 'none',
    });
  });

  it('say when, where and how many', () => {
    assert.deepEqual(resultOf(id('pkg/tests/test_a.py::test_p'), reports), {
      kind: 'failed',
      report: 'junit.xml',
      ranAt: { text: '2026-03-21T21:03:32+00:00', epoch: Date.UTC(2026, 2, 21, 21, 3, 32), hasZone: true },
      cases: { passed: 1, failed: 1, skipped: 0 },
      message: 'no',
    });
    const skipped = resultOf(id('pkg/tests/test_a.py::TestK::TestInner::test_n'), reports);
    assert.equal(skipped.kind === 'skipped' && skipped.message, 'no gpu');
    const passed = resultOf(id('pkg/tests/test_a.py::test_q'), reports);
    assert.ok(passed.kind === 'passed' && !('message' in passed));
  });

  const inPackage = (outcome = ''): string =>
    `<testsuite name="pytest"><testcase classname="tests.test_x" name="test_a" file="tests/test_x.py">${outcome}</testcase></testsuite>`;

  it('belong to the package the report lies in', () => {
    check([report('a/junit.xml', inPackage()), report('b/reports/junit.xml', inPackage('<failure/>'))], {
      'a/tests/test_x.py::test_a': 'passed',
      'b/tests/test_x.py::test_a': 'failed',
      'c/tests/test_x.py::test_a': 'none',
    });
  });

  it('of a report above several packages may be of each', () => {
    const files = ['a/tests/test_x.py', 'b/tests/test_x.py', 'tests/test_y.py'];
    const atRoot = [report('junit.xml', inPackage())];
    const of = (path: string, known: readonly string[]): string =>
      resultOf({ path, names: ['test_a'] }, atRoot, known).kind;
    assert.equal(of('a/tests/test_x.py', files), 'unknown');
    assert.equal(of('a/tests/test_x.py', ['a/tests/test_x.py']), 'passed');
    // A run at the root names the file at the root so.
    assert.equal(of('tests/test_x.py', [...files, 'tests/test_x.py']), 'passed');
    assert.equal(of('a/tests/test_x.py', [...files, 'tests/test_x.py']), 'none');
  });

  it('of a run above the workspace are found, unless two folders are like it', () => {
    const xml = (...modules: readonly string[]): string =>
      `<testsuite>${modules.map((module) => `<testcase classname="${module}" name="test_a"/>`).join('')}</testsuite>`;
    check([report('junit.xml', xml('mono.pkg.tests.test_x'))], { 'tests/test_x.py::test_a': 'passed' });
    check([report('junit.xml', xml('aaa.tests.test_x', 'bb.tests.test_x'))], {
      'tests/test_x.py::test_a': 'unknown',
    });
    const root = `<testsuite><testcase classname="tests.test_x" name="test_a"><failure/></testcase></testsuite>`;
    const both = xml('aaa.tests.test_x').replace('</testsuite>', root.slice('<testsuite>'.length));
    check([report('junit.xml', both)], {
      'tests/test_x.py::test_a': 'failed',
      'aaa/tests/test_x.py::test_a': 'passed',
    });
    check([report('junit.xml', xml('TestA'))], { 'tests/test_x.py::TestA::test_a': 'none' });
  });

  it('of a report cut off count for nothing, neither passes nor failures', () => {
    const cut = PYTEST.slice(0, PYTEST.indexOf('<testcase classname="pkg.tests.test_a" name="test_q2"'));
    const inside = {
      'pkg/tests/test_a.py::test_p': 'unknown',
      'pkg/tests/test_a.py::test_p[b::c]': 'unknown',
      'pkg/tests/test_a.py::test_q': 'unknown',
    } as const;
    check([report('junit.xml', cut)], { ...inside, 'pkg/tests/test_a.py::test_q2': 'none' });
    // All that lacks is the last tag.
    check([report('junit.xml', PYTEST.slice(0, PYTEST.lastIndexOf('</testsuites>')))], inside);
  });

  it('of a report cut off do not stand in the way of a newer one, and an older one is not the last word', () => {
    const run = (day: string, outcome = '', end = '</testsuite>'): TestReport =>
      report(
        `${day}.xml`,
        `<testsuite timestamp="${day}T12:00:00Z"><testcase classname="test_a" name="test_x">${outcome}</testcase>${end}`,
      );
    const cut = run('2026-03-02', '<failure/>', '');
    check([cut, run('2026-03-03')], { 'test_a.py::test_x': 'passed' });
    check([cut, run('2026-03-01')], { 'test_a.py::test_x': 'unknown' });
  });
});

describe('results of runners of JavaScript', () => {
  const vitest = `<testsuites name="vitest tests"><testsuite name="test/x.test.ts" timestamp="2026-03-21T21:00:00.000Z">
    <testcase classname="test/x.test.ts" name="outer &gt; inner &gt; works"/>
    <testcase classname="test/x.test.ts" name="outer &gt; inner &gt; fails"><failure message="m"/></testcase>
    <testcase classname="test/x.test.ts" name="outer &gt; adds 1 and 2"/><testcase classname="test/x.test.ts" name="outer &gt; adds 3 and 4"/>
    <testcase classname="test/x.test.ts" name="outer &gt; later"><skipped/></testcase></testsuite></testsuites>`;
  const jest = `<testsuites name="jest tests"><testsuite name="outer" timestamp="2026-03-21T21:00:00">
    <testcase classname="outer inner works" name="outer inner works"/>
    <testcase classname="outer inner fails" name="outer inner fails"><failure>x</failure></testcase>
    <testcase classname="outer later" name="outer later"><skipped/></testcase></testsuite></testsuites>`;
  const jestWithFile = jest.replaceAll('<testcase ', '<testcase file="test/x.test.ts" ');
  const mocha = `<testsuite name="Mocha Tests" timestamp="Sat, 21 Mar 2026 21:00:00 GMT">
    <testcase classname="outer inner" name="works" file="/ci/repo/test/x.test.ts" time="0"/>
    <testcase classname="outer inner" name="fails" file="/ci/repo/test/x.test.ts"><failure>no</failure></testcase>
    <testcase classname="outer" name="later" file="/ci/repo/test/x.test.ts"><skipped/></testcase></testsuite>`;
  const mochaJUnit = `<testsuites name="Mocha Tests"><testsuite name="Root Suite" timestamp="2026-03-21T21:00:00"></testsuite>
    <testsuite name="inner" file="/ci/repo/test/x.test.ts"><testcase name="outer inner works" classname="works"/>
    <testcase name="outer inner fails" classname="fails"><failure/></testcase></testsuite>
    <testsuite name="outer" file="/ci/repo/test/x.test.ts"><testcase name="outer later" classname="later"><skipped/></testcase></testsuite></testsuites>`;
  const nodeTest = `<testsuites><testsuite name="outer" timestamp="2026-03-21T21:00:00Z"><testsuite name="inner">
    <testcase name="works" classname="outer.inner" file="/ci/repo/test/x.test.ts"/>
    <testcase name="fails" classname="outer.inner" file="/ci/repo/test/x.test.ts"><failure/></testcase></testsuite>
    <testcase name="later" classname="test" file="/ci/repo/test/x.test.ts"><skipped/></testcase></testsuite></testsuites>`;
  const playwright = `<testsuites><testsuite name="x.test.ts" hostname="chromium" timestamp="2026-03-21T21:00:00.000Z">
    <testcase name="outer › inner › works" classname="x.test.ts"/>
    <testcase name="outer › inner › fails" classname="x.test.ts"><failure/></testcase>
    <testcase name="outer › later" classname="x.test.ts"><skipped/></testcase></testsuite></testsuites>`;
  const bun = `<testsuites name="bun test"><testsuite name="test/x.test.ts" file="test/x.test.ts"><testsuite name="outer"><testsuite name="inner">
    <testcase name="works" classname="inner" file="test/x.test.ts"/><testcase name="fails" classname="inner"><failure/></testcase></testsuite>
    <testcase name="later" classname="outer"><skipped/></testcase></testsuite></testsuite></testsuites>`;

  const runners = {
    vitest,
    jest,
    'jest with files': jestWithFile,
    mocha,
    'mocha-junit': mochaJUnit,
    'node:test': nodeTest,
    Playwright: playwright,
    Bun: bun,
  };
  for (const [name, xml] of Object.entries(runners)) {
    it(`are read from ${name}`, () => {
      check([report('junit.xml', xml)], {
        'test/x.test.ts::outer::inner::works': 'passed',
        'test/x.test.ts::outer::inner::fails': 'failed',
        'test/x.test.ts::outer::later': 'skipped',
        'test/x.test.ts#outer > inner > works': 'passed',
        'test/x.test.ts#outer inner fails': 'failed',
        'test/x.test.ts::outer::nothing': 'none',
      });
      // Without the file, only the whole title is enough to go by.
      const byPart = name === 'jest' ? 'none' : 'passed';
      check([report('junit.xml', xml)], {
        'test/x.test.ts::works': byPart,
        'test/x.test.ts::inner::works': byPart,
        'test/x.test.ts::outer::works': byPart,
        'test/x.test.ts::outer': name === 'jest' ? 'none' : 'failed',
        'test/x.test.ts': name === 'jest' ? 'none' : 'failed',
      });
      if (name !== 'jest')
        check([report('junit.xml', xml)], { 'test/y.test.ts::outer::inner::works': 'none' });
    });
  }

  it('stand together for a title that a table completes', () => {
    check([report('junit.xml', vitest)], {
      'test/x.test.ts::outer::adds %i and %i': 'passed',
      'test/x.test.ts::outer::adds 1 and 2': 'passed',
      'test/x.test.ts::outer::subtracts %i': 'none',
    });
  });

  it('of two tests with the same title are told apart, or not said', () => {
    const twice = (second: string): string =>
      `<testsuite><testcase file="test/x.test.ts" classname="a" name="works"/><testcase file="test/x.test.ts" classname="b" name="works">${second}</testcase></testsuite>`;
    check([report('junit.xml', twice('<failure/>'))], {
      'test/x.test.ts::works': 'unknown',
      'test/x.test.ts::a::works': 'passed',
      'test/x.test.ts::b::works': 'failed',
    });
    check([report('junit.xml', twice(''))], { 'test/x.test.ts::works': 'passed' });
    const nowhere = (second: string): string =>
      `<testsuite><testcase classname="a" name="works"/><testcase classname="a" name="works">${second}</testcase></testsuite>`;
    check([report('junit.xml', nowhere('<failure/>'))], { 'test/x.test.ts::a::works': 'unknown' });
    check([report('junit.xml', nowhere(''))], { 'test/x.test.ts::a::works': 'passed' });
    check([report('other/junit.xml', nowhere(''))], { 'test/x.test.ts::a::works': 'none' });
  });
});

describe('the newest report', () => {
  const at = (path: string, time: string, outcome = '', modified?: number): TestReport =>
    report(
      path,
      `<testsuite ${time === '' ? '' : `timestamp="${time}"`}><testcase classname="test_x" name="test_a">${outcome}</testcase></testsuite>`,
      modified,
    );
  const of = (...reports: readonly TestReport[]): string => result('test_x.py::test_a', ...reports);
  const failed = '<failure/>';

  it('wins', () => {
    assert.equal(
      of(at('a.xml', '2026-03-21T10:00:00Z', failed), at('b.xml', '2026-03-22T10:00:00Z')),
      'passed',
    );
    assert.equal(
      of(at('b.xml', '2026-03-22T10:00:00Z'), at('a.xml', '2026-03-21T10:00:00Z', failed)),
      'passed',
    );
    assert.equal(
      of(at('a.xml', '2026-03-21T10:00:00+05:00', failed), at('b.xml', '2026-03-21T06:00:00Z')),
      'passed',
    );
    assert.equal(of(at('a.xml', '', failed, 1000), at('b.xml', '', '', 2000)), 'passed');
    assert.equal(of(at('a.xml', '', failed, 3000), at('b.xml', '', '', 2000)), 'failed');
  });

  it('of the same moment is one run in pieces: a failure counts', () => {
    const [one, two] = [at('a.xml', '2026-03-21T10:00:00Z'), at('b.xml', '2026-03-21T10:00:00Z', failed)];
    assert.equal(of(one, two), 'failed');
    assert.equal(of(two, one), 'failed');
  });

  it('is not known without times, or without zones within a day, unless all agree', () => {
    assert.equal(of(at('a.xml', ''), at('b.xml', '', failed)), 'unknown');
    assert.equal(of(at('a.xml', ''), at('b.xml', '2026-03-21T10:00:00Z', failed)), 'unknown');
    assert.equal(of(at('a.xml', ''), at('b.xml', '')), 'passed');
    assert.equal(
      of(at('a.xml', '2026-03-21T10:00:00'), at('b.xml', '2026-03-21T12:00:00Z', failed)),
      'unknown',
    );
    assert.equal(
      of(at('a.xml', '2026-03-21T10:00:00'), at('b.xml', '2026-03-21T12:00:00', failed)),
      'failed',
    );
    assert.equal(
      of(at('a.xml', '2026-03-19T10:00:00'), at('b.xml', '2026-03-21T12:00:00Z', failed)),
      'failed',
    );
  });

  it('does not depend on the order of reports', () => {
    const one = fc
      .tuple(
        fc.constantFrom('a', 'b', 'c'),
        fc.constantFrom('', '2026-03-21T10:00:00', '2026-03-21T11:00:00Z', '2026-04-01T00:00:00Z'),
        fc.constantFrom('', '<failure/>', '<skipped/>'),
      )
      .map(([name, time, outcome]) => at(`${name}.xml`, time, outcome));
    fc.assert(
      fc.property(fc.array(one, { maxLength: 4 }), (reports) => {
        assert.equal(of(...reports), of(...[...reports].reverse()));
        if (reports.length === 0) assert.equal(of(...reports), 'none');
      }),
    );
  });
});
