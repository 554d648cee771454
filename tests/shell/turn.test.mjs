// Which window writes where there are no locks: the windows settle it by talking.

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const shell = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../shell');
const { build } = createRequire(path.join(shell, 'package.json'))('esbuild');
const made = await build({ entryPoints: [path.join(shell, 'src/turn.ts')], bundle: true, write: false,
                           format: 'esm' });
const { make_turn } =
    await import(`data:text/javascript;base64,${Buffer.from(made.outputFiles[0].text).toString('base64')}`);

// A window without locks, closed by the process; timers must not keep it alive.
globalThis.addEventListener ??= () => undefined;
Object.defineProperty(globalThis.navigator ?? (globalThis.navigator = {}), 'locks',
                      { value: undefined, configurable: true });
const { setInterval: every } = globalThis;
globalThis.setInterval = (...all) => every(...all).unref();

// All channels of one name, delivering at once to the others.
class Room {
  members = [];
  enter() {
    const member = { heard: [], listeners: [],
                     addEventListener: (_, listener) => member.listeners.push(listener),
                     postMessage: (data) => this.tell(member, data) };
    this.members.push(member);
    return member;
  }
  tell(from, data) {
    for (const member of this.members) {
      if (member === from) continue;
      member.heard.push(data.kind);
      for (const listener of member.listeners) listener({ data });
    }
  }
}

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test('turn: the first window gets it, the second does not', async () => {
  const room = new Room();
  const first = make_turn('a', room.enter());
  const second = make_turn('b', room.enter());
  assert.equal(await first.take(), true);
  assert.equal(await second.take(), false);
});

test('turn: of two that ask at once exactly one gets it', async () => {
  const room = new Room();
  const turns = ['b', 'a', 'c'].map((name) => make_turn(name, room.enter()));
  assert.deepEqual(await Promise.all(turns.map((turn) => turn.take())), [false, true, false]);
});

test('turn: a holder that goes leaves it to the one that waits', async () => {
  const room = new Room();
  const first = make_turn('a', room.enter());
  const second = make_turn('b', room.enter());
  await first.take();
  await second.take();
  const came = new Promise((resolve) => { second.on_turn = resolve; });
  first.give_up();
  await came;
});

test('turn: a holder that goes just after it answered leaves it all the same', async () => {
  const room = new Room();
  const first = make_turn('a', room.enter());
  const second = make_turn('b', room.enter());
  await first.take();
  let came = false;
  second.on_turn = () => { came = true; };
  const asked = second.take();
  await wait(100);  // It has been refused and still listens.
  first.give_up();
  assert.equal(await asked || came, true);
});
