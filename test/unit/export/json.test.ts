import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ExportFormat, exportAs } from '../../../src/core/export/exportAs.ts';
import { anyClient, clientOf, hostileTexts, where } from './clients.ts';

describe('A client taken elsewhere as JSON', () => {
  it('reads back as the request, whatever the client', () => {
    fc.assert(
      fc.property(anyClient, (client) => {
        assert.deepEqual(JSON.parse(exportAs('json', client, where)), client);
      }),
    );
  });

  it('has its keys in one order, two spaces of indent and a line feed at the end', () => {
    const shuffled = Object.fromEntries(Object.entries(clientOf('CRM')).reverse());
    const text = exportAs('json', { ...clientOf('CRM'), ...shuffled }, where);
    assert.equal(text, exportAs('json', clientOf('CRM'), where));
    assert.equal(text, `${JSON.stringify(clientOf('CRM'), undefined, 2)}\n`);
  });

  it('G15: leaves out the scopes that a Client Credentials client has not', () => {
    const { scope: _, ...client } = clientOf('CRM');
    assert.ok(!('scope' in JSON.parse(exportAs('json', client, where))));
  });
});

describe('A client taken elsewhere in any form', () => {
  for (const format of ExportFormat.options) {
    it(`G16: has no secret as ${format}, even when the client carries one`, () => {
      const carrying = { ...clientOf('CRM'), secret: 'kept-back', clientSecret: 'kept-back' };
      const text = exportAs(format, carrying, { ...where, clientId: 'b7f1' });
      assert.ok(!text.includes('kept-back'));
      assert.ok(!/secret/i.test(text));
    });

    it(`shows every character that acts unseen as an escape as ${format}`, () => {
      for (const text of Object.values(hostileTexts)) {
        assert.doesNotMatch(
          exportAs(format, clientOf(text), where),
          /(?!\n)[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u,
        );
      }
    });

    it(`ends with a line feed as ${format}`, () => {
      assert.match(exportAs(format, clientOf('CRM'), where), /\S\n$/);
    });
  }
});
