// What the address of the page asks for.

export interface Options {
  /** The sample county, in memory only. */
  demo: boolean;
  /** A day that stands for today; empty = the real one. */
  on: string;
  /** The first screen; empty = as always. */
  screen: string;
  /** The mirror for screen readers, from the start. */
  a11y: boolean;
  /** Fixed time steps, for tests. */
  auto: boolean;
}

export function read_options(search: string): Options {
  const query = new URLSearchParams(search);
  const on = query.get('on') ?? '';
  return {
    demo: query.has('demo'),
    on: /^\d{4}-\d{2}-\d{2}$/.test(on) ? on : '',
    screen: query.get('screen') ?? '',
    a11y: query.has('a11y'),
    auto: query.has('auto'),
  };
}
