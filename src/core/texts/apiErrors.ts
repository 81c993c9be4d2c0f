import type { Advice, AdviceByCode } from './advice.ts';
import { accessErrors } from './apiErrors/accessErrors.ts';
import { clientErrors } from './apiErrors/clientErrors.ts';
import { requestErrors } from './apiErrors/requestErrors.ts';
import { roleErrors } from './apiErrors/roleErrors.ts';
import { serviceErrors } from './apiErrors/serviceErrors.ts';

const advice: AdviceByCode = {
  ...clientErrors,
  ...accessErrors,
  ...roleErrors,
  ...requestErrors,
  ...serviceErrors,
};

/** Advice on an error code that the Platform API documents for what is asked of it; undefined for any other. */
export function apiErrorAdvice(code: string | undefined): Advice | undefined {
  return code !== undefined && Object.hasOwn(advice, code) ? advice[code]?.() : undefined;
}
