package dev.plinth.dsl;

import static dev.plinth.dsl.Expressions.emptyJsonArray;
import static dev.plinth.dsl.Expressions.now;
import static dev.plinth.dsl.Expressions.randomUuid;
import static dev.plinth.dsl.SchemaDsl.CASCADE;
import static dev.plinth.dsl.SchemaDsl.GIST;
import static dev.plinth.dsl.SchemaDsl.UPDATE;
import static dev.plinth.dsl.SchemaDsl.dynamoTable;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.SchemaDsl.triggerFunction;
import static dev.plinth.dsl.Types.POINT;
import static dev.plinth.dsl.Types.geography;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.jsonb;
import static dev.plinth.dsl.Types.nativeType;
import static dev.plinth.dsl.Types.timestamp;
import static dev.plinth.dsl.Types.uuid;
import static dev.plinth.dsl.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.dynamo.Attribute;
import dev.plinth.model.dynamo.AttributeType;
import dev.plinth.model.dynamo.Billing;
import dev.plinth.model.dynamo.Capacity;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.GlobalIndex;
import dev.plinth.model.dynamo.KeySchema;
import dev.plinth.model.dynamo.Projection;
import dev.plinth.model.dynamo.TableSettings;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Comment;
import dev.plinth.model.sql.Constraint.Check;
import dev.plinth.model.sql.Constraint.ForeignKey;
import dev.plinth.model.sql.Constraint.PrimaryKey;
import dev.plinth.model.sql.Expression.OneOf;
import dev.plinth.model.sql.Expression.Sql;
import dev.plinth.model.sql.Expression.StringLiteral;
import dev.plinth.model.sql.Extension;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.IndexKey;
import dev.plinth.model.sql.IndexMethod;
import dev.plinth.model.sql.ReferentialAction;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.Target;
import dev.plinth.model.sql.Trigger;
import dev.plinth.model.sql.TriggerEvent;
import dev.plinth.model.sql.TriggerLevel;
import dev.plinth.model.sql.TriggerTiming;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The code block of the design, and the model that comes out of it. */
class SchemaDslTest {

    static final Function TOUCH_UPDATED_AT = triggerFunction("update_updated_at_column", """
            BEGIN
                NEW.updated_at = NOW();
                RETURN NEW;
            END;
            """);

    record Timestamps(ColumnHandle createdAt, ColumnHandle updatedAt) {}

    /** created_at and updated_at, the latter kept by a trigger. */
    static final Mixin<Timestamps> TIMESTAMPS = t -> {
        t.trigger("update_" + t.name() + "_updated_at")
                .before(UPDATE)
                .forEachRow()
                .execute(TOUCH_UPDATED_AT);
        return new Timestamps(
                t.column("created_at", timestamp()).defaultTo(now()).describe("Creation timestamp"),
                t.column("updated_at", timestamp()).defaultTo(now()).describe("Last update timestamp"));
    };

    static final Table TENANTS = table("tenants", t -> {
        t.column("id", uuid()).primaryKey().defaultTo(randomUuid());
        t.column("tenant_name", varchar(200)).notNull();
        t.include(TIMESTAMPS);
    });

    static final Table AGENT_DEFINITIONS = table("agent_definitions", t -> {
        t.describe("Agents");
        var tenant = t.column("tenant_id", uuid()).notNull().references(TENANTS);
        var agentClass = t.column("agent_class", varchar(20)).notNull().oneOf("ingestion", "query", "management");
        t.column("tools", jsonb()).defaultTo(emptyJsonArray());
        t.index("idx_agents_tenant_class").on(tenant, agentClass);
    });

    static final Table INCIDENTS = table("incidents", t -> {
        var tenant = t.column("tenant_id", uuid());
        t.foreignKey(tenant).references(TENANTS).onDelete(CASCADE).describe("Owner");
        var location = t.column("location", geography(POINT, 4326));
        var timestamps = t.include(TIMESTAMPS);
        t.index("idx_incidents_created_at").on(timestamps.createdAt().desc());
        t.index("idx_incidents_location").on(location).using(GIST);
    });

    static final DynamoTable REPORTS = dynamoTable("Reports", t -> {
        var tenant = t.string("tenant_id");
        var domain = t.string("domain_id");
        t.partitionKey(t.string("incident_id"));
        t.globalIndex("tenant-domain-index").partitionKey(tenant).sortKey(domain);
    });

    static final Schema SCHEMA = schema("domainflow", TENANTS, AGENT_DEFINITIONS, INCIDENTS, REPORTS);

    @Test
    void theWholeSchemaOfTheDesignBecomesThisModel() {
        assertThat(SCHEMA)
                .isEqualTo(new Schema(
                        "domainflow",
                        List.of(new Extension("postgis")),
                        List.of(TOUCH_UPDATED_AT),
                        List.of(tenants(), agentDefinitions(), incidents()),
                        List.of(reports()),
                        null));
    }

