// What the address of the page asks for.

export interface Options {
  /** The sample county, in memory only. */
  demo: boolean;
  /** A day that stands for today; empty = the real one. */
  on: string;
  /** What was asked for instead of such a day; empty = nothing. */
  refused_day: string;
  /** The first screen; empty = as always. */
  screen: string;
  /** The mirror for screen readers, from the start. */
  a11y: boolean;
  /** Fixed time steps, for tests. */
  auto: boolean;
}

/** As the module reads days: within its years, and in the calendar. */
function is_day(text: string): boolean {
  return /^(19|2\d)\d\d-/.test(text) && new Date(text).toJSON()?.slice(0, 10) === text;
}

export function read_options(search: string): Options {
  const query = new URLSearchParams(search);
  const on = query.get('on') ?? '';
  return {
    demo: query.has('demo'),
    on: is_day(on) ? on : '',
    refused_day: is_day(on) ? '' : on,
    screen: query.get('screen') ?? '',
    a11y: query.has('a11y'),
    auto: query.has('auto'),
  };
}
