/** The dashboard as HTML: safe, counted, and the same for the editor and for a file. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { VERDICT_MEANINGS, VERDICT_WORDS } from '../../../server/src/features/verdict-words';
import { page } from '../../../server/src/page';
import { fileOf, FILE_STYLE } from '../../../server/src/page/file';
import { html } from '../../../server/src/page/html';
import { monthEndsBefore } from '../../../server/src/page/months';
import { parseTarget, type View } from '../../../server/src/page/view';
import { wordsFor } from '../../../server/src/page/words';
import type { Dashboard } from '../../../server/src/protocol';
import { CARD, dashboardOfFiles, FILES } from '../features/dashboard/workspace';

const FILE: View = { words: wordsFor('en'), isLive: false, systems: '', controls: '', page: 0 };
const LIVE: View = { ...FILE, isLive: true };

/** What somebody reads of it: no tags, no style. */
const textOf = (markup: string): string => markup.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

/** A dashboard of many systems with nothing in them. */
const many = async (count: number): Promise<Dashboard> =>
  dashboardOfFiles(
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => {
        const id = `s${String(index).padStart(4, '0')}`;
        return [`${id}/aims.yaml`, `aims: 1\nkind: system\nid: ${id}\n`];
      }),
    ),
  );

describe('the page of the dashboard', () => {
  let dashboard: Dashboard;
  before(async () => {
    dashboard = await dashboardOfFiles();
  });

  it('escapes whatever users wrote', async () => {
    const evil = `"><img src=x onerror=alert(1)>'&`;
    const quoted = `"${evil.replaceAll('"', '\\"')}"`;
    const hostile = await dashboardOfFiles({
      ...FILES,
      'aims.yaml': FILES['aims.yaml']
        .replace('name: Harbour', `name: ${quoted}`)
        .replace('id: AU-1', `id: ${quoted}`)
        .replace('[rare,', `[${quoted},`),
      'scoring/aims.yaml': CARD.replace('name: Scoring', `name: ${quoted}`).replace(
        'what: Unfair',
        `what: ${quoted}`,
      ),
    });
    for (const view of [
      LIVE,
      { ...FILE, href: () => `javascript:${evil}` },
      { ...LIVE, systems: evil, controls: evil },
    ]) {
      const { text } = page({ dashboard: hostile, view });
      assert.doesNotMatch(text.replace(/"[^"]*"/g, '""'), /<img|<script|<[^>]*\son\w+\s*=/i);
    }
    const { text } = page({ dashboard: hostile, view: FILE });
    assert.equal(
      text.split('&lt;img src=x onerror=alert(1)&gt;').length > 4,
      true,
      'it is shown as it was written',
    );
  });

  it('escapes by template: markup is only what the template made', () => {
    assert.equal(
      html`<b title="${'"<'}">${'<i>'}${html`<u>&</u>`}${undefined}${false}${[1, 2]}</b>`.text,
      '<b title="&quot;&lt;">&lt;i&gt;<u>&</u>12</b>',
    );
  });

  it('shows counts by verdict for each phase, and no share of anything', () => {
    const text = textOf(page({ dashboard, view: FILE }).text);
    for (const phase of ['Plan', 'Do', 'Check', 'Act']) assert.ok(text.includes(phase));
    const missing = dashboard.subjects.reduce((sum, { phases }) => sum + (phases.do.missing ?? 0), 0);
    assert.match(text, new RegExp(`Do Carry it out[^.]*? ${missing} missing`));
    assert.doesNotMatch(text, /%/);
    assert.doesNotMatch(page({ dashboard, view: FILE }).text, /style="/);
  });

  it('shows the wheel of one subject', () => {
    const text = textOf(page({ dashboard, view: { ...LIVE, cycleOf: 1 } }).text);
    const missing = dashboard.subjects[1]?.phases.do.missing;
    assert.match(text, new RegExp(`Do Carry it out[^.]*? ${missing} missing`));
  });

  it('has a row for each control and says each verdict in words', () => {
    const { text } = page({ dashboard, view: FILE });
    assert.equal(text.match(/<th scope="row"><b>A\./g)?.length, 38);
    assert.match(
      text,
      /A\.4\.2<\/b>[\s\S]*?<span class="heard">not asked of it[\s\S]*?<span class="heard">not applicable/,
    );
    assert.match(text, /<caption/);
    assert.match(text, /<th scope="col">/);
  });

  it('filters systems and controls, and says when nothing is left', () => {
    const filtered = page({ dashboard, view: { ...LIVE, controls: 'a.6.2.4' } }).text;
    assert.equal(filtered.match(/<th scope="row"><b>A\./g)?.length, 1);
    const none = page({ dashboard, view: { ...LIVE, controls: 'nothing like it' } }).text;
    assert.match(none, /Nothing matches/);
    const other = page({ dashboard, view: { ...LIVE, systems: 'other' } }).text;
    assert.doesNotMatch(other, /class="name" title="Scoring"/);
    assert.match(other, /class="name" title="Harbour"/, 'the organization stays');
  });

  it('shows a page of thousands of systems at a time, and all of them in a file', async () => {
    const large = await many(100);
    const columns = (view: View): number =>
      page({ dashboard: large, view }).text.match(/<span class="kind">/g)?.length ?? 0;
    assert.equal(columns(LIVE), 24);
    assert.equal(columns({ ...LIVE, page: 4 }), 4);
    assert.equal(columns({ ...LIVE, page: 99 }), 4, 'a page that is gone is the last one');
    assert.equal(columns({ ...LIVE, systems: 's0042' }), 1);
    assert.equal(columns(FILE), 100);
    assert.match(page({ dashboard: large, view: { ...LIVE, page: 1 } }).text, /25 to 48 of 100 columns/);
  });

  it('gathers what is said in the same words of one day', () => {
    const location = {
      uri: 'file:///a.yaml',
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    };
    const item = { on: '2027-01-02', isOverdue: false, what: 'Look again.', subject: 1, location };
    const items = ['A.4.2', 'A.4.3'].map((requirement) => ({ ...item, requirement }));
    const { text } = page({ dashboard: { ...dashboard, agenda: { items, more: 3 } }, view: LIVE });
    assert.equal(text.match(/Look again\./g)?.length, 1);
    assert.match(text, /data-go="agenda\/0">A\.4\.2<[\s\S]*data-go="agenda\/1">A\.4\.3</);
    assert.match(text, /January 2027/);
    assert.match(text, /and 3 more/);
  });

  it('counts risks in their cell, and lists them', () => {
    const { text } = page({ dashboard, view: FILE });
    assert.match(text, /href="#rated-0-before-1-1"\s+aria-label="possible, major: 1 risk"/);
    assert.match(text, /<ul id="rated-0-before-1-1">[\s\S]*?R1<\/b> Unfair/);
    assert.match(text, /Not rated on these scales: 2 risks/, 'after treatment two are not rated');
  });

  it('says what to add where risks stand on no scales, and leads there', async () => {
    const card = CARD.replace('likelihood: possible', 'likelihood: monthly').replace('likely', 'daily');
    const lacking = {
      'aims.yaml': 'aims: 1\nkind: organization\nid: o\nname: <Harbour>\n',
      's/aims.yaml': card,
    };
    const { text } = page({ dashboard: await dashboardOfFiles(lacking), view: LIVE });
    assert.match(
      text,
      /data-go="unscaled\/0">3 risks and harms are not shown: the file of &lt;Harbour&gt; sets no scales\. Add “likelihood”/,
    );
    const alone = page({ dashboard: await dashboardOfFiles({ 'aims.yaml': card }), view: LIVE });
    assert.match(alone.text, /data-go="unscaled\/0">3 risks[^<]*no organization file/);
  });

  it('says of a common scale that it is one, and where to set another', async () => {
    const { text } = page({ dashboard: await dashboardOfFiles({ 'aims.yaml': CARD }), view: LIVE });
    assert.match(text, /Risks of systems without an organization/);
    assert.match(text, /On a common scale, as long as there is none of your own/);
    assert.match(text, /data-go="unscaled\/0">3 risks and harms are shown on a common scale: there is no/);
    assert.doesNotMatch(text, /no level set/, 'not in every cell: it is said above');
    assert.doesNotMatch(page({ dashboard, view: LIVE }).text, /common scale/);
  });

  it('names where a click goes so that it can be read back', () => {
    const { text } = page({ dashboard, view: LIVE });
    const words = [...text.matchAll(/data-go="([^"]*)"/g)].map(([, word]) => word ?? '');
    assert.ok(words.length > 40);
    for (const word of words) assert.ok(parseTarget(word), word);
    assert.deepEqual(parseTarget('control/1/A.4.2'), { kind: 'control', subject: 1, control: 'A.4.2' });
    assert.deepEqual(parseTarget('unscaled/2'), { kind: 'unscaled', item: 2 });
    for (const word of ['', 'control/1', 'control/-1/A.4.2', 'agenda/x', 'rated/1/2/3', 'command:x'])
      assert.equal(parseTarget(word), undefined, word);
  });

  it('is a file in which nothing runs and nothing is fetched', () => {
    const digest = createHash('sha256').update(FILE_STYLE).digest('base64');
    const text = fileOf({ dashboard, view: FILE }, digest);
    assert.match(
      text,
      /Content-Security-Policy"\s+content="default-src &#39;none&#39;; style-src &#39;sha256-/,
    );
    assert.doesNotMatch(text, /<script|unsafe-inline|https?:|<link|@import|url\(|<button|<input|<select/);
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(text) ?? [];
    assert.equal(createHash('sha256').update(style).digest('base64'), digest);
  });

  it('draws the past months once they are read', () => {
    const points = [
      { day: '2026-09-30', counts: { missing: 4 } },
      { day: '2026-10-31', counts: { missing: 2, verified: 1 } },
    ];
    const trend = { state: 'done' as const, done: 12, of: 12, points };
    const { text } = page({ dashboard, view: { ...LIVE, trend } });
    assert.match(text, /2026-09-30\s*<\/th>/);
    assert.match(text, new RegExp(`${dashboard.date}\\s*<span class="quiet">now`));
    const idle = page({
      dashboard,
      view: { ...LIVE, trend: { state: 'idle', done: 0, of: 0, points: [] } },
    }).text;
    assert.match(idle, /id="trend-read"/);
    const untrusted = page({
      dashboard,
      view: { ...LIVE, trend: { ...trend, state: 'untrusted', points: [] } },
    }).text;
    assert.doesNotMatch(untrusted, /id="trend-read"/);
  });

  it('reads the last days of twelve months', () => {
    const days = monthEndsBefore('2026-03-31');
    assert.equal(days.length, 12);
    assert.deepEqual([days[0], days.at(-2), days.at(-1)], ['2025-03-31', '2026-01-31', '2026-02-28']);
    assert.equal(monthEndsBefore('2028-03-01').at(-1), '2028-02-29');
  });

  it('says verdicts in the words of hovers and the tree', () => {
    assert.deepEqual(wordsFor('en').verdicts, VERDICT_WORDS);
    assert.deepEqual(wordsFor('en').meanings, VERDICT_MEANINGS);
    assert.equal(wordsFor('xx').language, 'en');
  });
});
