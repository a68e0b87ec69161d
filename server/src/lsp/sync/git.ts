/** What git says comes late, changes with every commit, and is asked only where the user trusts the workspace. */
import { TRUSTED } from '../../protocol';
import { GIT_LOG } from '../../workspace/git-facts';
import { refreshDiagnostics } from '../diagnostics/refresh';
import { errorText } from '../log';
import type { Session } from '../session';

/** Files that say which commits there are, and what they are called. */
export const GIT_FILES: readonly string[] = [
  `**${GIT_LOG}`,
  // Where names of commits are kept, one by one and all together.
  '**/.git/refs/{heads,tags}/**',
  '**/.git/packed-refs',
];

/** Is it one of those? */
export const isGitFile = (uri: string): boolean =>
  uri.endsWith(GIT_LOG) || /\/\.git\/(?:refs\/(?:heads|tags)\/.+|packed-refs)$/.test(uri);

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
