package dev.plinth;

import dev.plinth.diff.Change;
import dev.plinth.diff.Drift;
import dev.plinth.diff.DynamoChange;
import dev.plinth.diff.ObjectKind;
import dev.plinth.diff.Subject;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.dynamo.Attribute;
import dev.plinth.model.dynamo.AttributeType;
import dev.plinth.model.dynamo.Billing;
import dev.plinth.model.dynamo.Capacity;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.Encryption;
import dev.plinth.model.dynamo.GlobalIndex;
import dev.plinth.model.dynamo.KeySchema;
import dev.plinth.model.dynamo.PointInTimeRecovery;
import dev.plinth.model.dynamo.Projection;
import dev.plinth.model.dynamo.Replication;
import dev.plinth.model.dynamo.TableSettings;
import dev.plinth.model.dynamo.Throughput;
import dev.plinth.model.sql.BuiltInType;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Extension;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.IndexKey;
import dev.plinth.model.sql.IndexMethod;
import dev.plinth.model.sql.ReferentialAction;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.Trigger;
import dev.plinth.model.sql.TriggerEvent;
import dev.plinth.model.sql.TriggerLevel;
import dev.plinth.model.sql.TriggerTiming;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** A small schema that has each kind of object once, and steps and drift about it. */
@NullMarked
public final class Samples {

    private static final QualifiedName USERS = QualifiedName.of("users");
    private static final QualifiedName TOUCH = new QualifiedName("app", "touch");

    private Samples() {}

    /** Two tables, a function, an extension; two DynamoDB tables. */
    public static Schema schema() {
        return new Schema("shop", List.of(new Extension("postgis")), List.of(touch()), List.of(users(), orders()),
                List.of(reports(), counters()), "What the shop keeps");
    }

    private static Function touch() {
        return Function.ofTrigger(TOUCH, "BEGIN\n    RETURN NEW;\nEND;\n");
    }

    private static Table users() {
        List<Column> columns = List.of(
                new Column("id", type(BuiltInType.UUID), false, new Expression.Sql("gen_random_uuid()"), null),
                new Column("email", type(BuiltInType.VARCHAR, 200), false, null, "Lower case"),
                new Column("tags", new ColumnType.Array(type(BuiltInType.TEXT)), true, null, null),
                new Column("home", new ColumnType.OfExtension("postgis", "geography", List.of("Point", "4326")), true,
                        null, null),
                new Column("mood", new ColumnType.Native("app.mood"), true, new Expression.StringLiteral(""), null),
                new Column("active", type(BuiltInType.BOOLEAN), true, new Expression.BooleanLiteral(false), null),
                new Column("rate", type(BuiltInType.NUMERIC, 5, 2), true,
                        new Expression.NumberLiteral(new BigDecimal("1.50")), null));
        List<Constraint> constraints = List.of(new Constraint.PrimaryKey("users_pkey", List.of("id"), null),
                new Constraint.Unique("users_email_key", List.of("email"), "One account each"),
                new Constraint.Check("users_mood_check", new Expression.OneOf("mood",
                        List.of(new Expression.StringLiteral("good"), new Expression.StringLiteral("bad"))), null));
        List<Trigger> triggers = List.of(new Trigger("touch_users", TriggerTiming.BEFORE,
                List.of(TriggerEvent.INSERT, TriggerEvent.UPDATE), TriggerLevel.ROW, TOUCH, null));
        return new Table(USERS, columns, constraints, List.of(), triggers, "People");
    }

    private static Table orders() {
        List<Column> columns = List.of(new Column("user_id", type(BuiltInType.UUID), true, null, null));
        Constraint buyer = new Constraint.ForeignKey("orders_user_id_fkey", List.of("user_id"), USERS, List.of("id"),
                ReferentialAction.CASCADE, ReferentialAction.NO_ACTION, null);
        Index recent = new Index("orders_recent", List.of(IndexKey.descending("user_id"),
                new IndexKey(new IndexKey.Target.OfExpression(new Expression.Sql("lower(note)")),
                        IndexKey.Direction.ASC, IndexKey.NullsOrder.FIRST)),
                IndexMethod.GIST, true, List.of("note"), new Expression.Sql("user_id IS NOT NULL"), "For the list");
        return new Table(new QualifiedName("sales", "orders"), columns, List.of(buyer), List.of(recent), List.of(),
                null);
    }

