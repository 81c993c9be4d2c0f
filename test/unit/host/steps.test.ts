import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import { BACK, type Back, firstOf, type Step, thenAsk, withoutBack } from '../../../src/host/ui/questions.ts';

describe('Several questions', () => {
  /** What somebody answers, one after the other; undefined is Escape. */
  let answers: (string | Back | undefined)[];
  /** What they were asked, with the number and what stood there. */
  let asked: string[];

  beforeEach(() => {
    asked = [];
  });

  const ask = (name: string) => async (step: Step, last: string | undefined) => {
    asked.push(`${step.number}/${step.total ?? '?'} ${name} (${last ?? ''})`);
    return answers.shift();
  };

  /** Colour, size and place, one after the other; those that are known are not asked. */
  async function three(first: Step, colour?: string, size?: string): Promise<string | Back | undefined> {
    return await thenAsk(first, colour, ask('colour'), async (colour, second) => {
      return await thenAsk(second, size, ask('size'), async (size, third) => {
        const place = await ask('place')(third, undefined);
        return place === undefined || place === BACK ? place : `${colour} ${size} ${place}`;
      });
    });
  }

  it('are asked in their order, with their numbers', async () => {
    answers = ['red', 'big', 'here'];
    assert.equal(await three(firstOf(3)), 'red big here');
    assert.deepEqual(asked, ['1/3 colour ()', '2/3 size ()', '3/3 place ()']);
  });

  it('go back one step at a time, to what was answered there', async () => {
    answers = ['red', 'big', BACK, 'small', BACK, BACK, 'blue', 'wide', 'here'];
    assert.equal(await three(firstOf(3)), 'blue wide here');
    assert.deepEqual(
      asked.map((each) => each.slice(2)),
      [
        ...['3 colour ()', '3 size ()', '3 place ()', '3 size (big)', '3 place ()'],
        ...['3 size (small)', '3 colour (red)', '3 size ()', '3 place ()'],
      ],
    );
  });

  const beginnings = ['', 'red', 'red big', 'red BACK', 'red big BACK'];
  for (const beginning of beginnings) {
    it(`end with Escape after: ${beginning}`, async () => {
      const before = beginning.split(' ').map((word) => (word === 'BACK' ? BACK : word));
      answers = [...(beginning === '' ? [] : before), undefined, 'never asked'];
      assert.equal(await three(firstOf(3)), undefined);
      assert.deepEqual(answers, ['never asked']);
    });
  }

  it('leave out what is known, which Back leads past', async () => {
    answers = ['red', BACK, 'blue', 'here'];
    assert.equal(await three(firstOf(2), undefined, 'big'), 'blue big here');
    assert.deepEqual(asked, ['1/2 colour ()', '2/2 place ()', '1/2 colour (red)', '2/2 place ()']);
  });

  it('lead back to the questions before them', async () => {
    answers = ['red', BACK, BACK];
    assert.equal(await three(firstOf(4, 1)), BACK);
    assert.equal(asked[0], '2/4 colour ()');
    answers = [BACK];
    assert.equal(await three(firstOf(2, 1), 'red', 'big'), BACK);
  });

  it('have no total while nobody knows it', async () => {
    answers = [undefined];
    await three(firstOf(undefined));
    assert.deepEqual(asked, ['1/? colour ()']);
  });

  it('hand on what went wrong', async () => {
    const broken = async () => {
      throw new Error('broken');
    };
    await assert.rejects(thenAsk(firstOf(2), 'known', ask('x'), broken), /broken/);
  });

  it('begin somewhere, from where Back is no answer', () => {
    assert.equal(withoutBack(BACK), undefined);
    assert.equal(withoutBack(''), '');
  });
});
