package dev.plinth.docs;

import static dev.plinth.dsl.Expressions.emptyJsonArray;
import static dev.plinth.dsl.Expressions.literal;
import static dev.plinth.dsl.Expressions.now;
import static dev.plinth.dsl.Expressions.randomUuid;
import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.AWS_MANAGED;
import static dev.plinth.dsl.SchemaDsl.CASCADE;
import static dev.plinth.dsl.SchemaDsl.COSINE;
import static dev.plinth.dsl.SchemaDsl.GIN;
import static dev.plinth.dsl.SchemaDsl.GIST;
import static dev.plinth.dsl.SchemaDsl.INSERT;
import static dev.plinth.dsl.SchemaDsl.NEW_AND_OLD_IMAGES;
import static dev.plinth.dsl.SchemaDsl.STANDARD_INFREQUENT_ACCESS;
import static dev.plinth.dsl.SchemaDsl.STRONG;
import static dev.plinth.dsl.SchemaDsl.THROTTLED_KEYS;
import static dev.plinth.dsl.SchemaDsl.UPDATE;
import static dev.plinth.dsl.SchemaDsl.customerManaged;
import static dev.plinth.dsl.SchemaDsl.dynamoTable;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.SchemaDsl.triggerFunction;
import static dev.plinth.dsl.Types.POINT;
import static dev.plinth.dsl.Types.arrayOf;
import static dev.plinth.dsl.Types.bool;
import static dev.plinth.dsl.Types.geography;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.jsonb;
import static dev.plinth.dsl.Types.numeric;
import static dev.plinth.dsl.Types.text;
import static dev.plinth.dsl.Types.timestamp;
import static dev.plinth.dsl.Types.timestampWithTimeZone;
import static dev.plinth.dsl.Types.uuid;
import static dev.plinth.dsl.Types.varchar;
import static dev.plinth.model.dynamo.KinesisDestination.Precision.MICROSECOND;

import dev.plinth.dsl.ColumnHandle;
import dev.plinth.dsl.Mixin;
import dev.plinth.dsl.Namespace;
import dev.plinth.model.Schema;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.Table;
import dev.plinth.rule.Problem;
import dev.plinth.rule.SchemaRules;
import java.util.List;

/** The Java of {@code dsl-reference.md}. */
final class DslReferenceSnippets {

    enum Plan {
        FREE,
        PAID
    }

    static final Table TENANTS = table("tenants", t -> {
        t.describe("Customers");
        t.column("id", uuid()).primaryKey().defaultTo(randomUuid());
        t.column("code", varchar(20)).notNull().unique().describe("Short name in addresses");
        t.column("plan", text()).notNull().oneOf(Plan.values()).defaultTo(literal("FREE"));
        t.column("seats", integer()).defaultTo(literal(5));
        t.column("active", bool()).notNull().defaultTo(literal(true));
        t.column("tags", arrayOf(text()));
        t.column("settings", jsonb()).notNull().defaultTo(emptyJsonArray());
        t.column("renewed_on", timestampWithTimeZone()).defaultTo(sql("now() + interval '1 year'"));
    });

    static final Table ROOMS = table("rooms", t -> {
        var tenant = t.column("tenant_id", uuid()).references(TENANTS);
        var number = t.column("number", integer());
        t.primaryKey(tenant, number);
        t.unique(number, t.column("floor", integer())).named("one_number_a_floor");
    });

    static final Table BOOKINGS = table("bookings", t -> {
        var id = t.column("id", uuid()).primaryKey();
        var tenant = t.column("tenant_id", uuid()).notNull();
        var room = t.column("room", integer()).notNull();
        t.column("replaces", uuid()).references("bookings");
        t.column("begins", timestamp()).notNull();
        t.column("ends", timestamp()).notNull();
        t.column("price", numeric(10, 2));
        t.foreignKey(tenant, room).references(ROOMS).onDelete(CASCADE);
        t.check("valid_period", "ends > begins").describe("No booking of no time");
        t.index("idx_bookings_room").on(tenant, room).include(id);
    });

    static final Table PLACES = table("places", t -> {
        var name = t.column("name", text()).notNull();
        var data = t.column("data", jsonb());
        var location = t.column("location", geography(POINT, 4326));
        var seen = t.column("seen_at", timestamp());
        t.index(name);
        t.index("idx_places_lower_name").on(sql("lower(name)")).unique();
        t.index("idx_places_seen").on(seen.desc().nullsLast()).where("seen_at IS NOT NULL");
        t.index("idx_places_data").on(data).using(GIN);
        t.index("idx_places_location").on(location).using(GIST);
    });

