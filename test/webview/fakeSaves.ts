import { type Effects, type Execution, startExecution } from '../../src/core/procedures/execute.ts';
import type { Plan } from '../../src/core/procedures/plan.ts';
import type { Run } from '../../src/core/procedures/run.ts';
import { workingEffects } from './effects.ts';

/** Carries plans out as the extension does, with effects that are made up. */
export class FakeSaves {
  /** How often the org was asked to create a client. */
  clientsRequested = 0;
  private effects: Effects;
  private execution: Execution | undefined;
  private underWay = new AbortController();

  constructor(effects: Partial<Effects> = {}) {
    this.effects = { ...workingEffects(), ...effects };
  }

  /** From now on nothing goes wrong any more. */
  repair(): void {
    this.effects = workingEffects();
  }

  begin(plan: Plan, tell: (run: Run) => void): void {
    this.execution = startExecution(plan, this.countedEffects(), tell);
    this.proceed(false);
  }

  /** Goes on where it stopped. */
  proceed(createAnyway: boolean): void {
    this.underWay = new AbortController();
    void this.execution?.proceed(this.underWay.signal, { createAnyway });
  }

  cancel(): void {
    this.underWay.abort();
  }

  takeBack(): void {
    void this.execution?.takeBack();
  }

  /** The effects of the moment, whatever they are when they are asked for. */
  private countedEffects(): Effects {
    return {
      createClient: (request, signal) => {
        this.clientsRequested += 1;
        return this.effects.createClient(request, signal);
      },
      findCreatedClient: (request) => this.effects.findCreatedClient(request),
      keepSecret: (client, secret) => this.effects.keepSecret(client, secret),
      readClient: (id) => this.effects.readClient(id),
      makeToken: (id) => this.effects.makeToken(id),
      prove: (step, id) => this.effects.prove(step, id),
      writeScimFile: (step, made) => this.effects.writeScimFile(step, made),
      deleteClient: (client, request) => this.effects.deleteClient(client, request),
      editFrameworkFile: (step, id) => this.effects.editFrameworkFile(step, id),
      createFrameworkFile: (step, id) => this.effects.createFrameworkFile(step, id),
    };
  }
}
