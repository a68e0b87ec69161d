/** `aims/dashboard`, `aims/controlPlace`, `aims/trend`: what the dashboard shows, and where its cells lead. */
import { RequestType, type CancellationToken } from 'vscode-languageserver';
import { dashboardOf } from '../../features/dashboard';
import { placeOfControl } from '../../features/dashboard/control-place';
import { parseDay } from '../../model/scalars';
import {
  CONTROL_PLACE_REQUEST,
  DASHBOARD_REQUEST,
  TREND_REQUEST,
  type ControlPlaceParams,
  type DashboardResult,
  type Location,
  type TrendParams,
  type TrendResult,
} from '../../protocol';
import { answer, cancelled } from '../answer';
import { countAll } from '../counts';
import { dueDays } from '../due-days';
import type { Session } from '../session';
import { trendAt, type KnownCounts } from '../trend';

export function answerDashboard(session: Session): void {
  const kept: KnownCounts = new Map();
  // Who waits for a picture of everything rather waits than sees nothing.
  answer(
    session,
    new RequestType<unknown, DashboardResult | null, void>(DASHBOARD_REQUEST),
    (_params, token) => dashboard(session, token),
    { otherwise: null, staysOpen: true },
  );
  answer(
    session,
    new RequestType<Partial<ControlPlaceParams> | null, Location | null, void>(CONTROL_PLACE_REQUEST),
    (params) => controlPlace(session, params),
    { otherwise: null },
  );
  answer(
    session,
    new RequestType<Partial<TrendParams> | null, TrendResult, void>(TREND_REQUEST),
    async (params, token) => {
      const day = parseDay(typeof params?.day === 'string' ? params.day : '');
      return day === undefined ? { none: 'nothing' } : trendAt(session, day, kept, token);
    },
    { otherwise: { none: 'unavailable' }, staysOpen: true },
  );
}

async function dashboard(session: Session, token: CancellationToken): Promise<DashboardResult | null> {
  if (!session.isReady) return null;
  const { service, changes } = session;
  const { revision } = changes;
  // In slices; what follows takes the results as they are.
  await countAll(session, token);
  const snapshot = await session.snapshot();
  const due = await dueDays(session, snapshot, token);
  if (!due) throw cancelled();
  const found = dashboardOf({ snapshot, date: service.date(), dateOf: service.date, due });
  const spelled = <T extends { readonly location: Location }>(item: T): T => ({
    ...item,
    location: spelledLocation(session, item.location),
  });
  return {
    revision,
    dashboard: {
      ...found,
      agenda: { ...found.agenda, items: found.agenda.items.map(spelled) },
      ratings: found.ratings.map((ratings) => ({ ...ratings, items: ratings.items.map(spelled) })),
    },
  };
}

/** Any client may send anything. */
async function controlPlace(
  session: Session,
  params: Partial<ControlPlaceParams> | null,
): Promise<Location | null> {
  const { subject, control } = params ?? {};
  if (typeof subject !== 'string' || typeof control !== 'string') return null;
  const snapshot = await session.snapshot();
  const found = placeOfControl(snapshot, session.service.date, { subject, control });
  return found ? spelledLocation(session, found) : null;
}

/** As the client writes the URI. All places of the dashboard are in YAML files. */
const spelledLocation = ({ documents }: Session, { uri, range }: Location): Location => ({
  uri: documents.spell(uri),
  range,
});
