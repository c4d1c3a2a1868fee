// Two revisions of a WordPress post, compared in the browser: an example for an editor's own page.
//
//     import { start } from "./revtrack.mjs";
//     import { compareRevisions } from "./wordpress.mjs";
//     const diff = await compareRevisions(await start(), { site: "https://news.example/", post: 7, old: 12, new: 15, nonce });
//
// `nonce` is what WordPress gives a page of a signed-in editor (wp_create_nonce("wp_rest")); revisions are shown to nobody
// else. The texts go from WordPress to this browser and nowhere further.

/** The diff (revtrack.diff/1) of two revisions by their numbers; rejected where WordPress does not give one of them. */
export async function compareRevisions(revtrack, { site, post, old, new: new_, nonce, fetch = globalThis.fetch }) {
  const texts = await Promise.all([old, new_].map((revision) => text(revtrack, { site, post, revision, nonce, fetch })));
  return revtrack.compare(...texts);
}

async function text(revtrack, { site, post, revision, nonce, fetch }) {
  const address = new URL(`wp-json/wp/v2/posts/${Number(post)}/revisions/${Number(revision)}`, site);
  address.searchParams.set("context", "edit");
  const response = await fetch(address.href, { credentials: "include", headers: { "X-WP-Nonce": nonce } });
  if (!response.ok) throw new Error(`revision ${revision}: WordPress answers ${response.status}`);
  const { title, content } = await response.json();
  // The title is plain text with entities; the content is HTML with comments that part its blocks.
  const markup = `<h1>${title.rendered ?? title.raw}</h1>${content.rendered ?? content.raw}`;
  return revtrack.pasted(markup, "");
}
