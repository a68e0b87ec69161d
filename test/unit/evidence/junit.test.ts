import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readJUnit, type JUnitReport, type TestCase } from '../../../server/src/evidence';
import { scanXml, type XmlEvent } from '../../../server/src/evidence/xml';

const PYTEST = `<?xml version="1.0" encoding="utf-8"?><testsuites name="pytest tests"><testsuite name="pytest" errors="1" failures="1" skipped="2" tests="6" time="0.067" timestamp="2026-03-21T21:03:32.248775+00:00" hostname="vm"><testcase classname="tests.test_a" name="test_p[a-1]" time="0.001"><failure message="AssertionError: assert &apos;a&apos; &lt; 1&#10;second">x &lt; 1
tests/test_a.py:3: AssertionError</failure></testcase><testcase classname="tests.test_a" name="test_p[b::c]" time="0.001" /><testcase classname="tests.test_a.TestK" name="test_m" time="0.000"><system-out><![CDATA[<testcase name="no"/> ]] > ]]></system-out></testcase><testcase classname="tests.test_a" name="test_n"><skipped type="pytest.skip" message="no gpu">x</skipped></testcase><testcase classname="tests.test_a" name="test_x"><skipped type="pytest.xfail" message="" /></testcase><testcase classname="tests.test_a" name="test_t"><error message="failed on teardown"/></testcase></testsuite></testsuites>`;

function cases(text: string): readonly TestCase[] {
  const report = readJUnit(text);
  assert.ok(report.kind === 'report', report.kind);
  return report.cases;
}

const only = (attributes: string, content = ''): TestCase => {
  const [first] = cases(`<testsuite name="s"><testcase ${attributes}>${content}</testcase></testsuite>`);
  assert.ok(first);
  return first;
};

