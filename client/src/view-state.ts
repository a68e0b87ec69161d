import type { StatusResult } from '../../server/src/protocol';
import type { ServerState } from './connection';

/** What the views have to show; the welcome texts in package.json are chosen by it. */
export type ViewState = 'starting' | 'stopped' | 'empty' | 'no-card' | 'unreadable' | 'ready';

/** @param status the server's last answer; undefined before the first */
export function viewState(server: ServerState, status: StatusResult | undefined): ViewState {
  if (server === 'stopped') return 'stopped';
  if (!status) return 'starting';
  if (status.organizations + status.systems > 0) return 'ready';
  if (status.broken.length > 0) return 'unreadable';
  if (status.state === 'reading') return 'starting';
  // Verdicts are about cards and organizations: with an assessment alone the tree stays empty.
  return status.assessments > 0 ? 'no-card' : 'empty';
}
