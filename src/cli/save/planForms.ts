/** The forms in which a plan is told. */
export const planForms = ['text', 'json'] as const;
