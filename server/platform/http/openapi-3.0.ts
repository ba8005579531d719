type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

/**
 * The 3.1 document as OpenAPI 3.0.3, for tools that read no later one. 3.0 has its own dialect of JSON Schema:
 * no `const`, no null type, boolean exclusive bounds, one `example`.
 */
export function asOpenApi30(document: JsonObject): JsonObject {
  const converted = convert(document) as JsonObject;
  const { license, ...about } = converted.info as JsonObject;
  const name = (license as JsonObject | undefined)?.name ?? 'Apache-2.0';
  const url = 'https://www.apache.org/licenses/LICENSE-2.0';
  return { ...converted, openapi: '3.0.3', info: { ...about, license: { name, url } } };
}

function convert(node: Json): Json {
  if (Array.isArray(node)) return node.map(convert);
  if (node === null || typeof node !== 'object') return node;
  const inner = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, convert(value)]),
  );
  return convertSchema(inner);
}

function convertSchema(schema: JsonObject): JsonObject {
  const { const: constant, examples, patternProperties, ...rest } = schema;
  const converted: JsonObject = rest;
  if (constant !== undefined && !isMap(constant)) converted.enum = [constant];
  if (Array.isArray(examples)) converted.example = examples[0] ?? null;
  if (isMap(patternProperties) && converted.type === 'object') {
    converted.additionalProperties = Object.values(patternProperties)[0] ?? true;
  }
  convertBound(converted, 'exclusiveMinimum', 'minimum');
  convertBound(converted, 'exclusiveMaximum', 'maximum');
  return convertNull(converted);
}

function convertBound(schema: JsonObject, exclusive: string, bound: string): void {
  if (typeof schema[exclusive] !== 'number') return;
  schema[bound] = schema[exclusive];
  schema[exclusive] = true;
}

/** `anyOf: [X, null]` and `type: [x, null]` become `nullable`. */
function convertNull(schema: JsonObject): JsonObject {
  if (Array.isArray(schema.type)) {
    const types = schema.type.filter((type) => type !== 'null');
    const nullable = types.length < schema.type.length;
    return { ...schema, type: types[0] ?? 'string', ...(nullable && { nullable }) };
  }
  if (!Array.isArray(schema.anyOf)) return schema;
  const others = schema.anyOf.filter((one) => !(isMap(one) && one.type === 'null'));
  if (others.length === schema.anyOf.length) return schema;
  const { anyOf: _, ...rest } = schema;
  const [only] = others;
  if (others.length > 1) return { ...rest, anyOf: others, nullable: true };
  // In 3.0 `nullable` says something only beside a `type`; every shape that we refer to is an object.
  if (isMap(only) && '$ref' in only) {
    return { ...rest, type: 'object', allOf: [only], nullable: true };
  }
  const inner = isMap(only) ? only : {};
  return { ...rest, type: typeOfEnum(inner), ...inner, nullable: true };
}

/** The type that an enum's values have; 3.1 needs none, 3.0 does. */
function typeOfEnum(schema: JsonObject): string {
  const [first] = Array.isArray(schema.enum) ? schema.enum : [''];
  return typeof first === 'number' ? 'number' : 'string';
}

function isMap(value: Json | undefined): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
