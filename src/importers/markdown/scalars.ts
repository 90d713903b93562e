import type { JsonSchema } from '../../contract';

const STRING: JsonSchema = { type: 'string' };
const INTEGER: JsonSchema = { type: 'integer' };
const NUMBER: JsonSchema = { type: 'number' };
const BOOLEAN: JsonSchema = { type: 'boolean' };
const ANYTHING: JsonSchema = {};
const text = (format: string): JsonSchema => ({ type: 'string', format });
const integer = (format: string): JsonSchema => ({ type: 'integer', format });

const all = (schema: JsonSchema, names: string): [string, JsonSchema][] =>
  names.split(' ').map((name) => [name, schema]);

/**
 * The scalars of some twenty generators. `Date` is a moment, `date` a day: languages that have one class for both
 * call it `Date`.
 */
const SCALARS: ReadonlyMap<string, JsonSchema> = new Map([
  ...all(STRING, 'String string str character char NSString Text Symbol Quantity StrictStr'),
  ...all(STRING, 'Duration TimeSpan timedelta TimeOnly LocalTime'),
  ...all(INTEGER, 'Integer integer int Int BigInteger bigint BigInt StrictInt u8 u16 u32 u64 usize i8 i16 isize'),
  ...all(INTEGER, 'uint uint8 uint16 uint32 uint64 int8 int16 short Short ulong UInt UInt8 UInt16 UInt32 UInt64'),
  ...all(integer('int32'), 'int32 i32 Int32 int32_t'),
  ...all(integer('int64'), 'Long long int64 i64 Int64 int64_t'),
  ...all(NUMBER, 'Float Double float double float32 float64 f32 f64 Float32 Float64 BigDecimal Decimal decimal'),
  ...all(NUMBER, 'Number number num numeric Numeric NSNumber StrictFloat'),
  ...all(BOOLEAN, 'Boolean boolean bool Bool BOOLEAN StrictBool'),
  ...all(text('date-time'), 'DateTime OffsetDateTime ZonedDateTime LocalDateTime Date datetime Time Instant'),
  ...all(text('date-time'), 'DateTimeOffset date_time DateTimeImmutable NSDate Timestamp NaiveDateTime'),
  ...all(text('date'), 'LocalDate date DateOnly NaiveDate'),
  ...all(text('uuid'), 'UUID Uuid uuid Guid'),
  ...all(text('uri'), 'URI Uri URL Url NSURL AnyUrl'),
  ...all(text('byte'), 'byte[] ByteArray bytearray []byte Vec<u8> Vec{UInt8} ByteVector'),
  ...all(text('binary'), 'File file SplFileObject PathBuf Data NSData Blob InputStream Stream bytes file_type'),
  ...all(text('binary'), 'FileParameter MultipartFile binary_t RequestFile'),
  ...all(ANYTHING, 'Object object any Any mixed interface{} Value AnyType OasAnyTypeNotMapped JsonObject JsonNode'),
  ...all(ANYTHING, 'NSObject AnyCodable AnyObject dynamic struct{} JValue JToken JsonElement object_t'),
  ...all({ type: ['integer', 'string'] }, 'IntOrString'),
  ...all({ type: 'null' }, 'null None nil NoneType none_type NoneClass undefined Null'),
  ...all({ type: 'array' }, 'List list Array array ARRAY Vec Set set list_t ArrayList NSArray Collection'),
  ...all({ type: 'object' }, 'Map map Hash HASH dict Dict HashMap Dictionary NSDictionary'),
]);

/** What a type's name means by itself, where it is one that languages have. */
export const scalarOf = (name: string): JsonSchema | undefined => SCALARS.get(name);

const FORMATS = new Set(
  'date-time date time duration uuid uri email hostname ipv4 ipv6 byte binary int32 int64 float double password'.split(
    ' ',
  ),
);

/** A scalar with the format behind it: `string (date-time)`, `string<uuid>` and `integer($int64)`. */
export function formattedScalar(name: string, format: string): JsonSchema | undefined {
  const scalar = scalarOf(name);
  const word = format.replace(/^\$/, '');
  const takesFormat = typeof scalar?.type === 'string' && ['string', 'integer', 'number'].includes(scalar.type);
  return takesFormat && FORMATS.has(word) ? { ...scalar, format: word } : undefined;
}
