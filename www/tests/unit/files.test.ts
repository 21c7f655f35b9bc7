// What a file is that cannot be meant as a submission.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foreign } from '../../src/session/files';

const cases: readonly (readonly [string, string, ReturnType<typeof foreign>])[] = [
  ['a submission', '{"format": "infocity-submission/1", "city": "示例市"}', undefined],
  ['a submission of another format', '{"format": "infocity-submission/9", "city": "示例市"}', undefined],
  ['a submission without its format', '{"city": "示例市", "figures": {}}', undefined],
  ['a submission that is broken', '{"format": "infocity-submission/1", "city": ', undefined],
  ['an assessment', '{"format": "infocity-assessment/1"}', 'assessment'],
  ['a rulebook', '\n{"format": "infocity-rulebook/1"}', 'rulebook'],
  ['a page', '<!DOCTYPE html><title>离线网页</title>', 'page'],
  ['a PDF', '%PDF-1.7\n%âãÏÓ', 'other'],
  ['a Word document', 'PK\u0003\u0004word/document.xml', 'other'],
  ['a list', '[1, 2]', 'other'],
  ['JSON of something else', '{"name": "x", "version": "1"}', 'other'],
  ['nothing', '', 'other'],
];

for (const [what, text, is] of cases) {
  test(`${what} ${is === undefined ? 'is left to the engine' : `is told apart: ${is}`}`, () => {
    assert.equal(foreign(text), is);
  });
}
