/** `status --format html`: the dashboard as one file. */
import { createHash } from 'node:crypto';
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dashboardOf } from '../features/dashboard';
import { placeOfControl } from '../features/dashboard/control-place';
import type { Day } from '../model/scalars';
import { fileOf, FILE_STYLE } from '../page/file';
import { locationOf as locationIn, type Target, type Trend } from '../page/view';
import { wordsFor } from '../page/words';
import type { Dashboard, Location } from '../protocol';
import { agendaOf } from '../rules/agenda';
import type { SubjectResult } from '../verdict/types';
import type { Engine } from './engine';

export interface StatusHtmlOptions {
  readonly day: Day;
  /** The folder links count from: where the page is meant to lie. */
  readonly cwd: string;
  /** Undefined: nobody asked for it. */
  readonly trend: Trend | undefined;
}

/** Where a click leads, in the files that were judged. */
function locationOf(engine: Engine, dashboard: Dashboard, day: Day, target: Target): Location | undefined {
  if (target.kind !== 'control') return locationIn(dashboard, target);
  const subject = dashboard.subjects[target.subject]?.key ?? '';
  return placeOfControl(engine.snapshot, () => day, { subject, control: target.control });
}

/** `credit/aims.yaml#L12`, from a folder. A `./` before it: a name with a colon is no scheme. */
function hrefOf({ uri, range }: Location, folder: string): string {
  const path = relative(folder, fileURLToPath(uri)).split(sep).map(encodeURIComponent).join('/');
  return `./${path}#L${range.start.line + 1}`;
}

/** @param subjects those the path is about */
export function statusHtml(
  engine: Engine,
  subjects: readonly SubjectResult[],
  { day, cwd, trend }: StatusHtmlOptions,
): string {
  const { snapshot } = engine;
  const dashboard = dashboardOf({
    snapshot,
    date: day,
    due: [...snapshot.files.keys()].flatMap((uri) => agendaOf(snapshot, uri, { date: day })),
    subjects: subjects.map(({ subject }) => subject),
  });
  const href = (target: Target): string | undefined => {
    const location = locationOf(engine, dashboard, day, target);
    return location && hrefOf(location, cwd);
  };
  const digest = createHash('sha256').update(FILE_STYLE).digest('base64');
  const view = { words: wordsFor('en'), href, isLive: false, systems: '', controls: '', page: 0, trend };
  return fileOf({ dashboard, view }, digest);
}