    static final Function TOUCH = triggerFunction("touch", """
            BEGIN
                NEW.updated_at = now();
                RETURN NEW;
            END;
            """);

    record Timestamps(ColumnHandle createdAt, ColumnHandle updatedAt) {}

    static final Mixin<Timestamps> TIMESTAMPS = t -> {
        t.trigger("touch_" + t.name()).before(INSERT, UPDATE).forEachRow().execute(TOUCH);
        return new Timestamps(
                t.column("created_at", timestamp()).defaultTo(now()),
                t.column("updated_at", timestamp()).defaultTo(now()));
    };

    static final Table NOTES = table("notes", t -> {
        t.column("text", text());
        var timestamps = t.include(TIMESTAMPS);
        t.index(timestamps.createdAt().desc());
    });

    static final Namespace AUDIT = namespace("audit");

    static final Table EVENTS = AUDIT.table("events", t -> {
        t.column("id", uuid()).primaryKey();
        t.column("cause", uuid()).references("events");
        t.column("tenant_id", uuid()).references(TENANTS);
    });

    static final DynamoTable REPORTS = dynamoTable("Reports", t -> {
        var tenant = t.string("tenant_id");
        var created = t.number("created_at").describe("Seconds since 1970");
        var status = t.string("status");
        t.map("data").describe("Whatever the agents found");
        t.partitionKey(t.string("report_id"));
        t.globalIndex("by-tenant").partitionKey(tenant).sortKey(created);
        t.globalIndex("by-status").partitionKey(tenant, status).sortKey(created).projectInclude(t.string("title"));
        t.encryption(AWS_MANAGED);
        t.pointInTimeRecovery();
    });

    static final DynamoTable COUNTERS = dynamoTable("Counters", t -> {
        t.partitionKey(t.string("name")).sortKey(t.number("shard"));
        t.globalIndex("by-owner").partitionKey(t.string("owner")).projectKeysOnly().throughput(1, 1);
        t.provisioned(5, 5);
    });

    static final DynamoTable ORDERS = dynamoTable("Orders", t -> {
        var customer = t.string("customer_id");
        var total = t.number("total");
        t.partitionKey(customer).sortKey(t.string("order_id"));
        t.localIndex("by-total").sortKey(total).projectKeysOnly();
        t.globalIndex("by-day")
                .partitionKey(t.string("day"))
                .onDemandThroughput(500, 500)
                .warmThroughput(15_000, 5_000)
                .contributorInsights(THROTTLED_KEYS);
        t.vectorIndex("alike")
                .vectorAttribute(t.list("embedding"), 1024)
                .distanceFunction(COSINE)
                .partitionKey(customer)
                .inlineFilter(total);
        t.onDemandThroughput(1_000, 1_000).warmThroughput(15_000, 5_000);
        t.encryption(customerManaged("arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"));
        t.stream(NEW_AND_OLD_IMAGES).tableClass(STANDARD_INFREQUENT_ACCESS).deletionProtection();
        t.timeToLive(t.number("expires_at").describe("Seconds since 1970"));
        t.pointInTimeRecovery(7).contributorInsights();
        t.tag("team", "shop").tag("cost-center", "4711");
        t.kinesisDestination("arn:aws:kinesis:eu-central-1:123456789012:stream/orders", MICROSECOND);
        t.resourcePolicy("""
                {
                  "Version": "2012-10-17",
                  "Statement": [{
                    "Effect": "Allow",
                    "Principal": {"AWS": "arn:aws:iam::210987654321:role/reporting"},
                    "Action": ["dynamodb:GetItem", "dynamodb:Query"],
                    "Resource": "*"
                  }]
                }
                """);
    });

    static final DynamoTable QUOTAS = dynamoTable("Quotas", t -> {
        t.partitionKey(t.string("tenant_id"));
        t.globalIndex("by-plan").partitionKey(t.string("plan")).throughput(2, 2).scaleWrites(2, 20, 70);
        t.provisioned(10, 5).scaleReads(10, 100, 70).scaleWrites(5, 50, 70);
        t.replica("eu-west-1").replica("eu-west-3");
    });

    static final DynamoTable LEASES = dynamoTable("Leases", t -> {
        t.partitionKey(t.string("lease_id"));
        t.multiRegionConsistency(STRONG).replica("eu-west-1").witness("eu-west-3");
    });

    static final Schema SCHEMA =
            schema("booking", TENANTS, ROOMS, BOOKINGS, PLACES, NOTES, EVENTS, REPORTS, COUNTERS, ORDERS, QUOTAS,
                    LEASES);

    static final List<Problem> WARNINGS = SchemaRules.check(SCHEMA);

    private DslReferenceSnippets() {}
}