    /** VARIADIC on both sides of ORDER BY is one argument, as in pg_proc. */
    @Test
    void theCommentOfAnAggregateIsOnTheAggregate() {
        var any = nativeType("\"any\"");
        Schema schema = schema("test", SchemaDsl.aggregate("rank_of", a -> a.variadic("", any).orderByVariadic("", any)
                .sfunc(QualifiedName.of("step")).stype(integer()).hypothetical().comment("The place")));

        assertThat(schema.objects(Comment.class)).containsExactly(new Comment(
                new Target(Target.Kind.FUNCTION, QualifiedName.of("rank_of"), List.of(any), ""), "The place"));
    }

    @Test
    void aTableCarriesTheFunctionsOfItsTriggersUntilASchemaCollectsThem() {
        assertThat(TENANTS.objects()).containsExactly(TOUCH_UPDATED_AT);
        assertThat(SCHEMA.tables()).allSatisfy(table -> assertThat(table.objects()).isEmpty());
    }

    private static Table tenants() {
        return new Table(
                QualifiedName.of("tenants"),
                List.of(
                        new Column("id", uuid(), false, new Sql("gen_random_uuid()"), null),
                        new Column("tenant_name", varchar(200), false, null, null),
                        createdAt(),
                        updatedAt()),
                List.of(new PrimaryKey("tenants_pkey", List.of("id"), null)),
                List.of(),
                List.of(touch("tenants")),
                null);
    }

    private static Table agentDefinitions() {
        return new Table(
                QualifiedName.of("agent_definitions"),
                List.of(
                        new Column("tenant_id", uuid(), false, null, null),
                        new Column("agent_class", varchar(20), false, null, null),
                        new Column("tools", jsonb(), true, new Sql("'[]'::jsonb"), null)),
                List.of(
                        tenantKey("agent_definitions_tenant_id_fkey", ReferentialAction.NO_ACTION, null),
                        new Check(
                                "agent_definitions_agent_class_check",
                                new OneOf(
                                        "agent_class",
                                        List.of(
                                                new StringLiteral("ingestion"),
                                                new StringLiteral("query"),
                                                new StringLiteral("management"))),
                                null)),
                List.of(index(
                        "idx_agents_tenant_class",
                        IndexMethod.BTREE,
                        IndexKey.ascending("tenant_id"),
                        IndexKey.ascending("agent_class"))),
                List.of(),
                "Agents");
    }

    private static Table incidents() {
        return new Table(
                QualifiedName.of("incidents"),
                List.of(
                        new Column("tenant_id", uuid(), true, null, null),
                        new Column("location", geography(POINT, 4326), true, null, null),
                        createdAt(),
                        updatedAt()),
                List.of(tenantKey("incidents_tenant_id_fkey", ReferentialAction.CASCADE, "Owner")),
                List.of(
                        index("idx_incidents_created_at", IndexMethod.BTREE, IndexKey.descending("created_at")),
                        index("idx_incidents_location", IndexMethod.GIST, IndexKey.ascending("location"))),
                List.of(touch("incidents")),
                null);
    }

    private static DynamoTable reports() {
        return new DynamoTable(
                "Reports",
                List.of(
                        new Attribute("tenant_id", AttributeType.STRING, null),
                        new Attribute("domain_id", AttributeType.STRING, null),
                        new Attribute("incident_id", AttributeType.STRING, null)),
                new KeySchema(List.of("incident_id"), List.of()),
                List.of(),
                List.of(new GlobalIndex(
                        "tenant-domain-index",
                        new KeySchema(List.of("tenant_id"), List.of("domain_id")),
                        new Projection.All(),
                        Capacity.UNSPECIFIED,
                        null,
                        null)),
                List.of(),
                Billing.payPerRequest(),
                TableSettings.NONE,
                null);
    }

    private static Column createdAt() {
        return new Column("created_at", timestamp(), true, new Sql("now()"), "Creation timestamp");
    }

    private static Column updatedAt() {
        return new Column("updated_at", timestamp(), true, new Sql("now()"), "Last update timestamp");
    }

    private static ForeignKey tenantKey(String name, ReferentialAction onDelete, String description) {
        return new ForeignKey(
                name,
                List.of("tenant_id"),
                QualifiedName.of("tenants"),
                List.of("id"),
                onDelete,
                ReferentialAction.NO_ACTION,
                description);
    }

    private static Index index(String name, IndexMethod method, IndexKey... keys) {
        return new Index(name, List.of(keys), method, false, List.of(), null, null);
    }

    private static Trigger touch(String table) {
        return new Trigger(
                "update_" + table + "_updated_at",
                TriggerTiming.BEFORE,
                List.of(TriggerEvent.UPDATE),
                TriggerLevel.ROW,
                QualifiedName.of("update_updated_at_column"),
                null);
    }
}
