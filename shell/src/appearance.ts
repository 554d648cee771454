// How the person likes to see: what the system says, unless chosen otherwise here. The page's own
// HTML follows by the attribute data-theme.

import type { Core } from './core';
import { remember, remembered } from './memory';

const themes = ['system', 'light', 'dark', 'contrast'] as const;
type Theme = typeof themes[number];
const motions = ['system', 'reduced', 'full'] as const;
type Motion = typeof motions[number];

const kTheme = 'theme';
const kMotion = 'motion';

interface System {
  dark: boolean;
  contrast: boolean;
  reduced_motion: boolean;
}

interface Shown {
  dark: boolean;
  contrast: boolean;
  reduced_motion: boolean;
}

/** What is shown for these choices: what was chosen here goes before what the system says. */
export function shown_for(theme: Theme, motion: Motion, system: System): Shown {
  return {
    dark: theme === 'dark' || (theme === 'system' && system.dark),
    contrast: theme === 'contrast' || (theme === 'system' && system.contrast),
    reduced_motion: motion === 'reduced' || (motion === 'system' && system.reduced_motion),
  };
}

function one_of<T extends string>(known: readonly T[], word: string | null): T {
  return known.find((each) => each === word) ?? known[0]!;
}

export class Appearance {
  reduced_motion = false;
  private theme = one_of(themes, remembered(kTheme));
  private motion = one_of(motions, remembered(kMotion));
  private readonly queries = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)',
                              '(forced-colors: active)', '(prefers-reduced-motion: reduce)']
      .map((query) => matchMedia(query));

  constructor(private readonly core: Core) {
    for (const query of this.queries) query.addEventListener('change', () => this.tell());
    this.tell();
  }

  get chosen(): { theme: Theme; motion: Motion } { return { theme: this.theme, motion: this.motion }; }

  choose(theme: string, motion: string): void {
    this.theme = one_of(themes, theme);
    this.motion = one_of(motions, motion);
    remember(kTheme, this.theme);
    remember(kMotion, this.motion);
    this.tell();
  }

  private tell(): void {
    const [dark, more, forced, still] = this.queries.map(({ matches }) => matches);
    const shown = shown_for(this.theme, this.motion, {
      dark: dark === true, contrast: more === true || forced === true, reduced_motion: still === true,
    });
    this.reduced_motion = shown.reduced_motion;
    document.documentElement.dataset['theme'] =
        shown.dark ? 'dark' : shown.contrast ? 'contrast' : 'light';
    this.core.appearance(shown.dark, shown.contrast);
  }
}