    private static DynamoTable reports() {
        List<Attribute> attributes = List.of(new Attribute("incident_id", AttributeType.STRING, null),
                new Attribute("tenant_id", AttributeType.STRING, "Who owns it"));
        GlobalIndex byTenant = new GlobalIndex("tenant-index", new KeySchema(List.of("tenant_id"), List.of()),
                new Projection.Include(List.of("title")), Capacity.UNSPECIFIED, null, null);
        return new DynamoTable("Reports", attributes, new KeySchema(List.of("incident_id"), List.of()),
                List.of(), List.of(byTenant), List.of(), Billing.payPerRequest(),
                new TableSettings(Encryption.AWS_MANAGED, null, null, false, null, null, new PointInTimeRecovery(null),
                        List.of(), null, null, List.of(), Replication.NONE),
                "Reports of incidents");
    }

    private static DynamoTable counters() {
        List<Attribute> attributes = List.of(new Attribute("name", AttributeType.STRING, null),
                new Attribute("day", AttributeType.NUMBER, null));
        KeySchema byDay = new KeySchema(List.of("day"), List.of("name"));
        GlobalIndex index = new GlobalIndex("by-day", byDay, new Projection.KeysOnly(),
                Capacity.provisioned(new Throughput(2, 1)), null, null);
        GlobalIndex all = new GlobalIndex("all", byDay, new Projection.All(),
                Capacity.provisioned(new Throughput(1, 1)), null, null);
        return new DynamoTable("Counters", attributes, new KeySchema(List.of("name"), List.of("day")),
                List.of(), List.of(index, all), List.of(), Billing.provisioned(new Throughput(5, 5)),
                TableSettings.NONE, null);
    }

    /** Creates the table {@code users}; as planned. */
    public static Step createUsers() {
        return Step.planned(new Change.CreateTable(users()), "the table does not exist", List.of(),
                List.of("CREATE TABLE users (\n    id uuid\n)"));
    }

    /** Creates the index {@code orders_recent}; as planned, with a hazard. */
    public static Step createIndex() {
        Table orders = orders();
        return Step.planned(new Change.CreateIndex(orders.name(), orders.indexes().getFirst()),
                "the index does not exist",
                List.of(new Hazard(Hazard.Kind.BLOCKS_WRITES, "writers to sales.orders wait while it is built")),
                List.of("CREATE INDEX orders_recent ON sales.orders (user_id DESC)"));
    }

    /** Adds the column {@code users.home}, which needs an extension; deferred. */
    public static Step deferredColumn() {
        Column home = users().column("home").orElseThrow();
        return Step.planned(new Change.AddColumn(USERS, home), "the column does not exist", List.of(), List.of())
                .with(Step.Status.DEFERRED, "needs the extension postgis, which this server does not offer");
    }

    /** Creates the DynamoDB table {@code Reports}; as planned. */
    public static Step createReports() {
        return Step.planned(new DynamoChange.CreateDynamoTable(reports()), "the table does not exist", List.of(),
                List.of("{ \"TableName\": \"Reports\" }"));
    }

    /** Drift of each kind, about the column {@code users.email}. */
    public static Drift drift(Drift.Kind kind) {
        return new Drift(Subject.column(USERS, "email"), kind, "type", "character varying(200)", "text",
                "change it with a migration, or the schema");
    }

    /** An index under another name. */
    public static Drift otherName() {
        return new Drift(Subject.on(ObjectKind.INDEX, "orders_recent", "sales.orders"), Drift.Kind.OTHER_NAME, "name",
                "orders_recent", "orders_by_time", "it counts as present");
    }

    /** A report with these steps and this drift. */
    public static StoreReport store(String name, List<Step> steps, List<Drift> drift) {
        return new StoreReport(name, "at " + name, steps, drift, List.of(), List.of(), Duration.ofMillis(12));
    }

    private static ColumnType type(BuiltInType name, Integer... modifiers) {
        return new ColumnType.BuiltIn(name, List.of(modifiers));
    }
}
