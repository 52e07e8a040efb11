// The types of the custom element <fc-faq>, also for JSX (React, Preact) and for templates of Vue.

export interface FcFaqAttributes {
  /** Address of the service. Default: the one that serves the script. */
  api?: string;
  /** Slug of a topic: all its entries. */
  topic?: string;
  /** Slug of one entry. */
  slug?: string;
  /** Slugs of entries, comma-separated. */
  slugs?: string;
  /** BCP 47 language tag. Default: the language of the page. */
  lang?: string;
  /** Default: the colours of the page. */
  theme?: 'light' | 'dark' | 'auto';
  /** Level of the questions as headings. Default: no headings. */
  heading?: 2 | 3 | 4 | 5 | 6 | '2' | '3' | '4' | '5' | '6';
  /** Shows a search box. */
  search?: boolean;
  /** Keeps one answer open at a time. */
  single?: boolean;
  /** Adds the answers to the page as schema.org FAQPage. */
  jsonld?: boolean;
  /** Sentences that replace those of the element, by their names. */
  texts?: Record<string, string> | null;
}

export interface FcFaqEvents {
  /** The answers are shown. */
  'fc-load': CustomEvent<{ count: number }>;
  /** The reader opened an answer. */
  'fc-open': CustomEvent<{ slug: string }>;
  /** The reader searched. The event doesn't contain the reader's words. */
  'fc-search': CustomEvent<{ count: number; confident: boolean }>;
  /** The answers could not be loaded. Status 0: no response. */
  'fc-error': CustomEvent<{ status: number }>;
}

type Listeners = { [Name in keyof FcFaqEvents as `on${Name}`]?: (event: FcFaqEvents[Name]) => void };

export interface FcFaqElement extends HTMLElement {
  api: string;
  topic: string;
  slug: string;
  slugs: string;
  theme: string;
  heading: string;
  search: boolean;
  single: boolean;
  jsonld: boolean;
  texts: Record<string, string> | null;
}

declare global {
  interface HTMLElementTagNameMap {
    'fc-faq': FcFaqElement;
  }

  interface HTMLElementEventMap extends FcFaqEvents {}
}

// @ts-ignore: only where React is installed
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'fc-faq': FcFaqAttributes & Listeners
        // @ts-ignore
        & Omit<React.HTMLAttributes<FcFaqElement>, keyof FcFaqAttributes> & React.RefAttributes<FcFaqElement>;
    }
  }
}

// @ts-ignore: only where Preact is installed
declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      // @ts-ignore
      'fc-faq': FcFaqAttributes & Listeners & Omit<HTMLAttributes<FcFaqElement>, keyof FcFaqAttributes>;
    }
  }
}

// @ts-ignore: only where Vue is installed
declare module 'vue' {
  interface GlobalComponents {
    'fc-faq': new () => { $props: FcFaqAttributes };
  }
}
