/** What git says comes late, changes with every commit, and is asked only where the user trusts the workspace. */
import { TRUSTED } from '../../protocol';
import { refreshDiagnostics } from '../diagnostics/refresh';
import { errorText } from '../log';
import type { Session } from '../session';

/** Grows with every commit, and when another is checked out. */
export const GIT_LOG = '/.git/logs/HEAD';

export function followGit(session: Session): void {
  const { connection, service, host, changes } = session;
  service.index.onLate = () => {
    changes.announce();
    refreshDiagnostics(session);
  };
  connection.onNotification(TRUSTED, () => {
    host.trust();
    askGitAgain(session);
  });
}

/** Nothing is announced before git says something else. */
export function askGitAgain(session: Session): void {
  session.service.index.gitChanged();
  session.snapshot().catch((error: unknown) => session.log.error(`Asking git failed: ${errorText(error)}`));
}
