/** How the dashboard looks: the colours of the editor's theme, or those below where it is a file of its own. */

/** Stands in for a theme. Contrasts of text are 4.5 to 1 or more on these backgrounds. */
export const FILE_THEME = `
:root {
  color-scheme: light dark;
  --vscode-font-family: system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
  --vscode-font-size: 14px;
  --vscode-editor-background: #ffffff;
  --vscode-foreground: #2b2b2b;
  --vscode-descriptionForeground: #5c5c5c;
  --vscode-widget-border: #d4d4d4;
  --vscode-editorWidget-background: #f7f7f7;
  --vscode-textLink-foreground: #0059b3;
  --vscode-focusBorder: #005fb8;
  --vscode-charts-green: #2b7a35;
  --vscode-charts-yellow: #8f6400;
  --vscode-charts-red: #c01f1f;
  --vscode-charts-purple: #6a3fa0;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --vscode-editor-background: #1f1f1f;
    --vscode-foreground: #d4d4d4;
    --vscode-descriptionForeground: #a3a3a3;
    --vscode-widget-border: #454545;
    --vscode-editorWidget-background: #272727;
    --vscode-textLink-foreground: #6cb6ff;
    --vscode-focusBorder: #4daafc;
    --vscode-charts-green: #7ccf86;
    --vscode-charts-yellow: #dcbd5a;
    --vscode-charts-red: #f58a8a;
    --vscode-charts-purple: #c3a2ef;
  }
}
`;

