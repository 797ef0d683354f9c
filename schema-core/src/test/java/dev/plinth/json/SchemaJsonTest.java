package dev.plinth.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.Samples;
import dev.plinth.dsl.SchemaDsl;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.BuiltInType;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaJsonTest {

    @Test
    void anExtensionHasWhatIsSaidOfIt() {
        Schema schema = SchemaDsl.schema(
                "s",
                SchemaDsl.extension("citext"),
                SchemaDsl.extension("isn", e -> e.schema("types").version("1.2").comment("Ours")));

        assertThat(SchemaJson.toCompactJson(schema)).contains("\"extensions\":[\"citext\",{\"name\":\"isn\","
                + "\"namespace\":\"types\",\"version\":\"1.2\",\"comment\":\"Ours\"}]");
        assertThat(SchemaJson.parse(SchemaJson.toJson(schema))).isEqualTo(schema);
    }

    @Test
    void writesEveryKindOfObject() {
        assertThat(SchemaJson.toJson(Samples.schema())).isEqualTo("""
                {
                  "name": "shop",
                  "description": "What the shop keeps",
                  "extensions": [ "postgis" ],
                  "objects": [
                    {
                      "kind": "function",
                      "namespace": "app",
                      "name": "touch",
                      "returns": "trigger",
                      "language": "plpgsql",
                      "body": "BEGIN\\n    RETURN NEW;\\nEND;\\n"
                    }
                  ],
                  "tables": [
                    {
                      "name": "users",
                      "description": "People",
                      "columns": [
                        {
                          "name": "id",
                          "type": { "kind": "builtIn", "name": "UUID" },
                          "notNull": true,
                          "default": { "kind": "sql", "text": "gen_random_uuid()" }
                        },
                        {
                          "name": "email",
                          "type": { "kind": "builtIn", "name": "VARCHAR", "modifiers": [ 200 ] },
                          "notNull": true,
                          "description": "Lower case"
                        },
                        { "name": "tags", "type": { "kind": "array", "element": { "kind": "builtIn", "name": "TEXT" } } },
                        {
                          "name": "home",
                          "type": { "kind": "ofExtension", "extension": "postgis", "name": "geography", "modifiers": [ "Point", "4326" ] }
                        },
                        { "name": "mood", "type": { "kind": "native", "sql": "app.mood" }, "default": { "kind": "string", "value": "" } },
                        {
                          "name": "active",
                          "type": { "kind": "builtIn", "name": "BOOLEAN" },
                          "default": { "kind": "boolean", "value": false }
                        },
                        {
                          "name": "rate",
                          "type": { "kind": "builtIn", "name": "NUMERIC", "modifiers": [ 5, 2 ] },
                          "default": { "kind": "number", "value": 1.50 }
                        }
                      ],
                      "constraints": [
                        { "kind": "primaryKey", "name": "users_pkey", "columns": [ "id" ] },
                        {
                          "kind": "unique",
                          "name": "users_email_key",
                          "columns": [ "email" ],
                          "description": "One account each"
                        },
                        {
                          "kind": "check",
                          "name": "users_mood_check",
                          "condition": {
                            "kind": "oneOf",
                            "column": "mood",
                            "values": [
                              { "kind": "string", "value": "good" },
                              { "kind": "string", "value": "bad" }
                            ]
                          }
                        }
                      ],
                      "triggers": [
                        {
                          "name": "touch_users",
                          "timing": "BEFORE",
                          "events": [ "INSERT", "UPDATE" ],
                          "level": "ROW",
                          "function": { "namespace": "app", "name": "touch" }
                        }
                      ]
                    },
                    {
                      "namespace": "sales",
                      "name": "orders",
                      "columns": [
                        { "name": "user_id", "type": { "kind": "builtIn", "name": "UUID" } }
                      ],
                      "constraints": [
                        {
                          "kind": "foreignKey",
                          "name": "orders_user_id_fkey",
                          "columns": [ "user_id" ],
                          "references": { "table": "users", "columns": [ "id" ] },
                          "onDelete": "CASCADE"
                        }
                      ],
                      "indexes": [
                        {
                          "name": "orders_recent",
                          "unique": true,
                          "method": "gist",
                          "keys": [
                            { "kind": "column", "name": "user_id", "direction": "DESC" },
                            { "kind": "expression", "expression": { "kind": "sql", "text": "lower(note)" }, "nulls": "FIRST" }
                          ],
                          "include": [ "note" ],
                          "predicate": { "kind": "sql", "text": "user_id IS NOT NULL" },
                          "description": "For the list"
                        }
                      ]
                    }
                  ],
                  "dynamoTables": [
                    {
                      "name": "Reports",
                      "description": "Reports of incidents",
                      "attributes": [
                        { "name": "incident_id", "type": "STRING" },
                        { "name": "tenant_id", "type": "STRING", "description": "Who owns it" }
                      ],
                      "key": { "partitionKey": [ "incident_id" ] },
                      "globalIndexes": [
                        {
                          "name": "tenant-index",
                          "key": { "partitionKey": [ "tenant_id" ] },
                          "projection": { "kind": "include", "nonKeyAttributes": [ "title" ] }
                        }
                      ],
                      "billing": { "kind": "payPerRequest" },
                      "encryption": "AWS_MANAGED",
                      "pointInTimeRecovery": true
                    },
                    {
                      "name": "Counters",
                      "attributes": [
                        { "name": "name", "type": "STRING" },
                        { "name": "day", "type": "NUMBER" }
                      ],
                      "key": { "partitionKey": [ "name" ], "sortKey": [ "day" ] },
                      "globalIndexes": [
                        {
                          "name": "by-day",
                          "key": { "partitionKey": [ "day" ], "sortKey": [ "name" ] },
                          "projection": { "kind": "keysOnly" },
                          "throughput": { "readCapacityUnits": 2, "writeCapacityUnits": 1 }
                        },
                        {
                          "name": "all",
                          "key": { "partitionKey": [ "day" ], "sortKey": [ "name" ] },
                          "projection": { "kind": "all" },
                          "throughput": { "readCapacityUnits": 1, "writeCapacityUnits": 1 }
                        }
                      ],
                      "billing": { "kind": "provisioned", "throughput": { "readCapacityUnits": 5, "writeCapacityUnits": 5 } }
                    }
                  ]
                }
                """);
    }

    @Test
    void readsBackAnEqualSchema() {
        Schema schema = Samples.schema();
        assertThat(SchemaJson.parse(SchemaJson.toJson(schema))).isEqualTo(schema);
        assertThat(SchemaJson.parse(SchemaJson.toCompactJson(schema))).isEqualTo(schema);
    }

    @Test
    void compactFormHasNoBlankOutsideOfTexts() {
        assertThat(SchemaJson.toCompactJson(schemaOf(new Expression.StringLiteral("a b"))))
                .isEqualTo("{\"name\":\"s\",\"tables\":[{\"name\":\"t\",\"columns\":[{\"name\":\"c\","
                        + "\"type\":{\"kind\":\"builtIn\",\"name\":\"TEXT\"},"
                        + "\"default\":{\"kind\":\"string\",\"value\":\"a b\"}}]}]}");
    }

    static Stream<Expression> expressions() {
        return Stream.of(new Expression.StringLiteral(""), new Expression.StringLiteral("\"\\\n\u2028 \uD83D\uDE00"),
                new Expression.NumberLiteral(new BigDecimal("1E+3")),
                new Expression.NumberLiteral(new BigDecimal("-0.10")),
                new Expression.NumberLiteral(new BigDecimal("12345678901234567890.5")),
                new Expression.BooleanLiteral(false), new Expression.BooleanLiteral(true),
                new Expression.Sql("now()"));
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void readsBackEachExpression(Expression expression) {
        Schema schema = schemaOf(expression);
        assertThat(SchemaJson.parse(SchemaJson.toJson(schema))).isEqualTo(schema);
    }

    record Refusal(String json, String message) {
        @Override
        public String toString() {
            return message;
        }
    }

    static Stream<Refusal> refusals() {
        return Stream.of(new Refusal("", "not JSON: the text is empty"),
                new Refusal("[]", "$: must be an object, is an array"),
                new Refusal("{}", "$: \"name\" is missing"),
                new Refusal("{\"name\": null}", "$: \"name\" is missing"),
                new Refusal("{\"name\": 1}", "$: \"name\" must be a string, is 1"),
                new Refusal("{\"name\": \"s\"} {}", "there is more after the end of the JSON object"),
                new Refusal("{\"name\": \"s\", \"tabels\": []}",
                        "$: has no field \"tabels\"; it has name, extensions, objects, tables, dynamoTables, "
                                + "description"),
                new Refusal("{\"name\": \"s\", \"tables\": {}}", "$: \"tables\" must be an array, is an object"),
                new Refusal("{\"name\": \"s\", \"extensions\": [1]}",
                        "$: \"extensions\" must hold strings or objects, holds 1"),
                new Refusal(column("\"nulable\": true"),
                        "$.tables[0].columns[0]: has no field \"nulable\"; it has name, type, notNull, default, "
                                + "generation, collation, origin, notNullName, storage, compression, statistics, with, description"),
                new Refusal(column("\"notNull\": \"yes\""),
                        "$.tables[0].columns[0]: \"notNull\" must be true or false, is yes"),
                new Refusal(column("\"default\": {\"kind\": \"now\"}"), "$.tables[0].columns[0].default: "
                        + "\"kind\" must be one of sql, nextValue, string, number, boolean, oneOf"),
                new Refusal("{\"name\": \"s\", \"tables\": [{\"name\": \"t\", \"columns\": [{\"name\": \"c\", "
                        + "\"type\": {\"kind\": \"builtIn\", \"name\": \"VARCHAR\", \"modifiers\": [1.5]}}]}]}",
                        "$.tables[0].columns[0].type: \"modifiers\" must be a whole number in range, is 1.5"),
                new Refusal("{\"name\": \"s\", \"dynamoTables\": [{\"name\": \"t\", \"attributes\": "
                        + "[{\"name\": \"a\", \"type\": \"TEXT\"}]}]}",
                        "$.dynamoTables[0].attributes[0]: \"type\" is \"TEXT\" but must be one of [STRING, NUMBER, "
                                + "BINARY, BOOLEAN, STRING_SET, NUMBER_SET, BINARY_SET, LIST, MAP]"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesWhatIsNotAForm(Refusal refusal) {
        assertThatThrownBy(() -> SchemaJson.parse(refusal.json())).isInstanceOf(IllegalArgumentException.class)
                .hasMessage(refusal.message());
    }

    @Test
    void saysWhereTheTextIsNoJson() {
        assertThatThrownBy(() -> SchemaJson.parse("{\n  \"name\": }")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not JSON: ").hasMessageContaining("line: 2");
        assertThatThrownBy(() -> SchemaJson.parse("{\"name\": \"a\", \"name\": \"b\"}"))
                .hasMessageContaining("Duplicate");
    }

    @Test
    void fingerprintIsOfTheCompactFormAndChangesWithTheSchema() {
        String fingerprint = Fingerprint.of(schemaOf(new Expression.Sql("now()")));
        assertThat(fingerprint).isEqualTo("cb1a2cb3f5fdba06699f811fef6cbb39c0c09778e020c6557edec9c7243fabcb");
        assertThat(Fingerprint.of(schemaOf(new Expression.Sql("now() ")))).isNotEqualTo(fingerprint);
    }

    private static String column(String field) {
        return "{\"name\": \"s\", \"tables\": [{\"name\": \"t\", \"columns\": [{\"name\": \"c\", \"type\": "
                + "{\"kind\": \"native\", \"sql\": \"text\"}, " + field + "}]}]}";
    }

    private static Schema schemaOf(Expression defaultValue) {
        Column column = new Column("c", new ColumnType.BuiltIn(BuiltInType.TEXT, List.of()), true, defaultValue, null);
        Table table = new Table(QualifiedName.of("t"), List.of(column), List.of(), List.of(), List.of(), null);
        return new Schema("s", List.of(), List.of(), List.of(table), List.of(), null);
    }
}
