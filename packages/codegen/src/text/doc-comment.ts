const WIDTH = 96;

/** A TSDoc comment, part by part. */
export interface DocComment {
  /** Markdown of the document: the first thing a reader sees. */
  readonly summary: string;
  /** Paragraphs under `@remarks`. */
  readonly remarks?: readonly string[];
  /** Block tags in order, each with its `@`: `@returns The task.` Prose is already escaped. */
  readonly tags?: readonly string[];
}

/**
 * Writes a TSDoc comment, with a line break after it.
 *
 * @param comment - Its parts; prose goes through {@link prose} first.
 */
export function docComment(comment: DocComment): string {
  const remarks = (comment.remarks ?? []).filter((paragraph) => paragraph !== '');
  const tags = comment.tags ?? [];
  const blocks = [
    comment.summary,
    ...(remarks.length > 0 ? [`@remarks\n${remarks.join('\n\n')}`] : []),
    ...(tags.length > 0 ? [tags.join('\n')] : []),
  ];
  const lines = blocks.join('\n\n').split('\n').flatMap(createWrap());
  const [first = ''] = lines;
  if (lines.length === 1) {
    return `/** ${first} */\n`;
  }
  return `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join('\n')}\n */\n`;
}

/**
 * Makes text of the document safe inside a comment: it cannot end it, nor begin a tag.
 *
 * @param text - CommonMark of the document.
 */
export function prose(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .replaceAll('*/', '*\\/')
    .replace(/\{@/g, '\\{@')
    .replace(/^(\s*)@/gm, '$1\\@')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Makes text of the document one sentence on one line, with a full stop. */
export function sentence(text: string): string {
  const line = prose(text).replace(/\s+/g, ' ');
  return line === '' || /[.!?:]$/.test(line) ? line : `${line}.`;
}

/** Writes a word of the document as code in prose. */
export function code(text: string): string {
  const inside = text.replace(/\s+/g, ' ').replaceAll('*/', '*\\/').replaceAll('`', "'");
  return `\`${inside}\``;
}

/** Wraps long lines of prose; leaves fenced code, tables and headings as they are. */
function createWrap(): (line: string) => string[] {
  let fenced = false;
  return (line) => {
    const fence = /^\s*(```|~~~)/.test(line);
    fenced = fence ? !fenced : fenced;
    if (fence || fenced || line.length <= WIDTH || /^\s*[|#]/.test(line)) {
      return [line];
    }
    const [margin = ''] = /^\s*([-*+] |\d+[.)] )?/.exec(line) ?? [];
    return wrapWords(line, line.startsWith('@') ? '  ' : ' '.repeat(margin.length));
  };
}

function wrapWords(line: string, indent: string): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of piecesOf(line)) {
    if (current.trim() !== '' && current.length + word.length > WIDTH) {
      lines.push(current.trimEnd());
      current = indent;
    }
    current += word;
  }
  return [...lines, current.trimEnd()];
}

/** Words with the space after them; code spans and links stay whole. */
function piecesOf(line: string): string[] {
  return (
    line.match(/\s*(?:`[^`]*`|\{@link [^}]*\}|\[[^\]]*\]\([^)]*\)|[^\s`{[]|[{[`])+\s*/g) ?? [line]
  );
}
