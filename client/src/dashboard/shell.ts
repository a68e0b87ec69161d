/** The page the dashboard is drawn into: one style, one script, and nothing else may be loaded or run. */
import { html, Html } from '../../../server/src/page/html';
import { STYLE } from '../../../server/src/page/style';
import { wordsFor } from '../../../server/src/page/words';

export interface ShellOptions {
  /** As the editor names it. */
  readonly language: string;
  /** Address of dist/dashboard.js. */
  readonly script: string;
  /** Hard to guess, new for each page. */
  readonly nonce: string;
  /** Shown above everything while the server does not run, with a button. */
  readonly stopped: string;
  readonly restart: string;
}

/** Seen however far somebody has scrolled. */
const STOPPED = `
#stopped { position: sticky; top: 0; z-index: 9; margin: 0; padding: .5rem 1.5rem; background: var(--card);
  border-bottom: 1px solid var(--line); }
#stopped[hidden] { display: none; }
`;

/** The page before anything is known. */
export function shell({ language, script, nonce, stopped, restart }: ShellOptions): string {
  const words = wordsFor(language);
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  return html`<!doctype html>
    <html lang="${words.language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${words.title}</title>
        <style nonce="${nonce}">
          ${new Html(STYLE + STOPPED)}
        </style>
      </head>
      <body>
        <p id="stopped" class="tools" role="alert" hidden>
          <span>${stopped}</span> <button type="button" id="restart">${restart}</button>
        </p>
        <div id="root">
          <main><p role="status">${words.reading}</p></main>
        </div>
        <script nonce="${nonce}" src="${script}"></script>
      </body>
    </html> `.text;
}
