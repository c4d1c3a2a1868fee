/** A claim diff as `revtrack compare --format json` prints it: see docs/json.md for what is in it. */
export interface Diff {
  schema: "revtrack.diff/1";
  changes: Change[];
  [key: string]: unknown;
}

/** One change; offsets count code points of the text that was passed in. */
export interface Change {
  kind: string;
  labels: string[];
  severity: "high" | "medium" | "low";
  message: string;
  old: Passage | null;
  new: Passage | null;
  [key: string]: unknown;
}

export interface Passage {
  start: number;
  end: number;
  text: string;
  [key: string]: unknown;
}

export type Format = "html" | "json" | "markdown" | "text";

export interface Revtrack {
  /** The diff of two texts. */
  compare(oldText: string, newText: string): Promise<Diff>;
  /** The same in a format that people read; `html` is a self-contained page. */
  report(oldText: string, newText: string, format?: Format, names?: [string, string]): Promise<string>;
  /** A drafted correction notice; empty where nothing is to be corrected. `day` is YYYY-MM-DD. */
  notice(oldText: string, newText: string, style?: string, day?: string): Promise<string>;
  /** The claims of one text, as `revtrack claims --format json` prints them. */
  claims(text: string): Promise<Record<string, unknown>>;
  /** The text of a file: plain text, Markdown, HTML, .docx, .odt or .rtf. */
  read(name: string, bytes: Uint8Array): Promise<string>;
  /** What the clipboard holds, as text with headings, lists and links. */
  pasted(markup: string, plain: string): Promise<string>;
  /** How many bytes of memory Python has taken. */
  memory(): Promise<number>;
  /** End the worker and free its memory. */
  stop(): void;
}

/** Load Python and revtrack; rejected where they cannot be loaded. */
export function start(options?: { onProgress?: (loaded: number) => void }): Promise<Revtrack>;
