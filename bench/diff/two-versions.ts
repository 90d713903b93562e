type Json = Readonly<Record<string, unknown>>;

const STRING: Json = { type: 'string' };
const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: Json): Json => ({ content: { 'application/json': { schema } } });

const object = (properties: Json, required = Object.keys(properties)): Json => ({
  type: 'object',
  properties,
  required,
});

/** Fields such as a resource has, some of them of models that all share. */
const fields = (index: number): Json => ({
  id: { type: 'string', format: 'uuid' },
  name: { type: 'string', maxLength: 40 + (index % 7) },
  state: { type: 'string', enum: ['open', 'closed', `s${index % 5}`] },
  count: { type: 'integer', minimum: 0 },
  createdAt: { type: 'string', format: 'date-time' },
  tags: { type: 'array', items: STRING, maxItems: 10 },
  address: ref('Address'),
  ...(index % 10 === 0 ? { payment: ref('Payment') } : {}),
});

/** A change of one resource, of every twentieth: a field is gone, another one may be null. */
const changedFields = (index: number): Json => {
  const { count: _, ...rest } = fields(index) as { count: unknown };
  return { ...rest, name: { type: ['string', 'null'], maxLength: 40 + (index % 7) } };
};

function operation(index: number): readonly [string, Json] {
  const resource = ref(`Resource${index}`);
  const responses = { '200': { description: 'ok', ...json(object({ data: resource, meta: ref('Meta') })) } };
  const parameters = [
    { name: 'id', in: 'path', required: true, schema: STRING },
    { name: 'page', in: 'query', schema: { type: 'integer', minimum: 1 } },
  ];
  const call = {
    operationId: `update${index}`,
    parameters,
    requestBody: { required: true, ...json(resource) },
    responses,
  };
  return [`/resources${index}/{id}`, { put: call }];
}

/** Two versions of a document with so many operations: a model that all share changed, and some resources of their own. */
export function twoVersions(count: number): readonly [before: Json, after: Json] {
  const indexes = [...Array(count).keys()];
  const version = (isNew: boolean): Json => {
    const resources = indexes.map((index) => {
      const own = isNew && index % 20 === 0 ? changedFields(index) : fields(index);
      return [`Resource${index}`, object(own, ['id', 'name', 'state'])] as const;
    });
    const street = isNew ? { type: 'string', maxLength: 80 } : { type: 'string', maxLength: 100 };
    const shared = {
      Address: object({ street, city: STRING, country: { type: 'string', pattern: '^[A-Z]{2}$' } }),
      Meta: object({ requestId: STRING, page: { type: 'integer' } }),
      Payment: { oneOf: [object({ iban: STRING }), object({ card: STRING })] },
    };
    return {
      openapi: '3.1.0',
      info: { title: 'Large', version: isNew ? '2' : '1' },
      paths: Object.fromEntries(indexes.map(operation)),
      components: { schemas: { ...shared, ...Object.fromEntries(resources) } },
    };
  };
  return [version(false), version(true)];
}
