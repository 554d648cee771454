// Brings the module's bytes and the sample county: fetched beside the page, or out of the page
// itself when it is a single file.

import { can_inflate, inflate, is_gzip } from './packing';

/** What a person is told, as is. */
export class Failure extends Error {}

const kNoInflate =
    '此浏览器版本过旧，无法打开单个文件的页面。请升级浏览器，或从单位的网站打开。';

function embedded(id: string): Uint8Array {
  const text = document.getElementById(id)?.textContent?.trim();
  if (!text) throw new Failure('页面文件不完整，请重新获取。');
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; ++i) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

async function fetched(name: string): Promise<Uint8Array> {
  let response: Response;
  try {
    response = await fetch(new URL(name, document.baseURI));
  } catch {
    throw new Failure(`网络不通，无法取得程序文件：${name}`);
  }
  if (!response.ok) throw new Failure(`服务器上缺少程序文件：${name}`);
  return new Uint8Array(await response.arrayBuffer());
}

// Some servers undo the compression on the way, so the bytes are asked, not the name.
async function plain(bytes: Uint8Array): Promise<Uint8Array> {
  if (!is_gzip(bytes)) return bytes;
  if (!can_inflate()) throw new Failure(kNoInflate);
  return inflate(bytes);
}

/** A file beside the page. Static servers seldom compress what they do not know, so there it lies
 *  `packed` too; old browsers get the plain file. */
export async function load_beside(name: string, packed = true): Promise<Uint8Array> {
  return plain(await fetched(packed && can_inflate() ? `${name}.gz` : name));
}

export function load_module(): Promise<Uint8Array> {
  return BUILD_SINGLE_FILE ? plain(embedded('module')) : load_beside(BUILD_MODULE);
}

/** What few browsers need is a script of its own. */
export function load_fallback(): Promise<typeof import('./fallback')> {
  if (BUILD_SINGLE_FILE) return import('./fallback');
  return import(new URL(BUILD_FALLBACK, document.baseURI).href);
}

export async function load_demo(): Promise<Uint8Array> {
  return plain(BUILD_SINGLE_FILE ? embedded('demo') : await fetched(BUILD_DEMO));
}
