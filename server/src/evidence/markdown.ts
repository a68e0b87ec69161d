/** Where links into a Markdown file can lead: its headings, and ids written in HTML. */
import { htmlAnchors, withoutComments, type Anchor } from './html';
import { plainText, slugOf, Slugger } from './slug';

interface Line {
  readonly text: string;
  readonly start: number;
}

/**
 * Anchors in file order. A heading has its slug; one that names an id (`## Title {#id}`, which GitHub doesn't know and
 * site generators do) has the id, the slug without it and GitHub's with it.
 */
export function markdownAnchors(text: string): Anchor[] {
  const prose = withoutComments(withoutCodeBlocks(text));
  const slugger = new Slugger();
  const headings = headingsOf(prose).flatMap(({ title, start, end }): Anchor[] => {
    const named = /^(.*?)\s*\{[^{}]*#([^\s{}]+)[^{}]*\}$/.exec(title);
    const slug = { id: slugger.next(plainText(named?.[1] ?? title)), start, end };
    if (!named) return [slug];
    return [{ id: named[2] ?? '', start, end }, slug, { id: slugOf(plainText(title)), start, end }];
  });
  return [...headings, ...htmlAnchors(prose)];
}

/** UTF-16 code units of a line that are looked at. A longer one is text. */
const MAX_LINE = 1_000;

interface Heading {
  readonly title: string;
  readonly start: number;
  readonly end: number;
}

function headingsOf(prose: string): Heading[] {
  const found: Heading[] = [];
  let paragraph: Line[] = [];
  for (const line of linesOf(prose)) {
    const { content, indent } = insideContainers(line.text.slice(0, MAX_LINE));
    const atx = /^(#{1,6})(?:[ \t]+(.*))?$/.exec(content);
    const first = paragraph[0];
    if (atx) {
      found.push({ title: withoutClosing(atx[2] ?? ''), ...spanOf(line, line) });
    } else if (first && /^(?:=+|-+)[ \t]*$/.test(content)) {
      const title = paragraph
        .map(({ text }) => insideContainers(text.slice(0, MAX_LINE)).content.trim())
        .join(' ');
      found.push({ title, ...spanOf(first, paragraph.at(-1) ?? first) });
    } else {
      const html = /^<h[1-6](?:\s[^<>]*)?>(.*?)<\/h[1-6]\s*>/i.exec(content);
      if (html) found.push({ title: html[1] ?? '', ...spanOf(line, line) });
      const isText = content.trim() !== '' && !html && (indent < 4 || first !== undefined);
      paragraph = isText ? [...(startsBlock(line.text) ? [] : paragraph.slice(-MAX_PARAGRAPH)), line] : [];
      continue;
    }
    paragraph = [];
  }
  return found;
}

/** Lines of a paragraph that are kept in case a line of `===` below makes it a heading. */
const MAX_PARAGRAPH = 5;

/** Headings may stand in quotes and list items. */
function insideContainers(line: string): { content: string; indent: number } {
  const content = line.replace(/^(?:[ \t]{0,3}(?:>[ \t]?|(?:[-+*]|\d{1,9}[.)])[ \t]+(?=#)))+/, '');
  const text = content.trimStart();
  const indent = content.length - text.length;
  return indent < 4 ? { content: text.trimEnd(), indent } : { content: content.trimEnd(), indent };
}

/** A list item or table row is no paragraph of the lines before it. */
function startsBlock(line: string): boolean {
  return /^\s*(?:[-+*]\s|\d{1,9}[.)]\s|\|)/.test(line);
}

function withoutClosing(title: string): string {
  return title.trim().replace(/(?:^|[ \t]+)#+$/, '');
}

function spanOf(first: Line, last: Line): { start: number; end: number } {
  return { start: first.start, end: last.start + last.text.trimEnd().length };
}

/** Blanks front matter and fenced code, so that offsets stay and nothing in them is taken for a heading. */
function withoutCodeBlocks(text: string): string {
  const frontMatter = /^\uFEFF?---[ \t]*(?:\r\n|\r|\n)/.test(text) ? frontMatterEnd(text) : 0;
  let fence = '';
  let prose = '';
  let behind = 0;
  for (const { text: line, start } of linesOf(text)) {
    const mark = fenceOf(line);
    const hidden = start < frontMatter || fence !== '' || mark !== '';
    if (start >= frontMatter) {
      const closes = fence !== '' && mark.startsWith(fence) && /^[\s>]*(?:`+|~+)[ \t]*$/.test(line);
      if (closes) fence = '';
      else if (fence === '') fence = mark;
    }
    if (!hidden) continue;
    prose += text.slice(behind, start) + ' '.repeat(line.length);
    behind = start + line.length;
  }
  return prose + text.slice(behind);
}

/** Offset behind the line that closes front matter; 0 where nothing does. */
function frontMatterEnd(text: string): number {
  const [, ...lines] = linesOf(text);
  const closing = lines.find(({ text: line }) => /^(?:---|\.\.\.)[ \t]*$/.test(line));
  return closing ? closing.start + closing.text.length : 0;
}

/** The run of signs a line opens or closes a code block with, or nothing. */
function fenceOf(line: string): string {
  const short = line.slice(0, MAX_LINE);
  return /^(?:[\s>]|[-+*][ \t]|\d{1,9}[.)][ \t])*(`{3,}(?!.*`)|~{3,})/.exec(short)?.[1] ?? '';
}

const BREAK = /\r\n|\r|\n/g;

function linesOf(text: string): Line[] {
  let start = 0;
  const breaks = text.match(BREAK) ?? [];
  return text.split(BREAK).map((line, at) => {
    const found = { text: line, start };
    start += line.length + (breaks[at]?.length ?? 0);
    return found;
  });
}