describe('reading test reports', () => {
  it("takes pytest's", () => {
    const ranAt = {
      text: '2026-03-21T21:03:32.248775+00:00',
      epoch: Date.UTC(2026, 2, 21, 21, 3, 32, 248),
      hasZone: true,
    };
    const shared = { className: 'tests.test_a', suites: ['pytest'], ranAt };
    assert.deepEqual(readJUnit(PYTEST), {
      kind: 'report',
      complete: true,
      cases: [
        {
          ...shared,
          name: 'test_p[a-1]',
          outcome: 'failed',
          message: "AssertionError: assert 'a' < 1 second",
        },
        { ...shared, name: 'test_p[b::c]', outcome: 'passed' },
        { ...shared, className: 'tests.test_a.TestK', name: 'test_m', outcome: 'passed' },
        { ...shared, name: 'test_n', outcome: 'skipped', message: 'no gpu' },
        { ...shared, name: 'test_x', outcome: 'skipped' },
        { ...shared, name: 'test_t', outcome: 'failed', message: 'failed on teardown' },
      ],
    });
  });

  it('takes suites in suites, and what they say of file and time', () => {
    const report = `\uFEFF<!-- x --><testsuites name="all" timestamp="2026-03-20T10:00:00Z">
      <testsuite name="outer" file="/ci/repo/test\\x.test.ts"><properties><property name="a" value="b"/></properties>
        <testsuite name="inner" timestamp="2026-03-21T10:00:00"><testcase name="a" classname="c"/></testsuite>
        <testcase name="b" file="y.ts"/>
      </testsuite><testsuite name="" ><testcase name="c" timestamp="2026-03-22 10:00:00+0200"/></testsuite></testsuites>\n`;
    const [a, b, c] = [0, 1, 2].map((index) => cases(report).at(index));
    assert.deepEqual(a?.suites, ['outer', 'inner']);
    assert.equal(a.file, '/ci/repo/test/x.test.ts');
    assert.deepEqual(a.ranAt, {
      text: '2026-03-21T10:00:00',
      epoch: Date.UTC(2026, 2, 21, 10),
      hasZone: false,
    });
    assert.deepEqual([b?.file, b?.suites, b?.ranAt?.epoch], ['y.ts', ['outer'], Date.UTC(2026, 2, 20, 10)]);
    assert.deepEqual([c?.file, c?.suites, c?.ranAt?.epoch], [undefined, [], Date.UTC(2026, 2, 22, 8)]);
  });

  it('knows what passed, failed and was skipped', () => {
    const outcomes: readonly [attributes: string, content: string, outcome: TestCase['outcome']][] = [
      ['name="a"', '', 'passed'],
      ['name="a"', '<failure/>', 'failed'],
      ['name="a"', '<error>x</error>', 'failed'],
      ['name="a"', '<skipped/>', 'skipped'],
      ['name="a"', '<skipped/><error/>', 'failed'],
      ['name="a"', '<failure/><skipped/>', 'failed'],
      ['name="a"', '<flakyFailure/><rerunFailure/>', 'passed'],
      ['name="a"', '<system-out><failure/></system-out>', 'passed'],
      ['name="a"', '<system-out>&lt;failure/></system-out>', 'passed'],
      ['name="a" status="notrun"', '', 'skipped'],
      ['name="a" result="suppressed"', '', 'skipped'],
      ['name="a" status="run" result="completed"', '', 'passed'],
      ['name="a"', '<x:failure xmlns:x="y"/>', 'failed'],
    ];
    for (const [attributes, content, outcome] of outcomes) {
      assert.equal(only(attributes, content).outcome, outcome, attributes + content);
    }
  });

  it('knows times as runners write them', () => {
    const at = (timestamp: string): number | undefined =>
      only(`name="a" timestamp="${timestamp}"`).ranAt?.epoch;
    const noon = Date.UTC(2026, 2, 21, 12);
    for (const text of [
      '2026-03-21T12:00:00',
      '2026-03-21 12:00:00',
      '2026-03-21T12:00:00.000Z',
      '2026-03-21T14:00:00+02:00',
      '2026-03-21T07:00:00-0500',
      'Sat, 21 Mar 2026 12:00:00 GMT',
    ]) {
      assert.equal(at(text), noon, text);
    }
    for (const none of ['', 'yesterday', '2026-13-01T00:00:00Z', '2026-03-21', '12:00', '1e3', '0']) {
      assert.equal(at(none), undefined, none);
    }
  });

  it('tells a report from other files', () => {
    const others = [
      '',
      ' \n',
      'text',
      '<coverage><package/></coverage>',
      '<html><testsuite/></html>',
      '{"a": 1}',
      '<',
      '<!DOCTYPE',
    ];
    for (const text of others) assert.equal(readJUnit(text).kind, 'other', text);
    assert.deepEqual(readJUnit('<testsuites/>'), { kind: 'report', cases: [], complete: true });
    assert.equal(readJUnit('<testsuites><testsuite').kind, 'unreadable');
    assert.equal(readJUnit('<testsuites>'.repeat(100_000)).kind, 'unreadable');
    assert.equal(readJUnit(' '.repeat(50_000_001)).kind, 'unreadable');
  });

  it('keeps what is complete of a report cut off anywhere', () => {
    const whole = cases(PYTEST);
    for (let length = 0; length < PYTEST.length; length++) {
      const report: JUnitReport = readJUnit(PYTEST.slice(0, length));
      if (report.kind !== 'report') continue;
      assert.equal(report.complete, false, String(length));
      assert.deepEqual(report.cases, whole.slice(0, report.cases.length));
      const closed = PYTEST.slice(0, length).match(/<\/testcase>|<testcase [^<>]* \/>/g)?.length ?? 0;
      assert.equal(report.cases.length, closed, PYTEST.slice(length - 30, length));
    }
  });

  it('expands nothing', () => {
    const bomb = `<!DOCTYPE lolz [<!ENTITY lol "lol"><!-- ]> ' --><!ENTITY lol2 "&lol;&lol;]>"> <!ENTITY x SYSTEM "file:///etc/passwd">]>
      <testsuite name="&lol2;"><testcase name="&x;&lol2;&amp;lt;&#65;&#x42;&#1114112;&#x1F389;&nbsp;" classname="a&lt;b"/></testsuite>`;
    const found = cases(bomb).at(0);
    assert.equal(found?.name, '&x;&lol2;&lt;AB&#1114112;\u{1F389}&nbsp;');
    assert.equal(found.className, 'a<b');
    assert.deepEqual(found.suites, ['&lol2;']);
    assert.equal(only('name="constructor" __proto__="x" name="again"').name, 'constructor');
  });

  it('is done soon with hostile text', () => {
    const texts = [
      `<testsuite>${'<a>'.repeat(1_000_000)}`,
      `<testsuite><testcase ${'a="b" '.repeat(300_000)}/>`,
      `<testsuite><testcase ${'a'.repeat(3_000_000)}`,
      `<testsuite name="${'&amp;'.repeat(500_000)}">`,
      `<testsuite name="${'&'.repeat(3_000_000)}">`,
      `<!DOCTYPE a [${'<!ENTITY a "b">'.repeat(200_000)}]><testsuite/>`,
      `<!DOCTYPE a [${'<!--'.repeat(700_000)}`,
      `<testsuite>${'<!---->'.repeat(400_000)}`,
      `<testsuite>${'<![CDATA[]]>'.repeat(300_000)}`,
      `<testsuite>${'<testcase name="a"/>'.repeat(150_000)}`,
      `<testsuite><testcase><failure message="${' '.repeat(3_000_000)}"/></testcase>`,
    ];
    for (const text of texts) {
      const before = performance.now();
      readJUnit(text);
      const took = performance.now() - before;
      assert.ok(took < 3000, `${took} ms for ${text.slice(0, 40)}`);
    }
  });

  it('has an answer for any text', () => {
    const piece = fc.constantFrom(
      ...[
        '<testsuite>',
        '</testsuite>',
        '<testsuites>',
        '<testcase name="a">',
        '</testcase>',
        '<testcase',
        '/>',
        '<failure',
        '>',
      ],
      ...[
        ' a="',
        '"',
        "'",
        '&',
        '&lt;',
        '&#',
        ';',
        '<!--',
        '-->',
        '<![CDATA[',
        ']]>',
        '<!DOCTYPE',
        '[',
        ']',
        '<?',
        '?>',
        'é',
        '\0',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const report = readJUnit(`<testsuite>${pieces.join('')}`);
        assert.notEqual(report.kind, 'other');
      }),
      { numRuns: 1000 },
    );
  });
});

