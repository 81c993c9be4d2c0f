import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import { Alarm } from '../../../src/host/watch/clock.ts';
import { HandClock } from '../../host/handClock.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('Waiting for a moment', () => {
  let clock: HandClock;
  let alarm: Alarm;
  let rung: number[];

  beforeEach(() => {
    clock = new HandClock(Date.UTC(2026, 10, 30, 12));
    rung = [];
    alarm = new Alarm(clock, () => rung.push(clock.now().getTime()));
  });

  const at = (milliseconds: number) => clock.now().getTime() + milliseconds;

  it('ends at that moment, and once, however far it is', () => {
    const moment = at(40 * DAY);
    alarm.set(moment);
    clock.turn(40 * DAY - 1);
    assert.deepEqual(rung, []);
    clock.turn(1);
    assert.deepEqual(rung, [moment]);
    clock.turn(DAY);
    assert.equal(rung.length, 1);
  });

  it('ends some minutes after a computer has woken that has slept over the moment, though nobody comes', () => {
    const moment = at(HOUR);
    alarm.set(moment);
    clock.sleep(8 * HOUR);
    assert.deepEqual(rung, []);
    clock.turn(5 * 60_000);
    assert.equal(rung.length, 1);
  });

  it('ends at once where somebody comes after the moment, and not before it', () => {
    alarm.set(at(HOUR));
    alarm.check();
    assert.deepEqual(rung, []);
    clock.sleep(8 * HOUR);
    alarm.check();
    assert.equal(rung.length, 1);
    alarm.check();
    assert.equal(rung.length, 1);
  });

  it('is for the last moment alone that somebody wanted, and nothing waits once it is over', () => {
    alarm.set(at(HOUR));
    alarm.set(at(2 * HOUR));
    clock.turn(HOUR);
    assert.deepEqual(rung, []);
    assert.equal(clock.waits, 1);
    alarm.dispose();
    assert.equal(clock.waits, 0);
    clock.turn(DAY);
    assert.deepEqual(rung, []);
  });
});
