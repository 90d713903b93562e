/** An OpenAPI document of one operation, `getIt`, with one answer: of this schema, and more members beside. */
export const oneAnswer = (schema: unknown, more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  openapi: '3.1.0',
  info: { title: 'One answer', version: '1' },
  paths: {
    '/it': {
      get: {
        operationId: 'getIt',
        responses: { '200': { description: '', content: { 'application/json': { schema } } } },
      },
    },
  },
  ...more,
});
