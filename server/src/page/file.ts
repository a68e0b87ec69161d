/** The dashboard as a file of its own: nothing is fetched, nothing runs. */
import { html, Html } from './html';
import { page } from './index';
import { FILE_THEME, STYLE } from './style';
import type { Shown } from './view';

/** What the one `style` of the file holds, for its digest. */
export const FILE_STYLE = `${FILE_THEME}${STYLE}`;

/** To the byte: the digest is of what stands between the tags. */
const STYLE_ELEMENT = new Html(`<style>${FILE_STYLE}</style>`);

/** @param digest SHA-256 of FILE_STYLE, in base64: no other style and no script counts in the file */
export function fileOf(shown: Shown, digest: string): string {
  const { words } = shown.view;
  const policy = `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`;
  return html`<!doctype html>
    <html lang="${words.language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${words.title}</title>
        ${STYLE_ELEMENT}
      </head>
      <body>
        ${page(shown)}
      </body>
    </html> `.text;
}
