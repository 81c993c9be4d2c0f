import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { askOneOf, type Choice, separator } from '../../src/host/ui/askOneOf.ts';
import { type Inputs, watchInputs } from './inputs.ts';
import { until } from './until.ts';

describe('One of 10,000 rows of a list', () => {
  let inputs: Inputs;

  beforeEach(() => {
    inputs = watchInputs();
  });
  afterEach(() => inputs.dispose());

  const rows: (Choice<number> | Choice<undefined>)[] = Array.from({ length: 10_000 }, (_, index) => {
    return { label: `Application ${index}`, description: `id-${index}`, value: index };
  });

  const ask = async () =>
    await askOneOf<number | undefined>({ title: 'Which?', placeholder: '' }, [separator('all'), ...rows]);

  it('is found wherever it stands, and is chosen, though VS Code is given only some at a time', async () => {
    const asked = ask();
    assert.match(inputs.title(), /^Which\? · the first 50; type to find others$/);
    assert.equal(inputs.list().items.length, 50);
    inputs.paste('ID-9876');
    await inputs.untilActiveLabel('Application 9876');
    assert.equal(inputs.title(), 'Which?');
    await inputs.accept();
    assert.equal(await asked, 9876);
  });

  it('is chosen by any words of its row, and none is by words that no row has', async () => {
    const asked = ask();
    inputs.paste('77 application id-4477');
    await inputs.untilActiveLabel('Application 4477');
    assert.deepEqual(
      inputs.list().items.map(({ label }) => label),
      ['Application 4477'],
    );
    inputs.paste('application x');
    await until(() => inputs.list().items.length === 0);
    await inputs.close();
    assert.equal(await asked, undefined);
  });
});