export const STYLE = `
:root {
  --line: var(--vscode-contrastBorder, var(--vscode-widget-border, var(--vscode-panel-border, #8888)));
  --quiet: var(--vscode-descriptionForeground, var(--vscode-foreground));
  --ground: var(--vscode-editor-background);
  --card: var(--vscode-editorWidget-background, var(--ground));
  /* That of warnings, as in the tree: the yellow of charts is an olive green in some light themes. */
  --warning: var(--vscode-problemsWarningIcon-foreground, var(--vscode-charts-yellow));
}
* { box-sizing: border-box; }
html { scroll-padding-block: 2.5rem; }
body {
  margin: 0;
  padding: 0;
  background: var(--ground);
  color: var(--vscode-foreground);
  font: var(--vscode-font-size, 13px)/1.45 var(--vscode-font-family, system-ui, sans-serif);
}
main { max-width: 90rem; margin: 0 auto; padding: 1.5rem 1.5rem 3rem; }
h1 { font-size: 1.6em; font-weight: 600; margin: 0 0 .2em; }
h2 { font-size: 1.25em; font-weight: 600; margin: 2.2em 0 .7em; padding-bottom: .3em; border-bottom: 1px solid var(--line); }
h3 { font-size: 1.05em; font-weight: 600; margin: 0 0 .3em; overflow-wrap: anywhere; }
p { margin: 0 0 .7em; }
ul, ol { margin: 0; padding: 0; list-style: none; }
li, dd, p, .name, caption { overflow-wrap: anywhere; }
.quiet { color: var(--quiet); font-weight: normal; }
.sprite { position: absolute; }
.heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.icon { fill: currentColor; vertical-align: -3px; flex: none; }
.verdict { white-space: nowrap; }

.v-verified, .v-attested { color: var(--vscode-charts-green); }
.v-missing, .v-partial { color: var(--warning); }
.v-overdue, .v-suspect { color: var(--vscode-charts-red); }
.v-unknown { color: var(--vscode-charts-purple, var(--quiet)); }
.v-not-due, .v-not-applicable { color: var(--quiet); }
.fill { fill: currentColor; }
.fill.v-attested { fill-opacity: .6; }
.fill.v-partial { fill-opacity: .5; }
.fill.v-suspect { fill-opacity: .7; }
.fill.v-not-due { fill-opacity: .45; }
.fill.v-not-applicable { fill-opacity: .25; }
.empty { fill: none; stroke: var(--line); }

.cards, .phases { display: grid; gap: .8rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 22rem), 1fr)); }
.card { border: 1px solid var(--line); border-radius: 6px; background: var(--card); padding: .8rem 1rem; }
.card.late { border-left: 4px solid var(--vscode-charts-red); }
.cycle { display: grid; gap: 1.5rem; grid-template-columns: minmax(9rem, 17rem) 1fr; align-items: center; }
.phases { grid-template-columns: repeat(4, 1fr); align-items: stretch; }
.wheel { width: 100%; height: auto; }
.wheel text { fill: var(--vscode-foreground); font-size: 11px; font-weight: 600; text-anchor: middle; dominant-baseline: middle; }
.wheel.tight text { font-size: 7.5px; }
.counts li { display: flex; gap: .6em; align-items: baseline; padding: .1em 0; }
.counts b { min-width: 2.2em; text-align: right; font-variant-numeric: tabular-nums; }
.agenda li { display: grid; grid-template-columns: 6.2em 1fr; gap: .7em; padding: .3em 0; border-top: 1px solid color-mix(in srgb, var(--line) 50%, transparent); }
.agenda li:first-child { border-top: 0; }
.links { display: inline-flex; flex-wrap: wrap; gap: .1em .6em; }
time { font-variant-numeric: tabular-nums; color: var(--quiet); }

.tools { display: flex; flex-wrap: wrap; gap: .6em 1.2em; align-items: center; margin: 0 0 .8em; }
.tools label { display: inline-flex; flex-wrap: wrap; gap: .5em; align-items: center; }
input, select, .tools button {
  font: inherit;
  color: var(--vscode-input-foreground, inherit);
  background: var(--vscode-input-background, var(--ground));
  border: 1px solid var(--vscode-input-border, var(--line));
  border-radius: 3px;
  padding: .25em .5em;
  max-width: 100%;
}
.tools button { color: var(--vscode-button-secondaryForeground, inherit); background: var(--vscode-button-secondaryBackground, var(--card)); cursor: pointer; }
.tools button:hover:enabled { background: var(--vscode-button-secondaryHoverBackground, var(--card)); }
.tools button:disabled { opacity: .5; cursor: default; }

.go { font: inherit; color: inherit; background: none; border: 0; padding: 0; margin: 0; text-align: inherit; text-decoration: none; cursor: pointer; border-radius: 3px; }
li .go, a.count { color: var(--vscode-textLink-foreground); }
li .go:hover, a.count:hover { text-decoration: underline; }
:focus-visible { outline: 2px solid var(--vscode-focusBorder, currentColor); outline-offset: 1px; }

.scroller { overflow: auto; width: fit-content; max-width: 100%; max-height: 42rem; border: 1px solid var(--line); border-radius: 6px; margin-bottom: .8rem; }
/* What has the focus is not left under the names that stay in place. */
.scroller:has(> .soa) { scroll-padding: 6.5rem .5rem .5rem 22.5rem; }
table { border-collapse: separate; border-spacing: 0; font-variant-numeric: tabular-nums; }
th { text-align: left; font-weight: 600; }
th, td { padding: .25em .5em; border-bottom: 1px solid color-mix(in srgb, var(--line) 45%, transparent); }
thead th { position: sticky; top: 0; z-index: 2; background: var(--card); vertical-align: bottom; border-bottom: 1px solid var(--line); }
.soa th[scope="row"], .soa thead th:first-child { position: sticky; left: 0; z-index: 1; background: var(--ground); width: 22rem; min-width: 14rem; }
.soa thead th:first-child { z-index: 3; background: var(--card); }
.soa thead th { min-width: 6.5rem; max-width: 11rem; }
.soa .kind { display: block; font-weight: normal; color: var(--quiet); font-size: .9em; }
.soa .name { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; }
.soa th[scope="row"] { font-weight: normal; }
.soa th[scope="row"] .name { display: inline; color: var(--quiet); }
.soa .group th { background: var(--card); font-weight: 600; }
.soa .group span { position: sticky; left: .5em; }
.soa td { text-align: center; padding: 0; }
.soa td .go, .soa td .cell { display: flex; width: 100%; min-height: 1.9rem; align-items: center; justify-content: center; position: relative; }
.soa td .cell { color: var(--quiet); }
.soa td .go:hover { background: var(--vscode-list-hoverBackground, color-mix(in srgb, currentColor 12%, transparent)); }
.soa td :focus-visible { outline-offset: -2px; }
.legend { margin-top: .4rem; }
summary { cursor: pointer; }
dl { margin: .4rem 0; }
dl div { display: grid; grid-template-columns: 9.5em 1fr; gap: .8em; padding: .15em 0; }
dd { margin: 0; color: var(--quiet); }

.halves { display: grid; gap: 1.2rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); margin-bottom: 1.6rem; }
.halves > div { min-width: 0; }
caption { text-align: left; font-weight: 600; padding: .4em .5em; }
.halves .scroller { width: auto; }
.ratings { width: 100%; }
.ratings td { text-align: center; white-space: nowrap; min-width: 4.6rem; border-left: 1px solid color-mix(in srgb, var(--line) 45%, transparent); }
.ratings .count { font-weight: 700; font-size: 1.15em; text-decoration: underline; color: inherit; padding: 0 .35em; }
.ratings td .quiet { color: inherit; font-size: .88em; }
.level-0 { background: color-mix(in srgb, var(--vscode-charts-green) 14%, transparent); }
.level-1 { background: color-mix(in srgb, var(--warning) 12%, transparent); }
.level-2 { background: color-mix(in srgb, var(--warning) 28%, transparent); }
.level-3 { background: color-mix(in srgb, var(--vscode-charts-red) 20%, transparent); }
.lists details { padding: .15em 0; }
.lists ul { padding: .2em 0 .4em 1.2em; }
.lists ul:target { outline: 2px solid var(--vscode-focusBorder); outline-offset: 2px; }
.bars { width: 100%; min-width: 34rem; max-width: 52rem; height: auto; display: block; padding: .8rem .5rem; }
.bars text { fill: var(--quiet); font-size: 8px; text-anchor: middle; }
.trend td { text-align: right; }
.trend th[scope="row"] { white-space: nowrap; }

@media (max-width: 80rem) { .phases { grid-template-columns: repeat(2, 1fr); } }
@media (max-width: 30rem) { .phases { grid-template-columns: 1fr; } }
@media screen and (max-width: 48rem) {
  main { padding: 1rem .8rem 2rem; }
  .cycle { grid-template-columns: 1fr; }
  .wheel { max-width: 15rem; margin: 0 auto; }
  .soa thead th { min-width: 5.5rem; }
  .soa th[scope="row"], .soa thead th:first-child { width: 7rem; min-width: 7rem; }
  .scroller:has(> .soa) { scroll-padding-left: 7.5rem; }
  .soa th[scope="row"] .name { font-size: .85em; hyphens: auto; }
  .tools label { flex: 1 1 100%; flex-direction: column; align-items: stretch; }
  .tools select { flex: 1 1 12rem; }
  .agenda li, dl div { grid-template-columns: 1fr; gap: .1em; }
}
@media (max-height: 30rem) { thead th { position: static; } }
@media (prefers-reduced-motion: no-preference) { .go, .tools button { transition: background-color .1s; } }
@media (forced-colors: active) {
  .card, .scroller, .ratings td { border: 1px solid CanvasText; }
  .icon { fill: CanvasText; }
  .fill { forced-color-adjust: none; stroke: Canvas; }
}
@media print {
  @page { margin: 14mm 12mm; }
  :root { color-scheme: light; }
  main { max-width: none; padding: 0; }
  .tools, .pager { display: none; }
  details::details-content { display: block; content-visibility: visible; block-size: auto; }
  summary { list-style: none; }
  .scroller { overflow: visible; width: auto; max-height: none; border: 0; }
  .soa { width: 100%; table-layout: fixed; }
  thead th, .soa th[scope="row"], .soa thead th:first-child { position: static; min-width: 0; }
  .soa thead th { min-width: 0; max-width: none; }
  .soa thead th:first-child { width: 42%; }
  .soa .name { display: inline; }
  .soa.wide { font-size: .85em; }
  .soa.wide thead th:first-child { width: 32%; }
  .soa.wide thead th:not(:first-child) { padding: .25em 0; text-align: center; }
  .soa.wide thead .name { display: inline-block; max-height: 20rem; writing-mode: vertical-rl; transform: rotate(180deg); white-space: nowrap; text-overflow: ellipsis; }
  .soa.wide thead .kind { display: none; }
  .cards { display: block; columns: 2; }
  .cards .card { margin-bottom: .8rem; }
  .halves { display: block; }
  .ratings td, .card, .fill { print-color-adjust: exact; }
  h2, h3, h3 + p, caption, summary, .group { break-after: avoid; }
  tr, li, .card, svg, .ratings, .halves > div, dl { break-inside: avoid; }
  a { color: inherit; }
}
`;
