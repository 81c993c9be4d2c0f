/**
 * Every error code of the Platform API that the org gives, once, with its status and the platform's message.
 * `{name}` is filled from the error's parameters.
 */
const catalogue = {
  'auth.invalid.scope': [400, 'Client has invalid scope'],
  'auth.too.many.clients': [400, 'Too many clients exist in this organization.'],
  'bad.client.role': [400, 'Client role is invalid.'],
  'bad.client.state': [400, 'New clients can only have an active state'],
  'bad.grant.type': [400, 'Invalid grant type.'],
  'bad.request': [400, 'The request could not be understood by the server due to malformed syntax.'],
  'constraint.validation': [400, '{finding}'],
  'grant.type.required': [400, 'Grant type is required.'],
  'invalid.property': [400, 'Value [{property}] is not a valid property for object [{object}]'],
  'invalid.query.param.value': [
    400,
    'Value [{value}] is not valid for parameter [{parameter}]. Allowable values are: {allowed}',
  ],
  'invalid.value': [
    400,
    'Value [{value}] is not valid for field type [{type}]. Allowable values are: {allowed}',
  ],
  'missing.client.roles': [400, 'Client roles and divisions are missing.'],
  'missing.client.scope': [400, 'Client scope is missing.'],
  'not.a.user': [
    400,
    'This request requires a user context. Client credentials cannot be used for requests to this resource.',
  ],
  'bad.role.divisions': [400, 'Invalid role divisions in request.'],
  'both.after.and.before.provided': [400, 'Can not provide both after and before key in the same request.'],
  'cannot.delete.client': [400, 'Clients must be marked as inactive to be eligible for deletion.'],
  'division.name.invalid': [400, 'The requested division name is invalid.'],
  'general.bad.request': [400, 'The request is badly formed.'],
  'invalid.date': [400, 'Dates must be specified as ISO-8601 strings. For example: yyyy-MM-ddTHH:mm:ss.SSSZ'],
  'invalid.subject.type': [400, 'Bad request, invalid subject type'],
  'max.idle.hipaa.token.timeout.exceeded': [400, 'When HIPAA is enabled timeout must be 15 minutes or less'],
  'max.idle.token.timeout.exceeded': [
    400,
    'When HIPAA is disabled timeout must be between 5 minutes and 8 hours.',
  ],
  'max.scopes.exceeded': [400, 'Too many divisions for organization.'],
  'max.role.ids': [400, 'Only 100 roles can be requested at a time.'],
  'missing.permission.param': [400, 'Missing required permission parameter'],
  'precondition.failure': [400, 'One or more preconditions was not met.'],
  'token.timeout.exceeded': [400, 'When HIPAA is not enabled timeout must be between 300 and 28800 seconds'],
  'token.timeout.exceeded.hipaa': [400, 'When HIPAA is enabled timeout must be between 300 and 900 seconds'],
  'authentication.required': [401, 'No authentication bearer token specified in authorization header.'],
  'bad.credentials': [401, 'Invalid login credentials.'],
  'ip.not.authorized': [401, 'Requests originating from this IP address are not authorized: [{address}]'],
  'app.not.authorized.for.scope': [403, 'App not authorized to use scope {scopes}'],
  'missing.any.permissions': [
    403,
    'Unable to perform the requested action. You must have at least one of the following permissions assigned: {permissions}',
  ],
  'missing.permissions': [
    403,
    'Unable to perform the requested action. You are missing the following permission(s): {permissions}',
  ],
  'missing.division.permissions': [403, "User doesn't have required permissions to the division."],
  'client.not.found': [404, 'Client was not found.'],
  'general.resource.not.found': [404, 'Unable to find an active user with that ID in this organization.'],
  'not.found': [404, 'The requested resource was not found.'],
  'request.conflict': [409, 'The request conflicts with the current state of the target resource.'],
  'resource.already.exists': [409, 'A resource with that name already exists.'],
  'request.entity.too.large': [413, 'The request is over the size limit. Maximum bytes: {limit}'],
  'unsupported.media.type': [
    415,
    'Unsupported Media Type - Unsupported or incorrect media type, such as an incorrect Content-Type value in the header.',
  ],
  'too.many.requests': [429, 'Rate limit exceeded the maximum [{limit}] requests within [{window}] seconds'],
  'too.many.requests.retry.after': [
    429,
    'Rate limit exceeded the maximum. Retry the request in [{seconds}] seconds',
  ],
  'internal.server.error': [
    500,
    'The server encountered an unexpected condition which prevented it from fulfilling the request.',
  ],
  // The one code that is not the platform's.
  'not.simulated': [501, '{operation} is not simulated by the practice org.'],
  'service.unavailable': [
    503,
    'Service Unavailable - The server is currently unavailable (because it is overloaded or down for maintenance).',
  ],
} as const satisfies Record<string, readonly [status: number, message: string]>;

export type ErrorCode = keyof typeof catalogue;

/** Every error code, to choose one by its name. */
export const errorCodes: readonly ErrorCode[] = Object.keys(catalogue).filter(
  (code): code is ErrorCode => code in catalogue,
);

/** Codes that every operation may give; any other belongs to the operations that declare it. */
export const sharedCodes: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'bad.request',
  'constraint.validation',
  'invalid.date',
  'invalid.property',
  'invalid.query.param.value',
  'invalid.value',
  'authentication.required',
  'bad.credentials',
  'ip.not.authorized',
  'app.not.authorized.for.scope',
  'missing.any.permissions',
  'missing.permissions',
  'not.found',
  'request.conflict',
  'request.entity.too.large',
  'unsupported.media.type',
  'too.many.requests',
  'too.many.requests.retry.after',
  'internal.server.error',
  'service.unavailable',
]);

export type ErrorParams = Readonly<Record<string, string | number>>;

/** A refusal of the Platform API. A handler throws it; the server turns it into the documented body. */
export class ApiError extends Error {
  readonly code: ErrorCode;
  readonly status: (typeof catalogue)[ErrorCode][0];
  readonly params: ErrorParams;
  /** The message with its `{name}` places still in it. */
  readonly template: string;

  /** `template` stands in for the catalogue's message where one operation words the same code differently. */
  constructor(code: ErrorCode, params: ErrorParams = {}, template: string = catalogue[code][1]) {
    super(template.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '')));
    this.name = 'ApiError';
    this.code = code;
    this.status = catalogue[code][0];
    this.params = params;
    this.template = template;
  }

  /** The documented `ErrorBody` (Genesys facts 6.4). `contextId` is the answer's correlation id. */
  toBody(contextId: string) {
    return {
      message: this.message,
      code: this.code,
      status: this.status,
      messageWithParams: this.template,
      messageParams: Object.fromEntries(
        Object.entries(this.params).map(([name, value]) => [name, String(value)]),
      ),
      contextId,
      details: [],
      errors: [],
      ...(this.status === 429 && {
        limit: {
          key: 'token.rate.per.minute',
          namespace: 'platform.api',
          value: this.params['limit'] ?? 300,
        },
      }),
    };
  }
}