describe('scanning XML', () => {
  const name = fc.constantFrom('a', 'b', 'é');
  const value = fc.string({
    unit: fc.constantFrom('a', '<', '>', '&', '"', "'", '\n', '\u{1F389}', ']]>', 'amp;'),
  });
  const tag = fc.memo((depth): fc.Arbitrary<XmlEvent[]> => {
    const inner = depth > 1 ? fc.array(tag(depth - 1), { maxLength: 3 }) : fc.constant([]);
    return fc
      .tuple(name, fc.dictionary(name, value), inner)
      .map(([own, attributes, children]): XmlEvent[] => [
        { kind: 'open', name: own, attributes: new Map(Object.entries(attributes)) },
        ...children.flat(),
        { kind: 'close', name: own },
      ]);
  });

  it('reads back what was written', () => {
    fc.assert(
      fc.property(
        tag(4),
        fc.constantFrom('', ' text &amp; <!-- <a> --> ', '<?x <a>?>', '<![CDATA[<a>]]>'),
        (events, between) => {
          const text = events
            .map((event) =>
              event.kind === 'open' ? openTag(event) : event.kind === 'close' ? `</${event.name} >` : '',
            )
            .join(between);
          assert.deepEqual([...scanXml(`<?xml version="1.0"?>\n${text}\n`)], events);
        },
      ),
    );
  });

  it('ends with saying that it broke', () => {
    for (const text of [
      '<a>',
      '<a',
      '<a></a>x',
      'x',
      '</a>',
      '<a b>',
      '<a b=c>',
      '<a b="c>',
      '<a><1>',
      '<a></a><!-- ',
    ]) {
      assert.deepEqual([...scanXml(text)].at(-1), { kind: 'broken' }, text);
    }
  });
});

function openTag({ name, attributes }: Extract<XmlEvent, { kind: 'open' }>): string {
  const escaped = (text: string): string =>
    text.replace(
      /[&<"\n]/g,
      (sign) => ({ '&': '&amp;', '<': '&lt;', '"': '&quot;', '\n': '&#10;' })[sign] ?? sign,
    );
  return `<${name}${[...attributes].map(([key, text]) => ` ${key} = "${escaped(text)}"`).join('')}>`;
}
