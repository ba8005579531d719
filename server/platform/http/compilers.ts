import buildValidators from '@fastify/ajv-compiler';
import buildSerializers from '@fastify/fast-json-stringify-compiler';

type ValidatorFactory = ReturnType<typeof buildValidators>;
type Validate = ReturnType<ReturnType<ValidatorFactory>>;
type SerializerFactory = ReturnType<typeof buildSerializers>;

const validators = buildValidators();
const serializers = buildSerializers();

const buildValidator: ValidatorFactory = (schemas, options) => {
  const compile = validators(schemas, options);
  return (...route) => {
    let made: Validate | undefined;
    const validate = (...given: Parameters<Validate>) => {
      made ??= compile(...route);
      const isRight = made(...given);
      validate.errors = made.errors;
      return isRight;
    };
    validate.errors = null as Validate['errors'];
    // By its presence Fastify knows that it may hand over the request, where Ajv puts a value that it made fit.
    validate.schemaEnv = true;
    // Fastify calls it and reads these two; what else Ajv's functions carry, nobody asks.
    return validate as unknown as Validate;
  };
};

const buildSerializer: SerializerFactory = (schemas, options) => {
  const compile = serializers(schemas, options);
  return (route) => {
    let made: ReturnType<typeof compile> | undefined;
    return (answer) => {
      made ??= compile(route);
      return made(answer);
    };
  };
};

/**
 * Fastify's own compilers, each asked when the first request needs what it makes: of some five hundred shapes a
 * start needs none, and they were half a second of it.
 */
export const compilersFactory = { buildValidator, buildSerializer };
