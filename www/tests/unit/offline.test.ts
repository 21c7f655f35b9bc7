// The data that stands inside a page kept with what was entered.

import assert from 'node:assert/strict';
import { test } from 'node:test';

// The module asks for the running script when it loads.
Object.assign(globalThis, { document: { currentScript: null }, HTMLScriptElement: class {} });
const { contentFor, isSingleFile } = await import('../../src/element/offline');

test('outside the single file nothing can be kept as one', () => {
  assert.equal(isSingleFile, false);
});

test('no text that was entered ends the element that holds it', () => {
  const submission = JSON.stringify({ city: '</script><script>alert(1)</script><!-- & ]]>' });
  const content = contentFor({ rulebook: null, submission });
  const [, json = ''] = /^<script type="application\/json" data-submission>(.*)<\/script>$/.exec(content) ?? [];
  assert.equal(json.indexOf('<'), -1);
  assert.deepEqual(JSON.parse(json), JSON.parse(submission));
});

test('another rulebook stands before the submission, unmarked', () => {
  const content = contentFor({ rulebook: '{"id":"other"}', submission: '{}' });
  assert.equal(content, '<script type="application/json">{"id":"other"}</script><script type="application/json" data-submission>{}</script>');
});
