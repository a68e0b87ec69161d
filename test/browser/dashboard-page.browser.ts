import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Dashboard } from '../../server/src/protocol';
import { dashboardOfFiles, FILES } from '../unit/features/dashboard/workspace';
import { folderWith, aims, DAY } from '../unit/cli/support';
import { axe, openDashboardPage, startBrowser, type DashboardPage, type Theme } from './dashboard-page';

const TREND = {
  state: 'done',
  done: 12,
  of: 12,
  points: [
    { day: '2026-09-30', counts: { missing: 30, partial: 4, overdue: 2 } },
    { day: '2026-10-31', counts: { missing: 20, partial: 8, overdue: 1, attested: 6, verified: 2 } },
  ],
} as const;

const picture = (name: string): string => {
  const folder = process.env.AIMS_SCREENSHOTS ?? join('out', 'screenshots');
  mkdirSync(folder, { recursive: true });
  return join(folder, `${name}.png`);
};

/** Of two colours, as WCAG 2 reckons it. Each by red, green and blue up to 255. */
function contrast(one: readonly number[], other: readonly number[]): number {
  const luminance = (colour: readonly number[]): number => {
    const [red = 0, green = 0, blue = 0] = colour.map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe('the page of the dashboard', () => {
  let browser: Browser;
  let dashboard: Dashboard;
  let opened: DashboardPage;
  before(async () => {
    browser = await startBrowser();
    dashboard = await dashboardOfFiles();
  });
  after(() => browser.close());
  afterEach(() => opened.page.close());

  const open = async (options: Parameters<typeof openDashboardPage>[1] = {}): Promise<DashboardPage> => {
    opened = await openDashboardPage(browser, options);
    await opened.say({ kind: 'dashboard', dashboard });
    return opened;
  };
  const focused = (): Promise<string> =>
    opened.page.evaluate('document.activeElement?.dataset.go ?? document.activeElement?.id ?? ""');

  for (const theme of ['light', 'dark', 'high-contrast'] as const satisfies readonly Theme[])
    it(`has nothing that axe finds, ${theme}`, async () => {
      const { page, say } = await open({ theme });
      await say({ kind: 'trend', trend: TREND });
      await page.evaluate('document.querySelectorAll("details").forEach((each) => { each.open = true; })');
      assert.deepEqual(await axe(page), []);
      await page.screenshot({ path: picture(`dashboard-page-${theme}`), fullPage: true });
    });

  for (const theme of ['light', 'dark', 'high-contrast'] as const satisfies readonly Theme[])
    it(`has signs that stand out, and none for what is missing that looks like fine, ${theme}`, async () => {
      const { page } = await open({ theme });
      const coloursOf = async (selector: string): Promise<readonly number[]> => {
        const style = `getComputedStyle(document.querySelector('${selector}'))`;
        const colour = await page.evaluate<string>(
          selector === 'body' ? `${style}.backgroundColor` : `${style}.color`,
        );
        return [...colour.matchAll(/\d+/g)].map(([value]) => Number(value));
      };
      const ground = await coloursOf('body');
      for (const verdict of ['missing', 'overdue', 'partial'])
        assert.ok(contrast(await coloursOf(`.icon.v-${verdict}`), ground) >= 3, verdict);
      const [red = 0, green = 0] = await coloursOf('.icon.v-missing');
      assert.ok(red > green, 'amber: no kind of green');
    });

  for (const colorScheme of ['light', 'dark'] as const)
    it(`has nothing that axe finds as a file, ${colorScheme}`, async () => {
      const folder = folderWith(FILES);
      const { out } = await aims(['status', '.', '--format', 'html', '--at', DAY], { cwd: folder });
      opened = { ...opened, page: await browser.newPage({ colorScheme }) };
      const complaints: string[] = [];
      opened.page.on('console', (message) => complaints.push(message.text()));
      await opened.page.setContent(out);
      assert.deepEqual(complaints, [], 'its own policy lets its style through');
      assert.deepEqual(await axe(opened.page), []);
    });

  it('is all there on paper: nothing folded, scrolled away or cut off, on white', async () => {
    const files: Record<string, string> = { ...FILES };
    for (let index = 0; index < 30; index += 1)
      files[`s${index}/aims.yaml`] =
        `aims: 1\nkind: system\nid: s${index}\nname: Forecasting the demand of product group ${index}\n`;
    const folder = folderWith(files);
    const { out } = await aims(['status', '.', '--format', 'html', '--at', DAY], { cwd: folder });
    // A4 with its margins, in CSS pixels.
    const page = await browser.newPage({ viewport: { width: 703, height: 1017 }, colorScheme: 'dark' });
    opened = { ...opened, page };
    await page.setContent(out);
    assert.equal(await page.getByText('Unfair').first().isVisible(), false, 'on a screen it is folded');
    await page.emulateMedia({ media: 'print' });
    for (const text of ['A later life cycle stage asks for it.', 'Unfair', 'Refused by mistake', 'group 29'])
      assert.ok(await page.getByText(text).first().isVisible(), text);
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 703);
    const scrolled = `[...document.querySelectorAll('.scroller')].filter(
      (each) => each.scrollHeight > each.clientHeight || each.scrollWidth > each.clientWidth).length`;
    assert.equal(await page.evaluate(scrolled), 0);
    assert.equal(
      await page.evaluate('getComputedStyle(document.body).backgroundColor'),
      'rgb(255, 255, 255)',
    );
    await page.screenshot({ path: picture('dashboard-print'), fullPage: true });
  });

  it('fits in 320 pixels, and what is wider scrolls in a box of its own', async () => {
    const { page, say } = await open({ width: 320 });
    await say({ kind: 'trend', trend: TREND });
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 320);
    assert.deepEqual(await axe(page), []);
    await page.screenshot({ path: picture('dashboard-page-zoomed'), fullPage: true });
  });

  it('says that it listens, and what is clicked', async () => {
    const { page, said } = await open();
    assert.deepEqual(await said(), [{ kind: 'ready' }]);
    await page.locator('[data-go="control/1/A.4.2"]').click();
    await page.locator('[data-go="rated/0/0"]').first().dispatchEvent('click');
    await page.locator('#trend-read').click();
    assert.deepEqual((await said()).slice(1), [
      { kind: 'go', target: 'control/1/A.4.2' },
      { kind: 'go', target: 'rated/0/0' },
      { kind: 'read-trend' },
    ]);
  });

  it('is moved through with the arrow keys, one stop of the Tab key for a whole table', async () => {
    const { page, said } = await open();
    await page.locator('[data-go="control/0/A.2.2"]').focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
    assert.equal(await focused(), 'control/1/A.3.2');
    await page.keyboard.press('Enter');
    assert.deepEqual((await said()).at(-1), { kind: 'go', target: 'control/1/A.3.2' });
    assert.equal(await page.locator('table.soa [tabindex="0"]').count(), 1);
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate('document.activeElement.closest("table") === null'), true);
    await page.keyboard.press('Shift+Tab');
    assert.equal(await focused(), 'control/1/A.3.2', 'it is where it was left');
    assert.notEqual(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle'), 'none');
  });

  for (const width of [1280, 700, 320])
    it(`shows what has the focus, and not the names that stay in place above it, ${width} pixels wide`, async () => {
      const { page, say } = await open({ width });
      const [organization, system] = dashboard.subjects;
      const systems = Array.from({ length: 20 }, (_, index) => ({
        ...system!,
        key: `s${index}`,
        name: `S${index}`,
      }));
      await say({ kind: 'dashboard', dashboard: { ...dashboard, subjects: [organization!, ...systems] } });
      const isOnTop = `(() => {
        const { left, top, width, height } = document.activeElement.getBoundingClientRect();
        return document.activeElement.closest('td').contains(document.elementFromPoint(left + width / 2, top + height / 2));
      })()`;
      await page.locator('[data-go="control/1/A.4.2"]').focus();
      for (const key of ['ArrowDown', 'ArrowRight', 'ArrowUp', 'ArrowLeft'])
        for (let step = 0; step < 15; step += 1) {
          await page.keyboard.press(key);
          assert.equal(await page.evaluate(isOnTop), true, `${key} ${step}: ${await focused()}`);
        }
    });

  it('keeps focus, what is unfolded and how far it is scrolled when something changes', async () => {
    const { page, say } = await open();
    await page.evaluate('document.querySelector("#soa .scroller").scrollTo(0, 200)');
    await page.locator('[data-go="control/1/A.6.2.4"]').focus();
    await page.locator('#rated-0-before-1-1-of > summary').dispatchEvent('click');
    const scrolled = await page.evaluate('document.querySelector("#soa .scroller").scrollTop');
    const renamed = dashboard.subjects.map((subject) => ({ ...subject, name: `${subject.name} renamed` }));
    await say({ kind: 'dashboard', dashboard: { ...dashboard, subjects: renamed } });
    assert.ok(await page.locator('table.soa thead').getByText('Scoring renamed').isVisible());
    assert.equal(await focused(), 'control/1/A.6.2.4');
    assert.equal(await page.evaluate('document.querySelector("#soa .scroller").scrollTop'), scrolled);
    assert.equal(await page.locator('#rated-0-before-1-1-of').getAttribute('open'), '');
  });

  it('filters while one types, and keeps that for the next time', async () => {
    const { page, state } = await open();
    await page.locator('#filter-controls').pressSequentially('A.6.2.4');
    assert.equal(await focused(), 'filter-controls');
    assert.equal(await page.locator('table.soa th[scope=row]').count(), 1);
    const kept = await state();
    await page.close();
    await open({ state: kept });
    assert.equal(await opened.page.locator('#filter-controls').inputValue(), 'A.6.2.4');
    assert.equal(await opened.page.locator('table.soa th[scope=row]').count(), 1);
  });

  it('goes through thousands of systems page by page', async () => {
    const { page, say } = await open();
    const [organization, system] = dashboard.subjects;
    const subjects = [
      organization!,
      ...Array.from({ length: 5000 }, (_, index) => ({
        ...system!,
        key: `s${index}`,
        id: `s${index}`,
        name: `System ${index}`,
      })),
    ];
    await say({ kind: 'dashboard', dashboard: { ...dashboard, subjects } });
    assert.equal(await page.locator('table.soa thead th').count(), 25);
    await page.locator('#next').click();
    assert.equal(await focused(), 'next');
    assert.match(await page.locator('.pager [role=status]').innerText(), /^24 to 46 of 5000/);
    await page.locator('#filter-systems').fill('System 4999');
    assert.equal(await page.locator('table.soa thead th').count(), 3);
  });

  it('goes back by one page also where there are fewer pages than before', async () => {
    const { page, say } = await open();
    const [organization, system] = dashboard.subjects;
    const withSystems = (count: number): Dashboard => ({
      ...dashboard,
      subjects: [
        organization!,
        ...Array.from({ length: count }, (_, at) => ({ ...system!, key: `s${at}`, name: `System ${at}` })),
      ],
    });
    await say({ kind: 'dashboard', dashboard: withSystems(200) });
    for (let pages = 0; pages < 6; pages++) await page.locator('#next').click();
    await say({ kind: 'dashboard', dashboard: withSystems(50) });
    await page.locator('#previous').click();
    assert.match(await page.locator('.pager [role=status]').innerText(), /^24 to 46 of 50/);
  });

  it('says that the server stopped, with a way out, until it is back', async () => {
    const { page, say, said } = await open();
    const stopped = page.locator('#stopped');
    assert.equal(await stopped.isVisible(), false);
    await say({ kind: 'server', isStopped: true });
    assert.ok(await stopped.isVisible());
    assert.deepEqual(await axe(page), []);
    await page.screenshot({ path: picture('dashboard-page-stopped') });
    await page.locator('#restart').click();
    assert.deepEqual((await said()).at(-1), { kind: 'restart' });
    await say({ kind: 'server', isStopped: false });
    assert.equal(await stopped.isVisible(), false);
  });

  it('unfolds the risks a cell counts', async () => {
    const { page } = await open();
    await page.locator('a.count').first().click();
    assert.equal(await page.locator('#ratings details[open]').count(), 1);
    assert.equal(await page.evaluate('document.activeElement.tagName'), 'SUMMARY');
  });

  it('shows how far the reading of the past is, and stops it', async () => {
    const { page, say, said } = await open();
    await page.locator('#trend-read').focus();
    await say({ kind: 'trend', trend: { state: 'reading', done: 3, of: 12, points: [] } });
    assert.equal(await page.locator('progress').getAttribute('value'), '3');
    assert.equal(await focused(), 'trend-stop', 'the focus is on what took its place');
    await page.keyboard.press('Enter');
    assert.deepEqual((await said()).at(-1), { kind: 'stop-trend' });
  });

  it('runs nothing of what users wrote', async () => {
    const evil = '<img src=x onerror="window.ran = true"><script>window.ran = true</script>';
    const { page, say } = await open();
    const subjects = dashboard.subjects.map((subject) => ({ ...subject, name: evil, id: evil, key: evil }));
    const items = dashboard.agenda.items.map((item) => ({ ...item, what: evil }));
    await say({ kind: 'dashboard', dashboard: { ...dashboard, subjects, agenda: { items, more: 0 } } });
    assert.equal(await page.locator('img, main script').count(), 0);
    assert.equal(await page.evaluate('window.ran'), undefined);
    assert.ok(await page.locator('table.soa thead').getByText('<img src=x').first().isVisible());
    // What is not escaped would still not run.
    const refused = await page.evaluate(
      `new Promise((done) => { addEventListener('securitypolicyviolation', (event) => done(event.effectiveDirective));
        document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="window.ran = true">'); })`,
    );
    assert.match(String(refused), /^(?:img-src|script-src-attr)$/);
  });
});
