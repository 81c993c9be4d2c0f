import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { changesOf } from '../../release/changelog.ts';

const CHANGELOG = `# Changelog

What is new.

## Unreleased

## [1.10.0] - 2030-02-01

### Added

- A thing, since 1.1.0 in demand.

## 1.1.0

- Another thing.

## [1.0.0]
`;

describe('What the changelog says of a version', () => {
  it('is its section, without the heading and without its neighbours', () => {
    assert.equal(changesOf(CHANGELOG, '1.10.0'), '### Added\n\n- A thing, since 1.1.0 in demand.');
    assert.equal(changesOf(CHANGELOG, '1.1.0'), '- Another thing.');
  });

  it('is nothing where it has no section, or an empty one, though another version begins alike', () => {
    for (const version of ['1.10', '1.1', '10.0', '2.0.0', '1.0.0', 'Unreleased', '']) {
      assert.equal(changesOf(CHANGELOG, version), undefined, version);
    }
    assert.equal(changesOf('', '1.0.0'), undefined);
  });

  it('is read from a file with the line ends of Windows, too', () => {
    assert.equal(changesOf(CHANGELOG.replaceAll('\n', '\r\n'), '1.1.0'), '- Another thing.');
  });
});
