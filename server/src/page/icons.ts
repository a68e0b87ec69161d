/** Verdicts as signs: each has a shape of its own, so that nobody needs to tell colours apart. The shapes are the tree's. */
import { WORST_FIRST, type Verdict } from '../protocol';
import { html, type Html } from './html';
import type { Words } from './words';

/** 16 by 16; painted with `currentColor`. */
const SHAPES: Readonly<Record<Verdict, Html>> = {
  verified: html`<path
    fill-rule="evenodd"
    d="M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm3.9 4.9-4.8 5-3-2.7.9-1.1 2 1.9 3.9-4.2 1 1.1Z"
  />`,
  attested: html`<path
      fill-rule="evenodd"
      d="M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm0 1.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2Z"
    /><path d="m11.9 5.9-4.8 5-3-2.7.9-1.1 2 1.9 3.9-4.2 1 1.1Z" />`,
  partial: html`<path
    fill-rule="evenodd"
    d="M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm0 1.2v11.6A5.8 5.8 0 0 1 8 2.2Z"
  />`,
  missing: html`<path
    fill-rule="evenodd"
    d="M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm0 1.4a5.6 5.6 0 1 1 0 11.2A5.6 5.6 0 0 1 8 2.4Z"
  />`,
  overdue: html`<path
      fill-rule="evenodd"
      d="M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm0 1.3a5.7 5.7 0 1 1 0 11.4A5.7 5.7 0 0 1 8 2.3Z"
    /><path d="M7.3 4h1.4v3.7l2.8 1.7-.7 1.2-3.5-2.2V4Z" />`,
  suspect: html`<path fill-rule="evenodd" d="M8 1.2 15.2 14H.8L8 1.2Zm0 2.6L3.1 12.7h9.8L8 3.8Z" /><path
      d="M7.3 6.4h1.4v3.4H7.3V6.4Zm0 4.2h1.4V12H7.3v-1.4Z"
    />`,
  unknown: html`<path
    d="M5 5.6C5 3.9 6.3 2.8 8 2.8s3 1.1 3 2.8c0 1.9-2.3 2.3-2.3 4.1H7.3c0-2.4 2.2-2.7 2.2-4.1 0-.9-.6-1.5-1.5-1.5s-1.5.6-1.5 1.5H5Zm2.2 5.5h1.6v1.7H7.2v-1.7Z"
  />`,
  'not-due': html`<path
    fill-rule="evenodd"
    d="M4 1h1.3v1.5h5.4V1H12v1.5h2V14H2V2.500h2V1Zm8.700 5H3.300v6.700h9.400V6Z"
  />`,
  'not-applicable': html`<path
    fill-rule="evenodd"
    d="M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm4.300 3.200-8.100 8.100A5.700 5.700 0 0 0 12.300 4.200ZM8 2.300A5.700 5.700 0 0 0 3.300 11.300L11.300 3.300A5.700 5.700 0 0 0 8 2.300Z"
  />`,
};

/** The shapes, once a page; `icon` refers to them. */
export const SPRITE = html`<svg class="sprite" width="0" height="0" aria-hidden="true">
  ${WORST_FIRST.map((verdict) => html`<symbol id="v-${verdict}" viewBox="0 0 16 16">${SHAPES[verdict]}</symbol>`)}
</svg>`;

/** The sign alone; words must stand beside it. */
export const icon = (verdict: Verdict): Html =>
  html`<svg class="icon v-${verdict}" width="16" height="16" aria-hidden="true" focusable="false">
    <use href="#v-${verdict}" />
  </svg>`;

/** The sign and the word. */
export const verdictLabel = (verdict: Verdict, words: Words): Html =>
  html`<span class="verdict">${icon(verdict)} ${words.verdicts[verdict]}</span>`;
