/** What each client tells of the same calls. */
export interface Seen {
  phones: number;
  found: boolean;
  changed: string | undefined;
  recorded: boolean;
  questions: number;
  complete: boolean;
  state: string | undefined;
  origin: string;
  missing: string | undefined;
}
